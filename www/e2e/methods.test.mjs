// The page of methods: one entry a module of the registry, nothing that runs, nothing from elsewhere.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { accessibilityProblems, onPage } from "./browser.mjs";

const root = join(import.meta.dirname, "../..");
const html = readFileSync(join(root, "dist/methods.html"), "utf8");

test("every method of the registry stands on the page, with its headings", () => {
  const program = ["run", "--quiet", "--locked", "--package=prepost", "--", "methods", "--page"];
  const chapters = JSON.parse(execFileSync("cargo", program, { cwd: root, encoding: "utf8" }));
  const modules = new Set(chapters.flatMap(({ methods }) => methods.map(({ module }) => module)));
  assert.ok(modules.size > 20);
  for (const module of modules) {
    const [, article] = html.split(`<article id="${module.replaceAll("_", "-")}">`);
    assert.ok(article, module);
    assert.equal(article.split("</article>")[0].match(/<h4>/g).length, 7, module);
  }
});

test("nothing on it runs or comes from elsewhere, and it fits a phone", () => {
  assert.ok(!/<script|<iframe|\son\w+=|\sstyle=/.test(html));
  const addresses = [...html.matchAll(/(src|href)="([^"]*)"/g)].filter(([, , url]) => /^\w+:|^\/\//.test(url));
  for (const [, attribute, url] of addresses) assert.match(`${attribute} ${url}`, /^href (https:\/\/doi\.org\/|data:image\/svg\+xml)/);
  assert.equal(html.match(/href="https:/g).length, html.match(/href="https:[^>]*rel="noreferrer noopener"/g).length);
  assert.ok(html.includes("<style>"), "its styles are its own, by their hash");
  return onPage(async ({ page, server, errors, foreign }) => {
    await page.goto(`${server.url}methods.html`);
    const [width, most] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(width <= most, `${width} of ${most}`);
    assert.deepEqual(await accessibilityProblems(page), []);
    assert.deepEqual([errors, foreign], [[], []]);
  }, { viewport: { width: 390, height: 800 } });
});

test("the masthead leads to it without losing what is open", () => onPage(async ({ page, context = page.context() }) => {
  const opened = context.waitForEvent("page");
  await page.getByRole("banner").getByRole("link", { name: "Methods" }).click();
  await (await opened).getByRole("heading", { level: 1, name: "Methods" }).waitFor();
}));
