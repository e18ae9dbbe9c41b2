// Without a network: what one visit keeps, how a new version comes, and what an installed page shows.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { writeServiceWorker } from "../build/offline.mjs";
import { onPage } from "./browser.mjs";
import { dist } from "./server.mjs";
import { dropTrial, keptOffline, linkOf, loadExample, outcomes, saved, SMALL } from "./visit.mjs";

/** A host where a new version is found at once. */
const CHANGING = { site: { worker: "no-cache" } };

/** What a visitor does, one after the other, with a page whose server is gone. */
const DEEDS = [dropsAFile, savesTheNumbers, copiesALink, readsOn];

test("after one visit the whole page works with the server stopped", () => onPage(async ({ page, server, foreign, errors }) => {
  await keptOffline(page);
  await server.close();
  const another = await page.context().newPage();
  for (const [tab, address] of [[page, undefined], [another, server.url], [another, `${server.url}index.html?from=mail#1.abc`]]) {
    if (address === undefined) await tab.reload();
    else await tab.goto(address);
    for (const deed of DEEDS) await deed(tab, server);
  }
  assert.deepEqual(foreign, []);
  assert.deepEqual(errors, []);
}));

test("the first visit transfers each file once", (t) => onPage(async ({ page, server }) => {
  await keptOffline(page);
  await loadExample(page);
  const full = server.requests.filter(({ status }) => status === 200).map(({ file }) => file);
  t.diagnostic(`${full.length} files in full, ${server.requests.length - full.length} found unchanged`);
  assert.deepEqual(full.filter((file, at) => full.indexOf(file) !== at), []);
  assert.equal(full.filter((file) => file.endsWith(".wasm")).length, 1);
  const names = full.map((file) => file.slice(dist.length + 1)).sort();
  assert.deepEqual(names, readdirSync(dist).filter((name) => !name.startsWith("_")).sort(), "all files, and no others");
}));

test("a second visit asks at most whether there is a new version, and before it is ready", () => onPage(async ({ page, server }) => {
  await keptOffline(page);
  // The answer to the first visit is kept no longer, the one to the second is.
  await page.waitForFunction((then) => Date.now() > then, Date.now() + 6_000);
  const asked = server.requests.length;
  await page.reload();
  await keptOffline(page);
  const ready = server.requests.length;
  assert.deepEqual(server.requests.slice(asked).map(({ path }) => path.split("/").pop()), ["sw.js"]);
  await loadExample(page);
  // By now Chromium has looked for a new version by itself, and found the answer in its cache.
  await page.waitForFunction((then) => Date.now() > then, Date.now() + 4_000);
  assert.equal(server.requests.length, ready);
}, { site: { worker: "max-age=5" } }));

for (const worker of ["no-cache", "no-store", "max-age=0", undefined]) {
  test(`where the host lets sw.js be kept by ${worker ?? "no word"}, the browser's own look for a new version carries nothing`, (t) => onPage(async ({ page, server }) => {
    await keptOffline(page);
    await page.reload();
    await keptOffline(page);
    await dropTrial(page, "trial.csv", SMALL);
    const asked = server.requests.length;
    await page.waitForTimeout(4_000);
    const late = server.requests.slice(asked);
    t.diagnostic(`${late.length} requests after the lock`);
    assert.ok(late.length <= 1);
    for (const { path, search, method, headers } of late) {
      assert.deepEqual([path, search, method], [new URL("sw.js", server.url).pathname, "", "GET"]);
      const { "content-length": length, "transfer-encoding": encoding, cookie, referer, ...others } = headers;
      assert.deepEqual([length, encoding, cookie, referer], [undefined, undefined, undefined, new URL("sw.js", server.url).href], "only its own address");
      assert.ok(!JSON.stringify(others).match(/trial|mood/), JSON.stringify(others));
    }
  }, { site: { worker } }));
}

test("a new version waits for the visitor and then comes whole", () => withNextVersion((next) => onPage(async ({ page, server }) => {
  await keptOffline(page);
  await loadExample(page);
  const [old] = await caches(page);
  server.folder = next.folder;

  const another = await page.context().newPage();
  await another.goto(server.url);
  const offer = another.getByTestId("update");
  await offer.waitFor();
  assert.doesNotMatch(await another.title(), /next version/, "the old version goes on");
  await dropTrial(another, "trial.csv", SMALL);
  assert.match(await offer.innerText(), /made again from the file/);
  assert.equal((await caches(page)).length, 2);

  await another.getByTestId("update-reload").click();
  await another.waitForFunction(() => document.title.includes("next version"));
  await keptOffline(another);
  assert.equal(await another.getByTestId("update").count(), 0);
  const kept = await caches(another);
  assert.equal(kept.length, 1);
  assert.notEqual(kept[0], old);

  // The tab that nobody touched keeps its report and goes on working.
  await server.close();
  assert.equal((await outcomes(page)).length, 5);
  await dropTrial(page, "trial.csv", SMALL);
  await another.reload();
  await another.waitForFunction(() => document.title.includes("next version"));
  await dropTrial(another, "trial.csv", SMALL);
}, CHANGING)));

test("the offer can be put off, and stands again at the next visit", () => withNextVersion((next) => onPage(async ({ page, server }) => {
  await keptOffline(page);
  server.folder = next.folder;
  await page.reload();
  await page.getByTestId("update").getByRole("button", { name: "Later" }).click();
  await page.getByTestId("update").waitFor({ state: "detached" });
  await page.reload();
  await page.getByTestId("update").waitFor();
}, CHANGING)));

for (const [what, spoil] of [
  ["lacks a file", (server) => server.missing.add("methods.html")],
  ["mixes two versions", (_, next) => writeFileSync(join(next.folder, "methods.html"), "<!doctype html><title>another</title>")],
]) {
  test(`a new version that ${what} is not taken`, () => withNextVersion((next) => onPage(async ({ page, server }) => {
    await keptOffline(page);
    const before = await caches(page);
    server.folder = next.folder;
    spoil(server, next);
    await page.reload();
    await keptOffline(page);
    assert.equal(await page.getByTestId("update").count(), 0);
    assert.deepEqual(await caches(page), before);
    await server.close();
    await page.reload();
    for (const deed of DEEDS) await deed(page, server);
  }, CHANGING)));
}

test("where the files cannot be kept the page works as it would", () => onPage(async ({ page, server }) => {
  server.missing.add("methods.html");
  const fresh = await page.context().browser().newContext();
  const visitor = await fresh.newPage();
  await visitor.goto(server.url);
  await visitor.locator("[data-offline=unavailable]").waitFor({ state: "attached" });
  assert.deepEqual(await caches(visitor), []);
  await loadExample(visitor);
}));

test("the page can be installed: its icons are there in their sizes, its colours are the page's", () => onPage(async ({ page, server }) => {
  const manifest = JSON.parse(readFileSync(join(dist, "manifest.webmanifest"), "utf8"));
  const touch = await page.locator("link[rel=apple-touch-icon]").getAttribute("href");
  const icons = [...manifest.icons, { src: touch, sizes: "180x180" }];
  assert.deepEqual(icons.map(({ sizes }) => sizes), ["192x192", "any", "any", "180x180"]);
  assert.ok(manifest.icons.some(({ purpose }) => purpose === "maskable"));
  for (const { src, sizes } of icons) {
    const size = await page.evaluate(async (src) => {
      const icon = new Image();
      icon.src = src;
      await icon.decode();
      return `${icon.naturalWidth}x${icon.naturalHeight}`;
    }, src);
    assert.equal(size, sizes === "any" ? "512x512" : sizes, src);
  }
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const [paper, theme] = await page.evaluate((scheme) => {
      const probe = document.body.appendChild(document.createElement("i"));
      probe.style.color = document.querySelector(`meta[name=theme-color][media*=${scheme}]`).content;
      return [getComputedStyle(document.body).backgroundColor, getComputedStyle(probe).color];
    }, colorScheme);
    assert.equal(theme, paper, colorScheme);
  }
  assert.equal(manifest.theme_color, "#ffffff");
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // The test's own window is a private one; nothing else is in the way.
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId), ["in-incognito"]);
  assert.ok(server.requests.every(({ status }) => status !== 404));
}));

async function dropsAFile(page) {
  await dropTrial(page, "trial.csv", SMALL);
  assert.deepEqual(await outcomes(page), ["Mood"]);
}

async function savesTheNumbers(page) {
  const { text } = await saved(page, page.getByTestId("export-tidy"));
  assert.match(text, /^outcome,method,term,statistic,value\n/);
}

async function copiesALink(page) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.bringToFront();
  const link = await linkOf(page);
  await page.getByTestId("copy-link").click();
  await page.getByText("Copied.").first().waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
}

/** Every other page of the site, with its styles. */
async function readsOn(page, server) {
  const reader = await page.context().newPage();
  for (const name of readdirSync(dist).filter((name) => name.endsWith(".html") && name !== "index.html")) {
    await reader.goto(server.url + name);
    await reader.getByRole("heading", { level: 1 }).waitFor();
    assert.ok(await reader.evaluate(() => [...document.styleSheets].every(({ cssRules }) => cssRules.length > 0)), name);
  }
  await reader.close();
}

function caches(page) {
  return page.evaluate(() => window.caches.keys());
}

/** Another version of the site in a folder of its own: another title, so another list of files. */
async function withNextVersion(visit) {
  const folder = mkdtempSync(join(tmpdir(), "prepost-next-"));
  try {
    cpSync(dist, folder, { recursive: true });
    const index = join(folder, "index.html");
    writeFileSync(index, readFileSync(index, "utf8").replace("<title>", "<title>next version of "));
    await writeServiceWorker(folder);
    await visit({ folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
