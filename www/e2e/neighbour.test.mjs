// A page of another folder of the same origin, as hosts that give each project a folder have them. Browsers keep no two folders
// of an origin apart: what the service worker keeps out is tested here, and so is what only an origin of its own keeps out.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { onPage } from "./browser.mjs";
import { dist } from "./server.mjs";
import { dropTrial, keptOffline, outcomes, SMALL } from "./visit.mjs";

const PLAIN = "/a/neighbour/";
const ISOLATED = "/a/neighbour-with-headers/";
const html = "<!doctype html><title>Neighbour</title>";
const SITE = { site: { neighbours: { [PLAIN]: { html }, [ISOLATED]: { html, headers: { "cross-origin-opener-policy": "same-origin" } } } } };

test("what a neighbour writes into the cache is never answered with", () => onPage(async ({ page, server }) => {
  await keptOffline(page);
  await alterCaches(page, server);
  const asked = server.requests.length;
  await page.goto(server.url);
  assert.match(await page.title(), /^Prepost/);
  await dropTrial(page, "trial.csv", SMALL);
  assert.deepEqual(await outcomes(page), ["Mood"]);
  assert.equal(await page.evaluate(() => window.taken), undefined);
  const instead = server.requests.slice(asked).filter(({ status }) => status !== 404).map(({ file }) => file.split("/").pop());
  for (const part of ["index.html", ...readdirSync(dist).filter((name) => /^(main|worker|prepost)-/.test(name))]) {
    assert.ok(instead.includes(part), `${part} came from the host`);
  }
}, SITE));

test("nor are headers that it adds to a file as it was", () => onPage(async ({ page, server }) => {
  await keptOffline(page);
  const neighbour = await page.context().newPage();
  await neighbour.goto(new URL(PLAIN, server.url).href);
  await neighbour.evaluate(async (url) => {
    const [name] = await caches.keys();
    const cache = await caches.open(name);
    const kept = await cache.match(url);
    const headers = { ...Object.fromEntries(kept.headers), refresh: "0;url=/taken", "content-security-policy": "default-src *" };
    await cache.put(url, new Response(await kept.blob(), { headers }));
  }, server.url);
  const response = await page.goto(server.url);
  assert.equal(response.headers().refresh, undefined);
  assert.match(response.headers()["content-security-policy"], /^default-src 'none'/);
  await dropTrial(page, "trial.csv", SMALL);
}, SITE));

test("where neither cache nor host has what fits it says so, and the next visit begins anew", () => onPage(async ({ page, server }) => {
  await keptOffline(page);
  await alterCaches(page, server);
  server.missing.add("index.html");
  const response = await page.goto(server.url);
  assert.equal(response.status(), 503);
  await page.getByText("have been put aside").waitFor();
  assert.equal(await page.evaluate(() => window.taken), undefined);
  server.missing.delete("index.html");
  await page.reload();
  await keptOffline(page);
  await dropTrial(page, "trial.csv", SMALL);
}, SITE));

test("the service worker answers with policies of its own, whatever the host sends or the cache holds", () => onPage(async ({ page, server }) => {
  await keptOffline(page);
  for (const name of readdirSync(dist).filter((name) => !/^[_.]/.test(name) && name !== "sw.js")) {
    const response = await page.goto(server.url + name).catch(() => undefined);
    // What is saved and not shown has no document that a policy could bind.
    if (response === undefined) continue;
    const headers = response.headers();
    assert.ok(response.fromServiceWorker(), name);
    assert.match(headers["content-security-policy"], /^default-src 'none'.*; frame-ancestors 'none'$/, name);
    assert.equal(headers["cross-origin-opener-policy"], "same-origin", name);
    assert.equal(headers["referrer-policy"], "no-referrer", name);
    if (name.endsWith(".html")) {
      const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").first().getAttribute("content");
      assert.equal(headers["content-security-policy"], `${policy}; frame-ancestors 'none'`, name);
    }
  }
}, SITE));

test("a neighbour does not reach into a page that it opens or frames, from the second visit on", () => onPage(async ({ page, server }) => {
  const neighbour = await page.context().newPage();
  await neighbour.goto(new URL(PLAIN, server.url).href);
  await keptOffline(page);
  assert.equal(await neighbour.evaluate(reach, server.url), "closed to it");
  assert.equal(await neighbour.evaluate(frame, server.url), "closed to it");
}, SITE));

test("only an origin of its own keeps out a neighbour at the first visit, or one that is isolated in the same way", () => onPage(async ({ page, server }) => {
  const fresh = await page.context().browser().newContext();
  const neighbour = await fresh.newPage();
  await neighbour.goto(new URL(PLAIN, server.url).href);
  assert.equal(await neighbour.evaluate(reach, server.url), "reached");
  const visitor = await fresh.newPage();
  await visitor.goto(server.url);
  await keptOffline(visitor);
  await neighbour.goto(new URL(ISOLATED, server.url).href);
  assert.equal(await neighbour.evaluate(reach, server.url), "reached");
  await fresh.close();
}, SITE));

for (const visit of ["first", "second"]) {
  test(`a page of the site that is opened from the locked page lets nothing out: ${visit} visit`, () => onPage(async ({ page, server }) => {
    await keptOffline(page);
    if (visit === "second") await page.reload();
    await dropTrial(page, "trial.csv", SMALL);
    for (const name of ["privacy.html", "methods.html"]) {
      const asked = server.requests.length;
      const said = await page.evaluate(useOpened, server.url + name);
      if (visit === "first") assert.equal(said, "closed to it");
      else assert.match(said, /^TypeError/, name);
      assert.deepEqual(server.requests.slice(asked), []);
    }
  }, SITE));
}

/** From a neighbour: every file in every cache, and in one named like ours, becomes a page of its own. */
async function alterCaches(page, server) {
  const neighbour = await page.context().newPage();
  await neighbour.goto(new URL(PLAIN, server.url).href);
  const altered = await neighbour.evaluate(async (url) => {
    const own = () => new Response("<!doctype html><title>taken</title><script>window.taken = true</script>", { headers: { "content-type": "text/html", refresh: "0;url=/taken" } });
    let altered = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) await cache.put(request, own()).then(() => altered++);
      for (const address of [url, `${url}index.html`]) await (await caches.open(`${name}0`)).put(address, own());
    }
    return altered;
  }, server.url);
  assert.ok(altered > 10, `${altered} files`);
  await neighbour.close();
}

/** Opens the page and tries to put a hook into it. */
async function reach(url) {
  const opened = window.open(url);
  for (let tries = 0; tries < 60; tries++) {
    await new Promise((later) => setTimeout(later, 50));
    try {
      if (opened.closed) return "closed to it";
      if (opened.document?.querySelector("app-page") == null) continue;
    } catch {
      return "closed to it";
    }
    opened.Blob.prototype.arrayBuffer = () => Promise.reject(new Error("hooked"));
    opened.close();
    return "reached";
  }
  return "never there";
}

async function frame(url) {
  const made = Object.assign(document.createElement("iframe"), { src: url });
  await new Promise((loaded) => {
    made.addEventListener("load", loaded);
    document.body.append(made);
  });
  return made.contentDocument === null ? "closed to it" : "reached";
}

/** As code in the page would: opens another page of the site and asks from there. */
async function useOpened(url) {
  const opened = window.open(url);
  const isThere = () => {
    try {
      return opened.document?.querySelector("h1") != null;
    } catch {
      return false;
    }
  };
  for (let tries = 0; !isThere(); tries++) {
    if (opened.closed || tries > 60) return "closed to it";
    await new Promise((later) => setTimeout(later, 50));
  }
  const image = opened.document.body.appendChild(opened.document.createElement("img"));
  image.src = `${url}?image`;
  const sheet = opened.document.head.appendChild(opened.document.createElement("link"));
  Object.assign(sheet, { rel: "stylesheet", href: `${url}?styles` });
  const fetched = await opened.fetch(`${url}?fetch`).then(() => "went", String);
  await new Promise((later) => setTimeout(later, 300));
  opened.close();
  return fetched;
}
