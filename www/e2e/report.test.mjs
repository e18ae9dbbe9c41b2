// A file goes in, the report comes out, and nothing else happens.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { total, weigh } from "../build/transfer.mjs";
import { accessibilityProblems, onPage } from "./browser.mjs";
import { EXAMPLE, dropTrial, keptOffline, loadExample, outcomes, reportIs, saved, SMALL } from "./visit.mjs";

const MOST_BYTES = 1_500_000;

test("a dropped trial is read, guessed, analysed and answered, and nothing leaves the page", () => onPage(async ({ page, server, errors, foreign }) => {
  await page.getByTestId("drop-zone").waitFor();
  await keptOffline(page);
  assert.deepEqual(await accessibilityProblems(page), [], "before a file");
  const asked = server.requests.length;
  await dropTrial(page, "trial.csv", EXAMPLE);
  const answers = page.getByTestId("answers");
  assert.equal(await answers.getByRole("heading").count(), 3);
  assert.match(await answers.innerText(), /Did each arm do better than waitlist\?[^]*95% CI/);
  assert.ok((await answers.getByRole("img").count()) >= 6, "each sentence has its interval");
  assert.deepEqual(await outcomes(page), ["Resilience", "Support", "Exhaustion", "Depersonalization", "Accomplishment"]);

  assert.deepEqual(await accessibilityProblems(page), [], "with a report");
  assert.equal(server.requests.length, asked, "nothing was asked for after the drop");
  assert.deepEqual(foreign, [], "requests to elsewhere");
  assert.deepEqual(errors, [], "errors in the console");
  assert.deepEqual(server.requests.filter(({ status }) => status === 404), [], "requests for what is not there");
}));

test("the line on the welcome page is the example's first answer", () => onPage(async ({ page }) => {
  const promised = page.locator(".pair .answer");
  const [sentence, interval] = [await words(promised), await drawn(promised)];
  await loadExample(page);
  const first = page.getByTestId("answers").locator(".answer").first();
  assert.equal(sentence, await words(first));
  assert.equal(interval, await drawn(first));
}));

test("the example with dropout names who is left out", () => onPage(async ({ page }) => {
  await page.getByRole("button", { name: "Load the example with dropout" }).click();
  await reportIs(page, "ready");
  assert.match(await page.locator("article .notice").first().innerText(), /2 participants/);
}));

test("a chosen file and a pasted table are read like a dropped one", () => onPage(async ({ page }) => {
  await page.getByTestId("file-input").setInputFiles({ name: "trial.csv", mimeType: "text/csv", buffer: Buffer.from(SMALL) });
  await reportIs(page, "ready");
  assert.deepEqual(await outcomes(page), ["Mood"]);
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, EXAMPLE.replaceAll(",", "\t"));
  await page.getByText("Pasted table").first().waitFor();
  await reportIs(page, "ready");
  assert.equal((await outcomes(page)).length, 5);
}));

test("another outcome is shown", () => onPage(async ({ page }) => {
  await loadExample(page);
  await page.getByRole("button", { name: "exhaustion" }).click();
  await page.getByRole("heading", { level: 2, name: "exhaustion" }).waitFor();
  assert.match(await page.getByTestId("answers").innerText(), /difference in change of mean exhaustion/);
}));

test("an answer leads to the row that it was made from", () => onPage(async ({ page }) => {
  await loadExample(page);
  const answer = page.getByTestId("answers").locator(".answer").first();
  const estimate = await answer.locator(".estimate").textContent();
  await answer.getByRole("link", { name: /^Table/ }).click();
  const row = page.locator("tr:focus");
  await row.waitFor();
  const cell = await row.locator("td").first().innerText();
  const [exact, shown] = [cell, estimate].map((text) => Number(text.replace("−", "-")));
  assert.ok(Math.abs(exact - shown) < 0.051, `${cell} is shown as ${estimate}`);
}));

test("a section that is folded says its conclusion and unfolds by the keyboard", () => onPage(async ({ page }) => {
  await loadExample(page);
  const section = page.locator("[data-section=mixed_anova]");
  assert.match(await section.locator("summary").innerText(), /F\(.+p/);
  assert.equal(await section.getByRole("table").count(), 0, "folded");
  await section.locator("summary").focus();
  await page.keyboard.press("Enter");
  await section.getByRole("table").first().waitFor();
}));

test("every section stands open on paper", () => onPage(async ({ page }) => {
  await loadExample(page);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator("details.section:not([open])").count(), 0);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.ok((await page.locator("details.section:not([open])").count()) > 0);
}));

test("all numbers, Markdown and a web page are saved", () => onPage(async ({ page }) => {
  await loadExample(page);
  const tidy = await saved(page, page.getByTestId("export-tidy"));
  assert.equal(tidy.name, "example-numbers.csv");
  assert.match(tidy.text, /^outcome,method,term,statistic,value\n/);
  const markdown = await saved(page, page.getByRole("button", { name: "Markdown" }));
  assert.match(markdown.text, /Did each arm do better than waitlist\?/);
  const web = await saved(page, page.getByRole("button", { name: "Web page" }));
  assert.match(web.text, /^<!doctype html>/i);
}));

for (const [name, options] of [
  ["dark", { colorScheme: "dark" }],
  ["phone", { viewport: { width: 390, height: 844 }, hasTouch: true }],
  ["twice as large", { viewport: { width: 640, height: 500 }, deviceScaleFactor: 2 }],
]) {
  test(`the report can be used by all: ${name}`, () => onPage(async ({ page, errors }) => {
    await loadExample(page);
    const folded = page.locator("details.section:not([open]) > summary");
    while ((await folded.count()) > 0) await folded.first().click();
    assert.deepEqual(await accessibilityProblems(page), []);
    assert.deepEqual(errors, []);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `the page is ${overflow} px wider than its window`);
  }, options));
}

test("the theme can be chosen", () => onPage(async ({ page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole("button", { name: "Dark theme" }).click();
  assert.notEqual(await paper(), light);
}));

test("the first visit transfers at most 1.5 MB up to the first report", (t) => onPage(async ({ page, server }) => {
  await loadExample(page);
  const files = [...new Set(server.requests.map(({ file }) => file))];
  const { brotli } = total(files.map((file) => weigh(readFileSync(file))));
  t.diagnostic(`${brotli} bytes by brotli, in ${files.length} files`);
  assert.ok(brotli <= MOST_BYTES, `${brotli} bytes`);
}));

async function words(answer) {
  const spoken = await answer.locator(".sentence").evaluate((sentence) => {
    const copy = sentence.cloneNode(true);
    for (const link of copy.querySelectorAll("a")) link.remove();
    return copy.textContent;
  });
  return spoken.replace(/\s+/g, " ").trim();
}

function drawn(answer) {
  return answer.locator(".interval").evaluate((interval) => interval.outerHTML);
}
