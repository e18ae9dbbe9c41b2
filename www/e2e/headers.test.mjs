// Policies and headers: one source, complete, and the page works under both; in a frame it does not work at all.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { accessibilityProblems, onPage } from "./browser.mjs";
import { keptOffline, loadExample } from "./visit.mjs";

const dist = join(import.meta.dirname, "../../dist");
const read = (name) => readFileSync(join(dist, name), "utf8");
const pages = readdirSync(dist).filter((name) => name.endsWith(".html"));

test("each page has a policy that admits no inline and no evaluated code, and checks all that it loads", () => {
  assert.deepEqual(pages, ["index.html", "methods.html", "privacy.html"]);
  for (const name of pages) {
    const html = read(name);
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html);
    assert.match(policy, /^default-src 'none'; .*base-uri 'none'; form-action 'none'/, name);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/, name);
    assert.ok(html.indexOf("Content-Security-Policy") < html.search(/<(script|link|style)/), `${name}: the policy stands first`);
    for (const [tag] of html.matchAll(/<script[^>]*>|<link[^>]*stylesheet[^>]*>/g)) assert.match(tag, /integrity="sha384-/, name);
  }
});

test("hosts that read _headers send the page's own policy and more; files named by their content are kept", () => {
  const headers = read("_headers");
  const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(read("index.html"));
  const [, style] = /style-src ('sha256-[^']+')/.exec(read("privacy.html"));
  const withStyle = policy.replace("style-src 'self'", `style-src 'self' ${style}`);
  assert.ok(headers.includes(`Content-Security-Policy: ${withStyle}; frame-ancestors 'none'\n`));
  for (const name of ["Referrer-Policy: no-referrer", "Cross-Origin-Opener-Policy: same-origin", "X-Content-Type-Options: nosniff", "X-Frame-Options: DENY"]) {
    assert.ok(headers.includes(`  ${name}\n`), name);
  }
  for (const file of readdirSync(dist).filter((name) => !name.startsWith("_") && !name.startsWith("."))) {
    const cached = /-[0-9a-f]{12}\./.test(file) ? "public, max-age=31536000, immutable" : file === "sw.js" ? "max-age=600" : "no-cache";
    assert.ok(headers.includes(`\n/${file}\n  Cache-Control: ${cached}\n`), file);
  }
});

test("the page works with those headers, and the browser knows each of them", () => onPage(async ({ page, server, errors, foreign }) => {
  await loadExample(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-tidy").click()]);
  assert.ok(await download.path());
  for (const name of ["methods.html", "privacy.html"]) {
    await page.goto(server.url + name);
    assert.ok(await page.evaluate(() => document.styleSheets[0].cssRules.length > 0), `${name} has its styles`);
  }
  assert.deepEqual([errors, foreign], [[], []]);
}, { site: { headers: true } }));

test("in a frame of another page it says so and takes no file; later the browser does not show it there at all", () => onPage(async ({ page, server }) => {
  const fresh = await (await page.context().browser().newContext()).newPage();
  const other = createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(`<iframe src="${server.url}"></iframe>`));
  await new Promise((listening) => other.listen(0, "127.0.0.1", listening));
  try {
    const framing = `http://127.0.0.1:${other.address().port}/`;
    await fresh.goto(framing);
    const frame = fresh.frameLocator("iframe");
    await frame.getByText("does not work inside another page").waitFor();
    assert.equal(await frame.locator("app-page, input, button").count(), 0);
    // The service worker answers with the header that refuses it.
    await keptOffline(page);
    await page.goto(framing);
    await page.waitForFunction(() => window.frames.length === 1);
    assert.match(page.frames()[1].url(), /^chrome-error:/);
  } finally {
    other.closeAllConnections();
    other.close();
    await fresh.context().close();
  }
}));

for (const [name, options] of [["light", {}], ["dark", { colorScheme: "dark" }], ["phone", { viewport: { width: 390, height: 844 } }]]) {
  test(`the page on privacy is reached from the lock and can be used by all: ${name}`, () => onPage(async ({ page, errors, foreign }) => {
    const opened = page.context().waitForEvent("page");
    await page.getByTestId("lock-status").getByRole("link").click();
    const privacy = await opened;
    await privacy.getByRole("heading", { level: 1, name: "Privacy" }).waitFor();
    assert.doesNotMatch(await privacy.content(), /\{\{|<!-- lock/);
    await page.goto(privacy.url());
    assert.deepEqual(await accessibilityProblems(page), []);
    const [width, most] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(width <= most, `${width} of ${most}`);
    assert.deepEqual([errors, foreign], [[], []]);
  }, options));
}
