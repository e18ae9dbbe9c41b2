// A file goes in, its analysis comes out, and nothing leaves the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { total, weigh } from "../build/transfer.mjs";
import { accessibilityProblems, drop, onPage } from "./browser.mjs";
import { DROPOUT, EXAMPLE, report } from "./report.mjs";

const MOST_BYTES = 500_000;

test("a dropped trial is analysed, and no request leaves the page", () => onPage(async ({ page, server, errors, foreign }) => {
  assert.deepEqual(await accessibilityProblems(page), [], "before a file");
  const asked = await loaded(server);
  await drop(page, "trial.csv", EXAMPLE);
  await report(page, "ready");
  assert.match(await page.getByTestId("answers").innerText(), /compassion/);

  assert.deepEqual(await accessibilityProblems(page), [], "with a report");
  assert.deepEqual(foreign, [], "requests to elsewhere");
  assert.deepEqual(errors, [], "errors in the console");
  assert.equal(server.requests.length, asked, "requests after the file was dropped");
  assert.deepEqual(server.requests.filter(({ status }) => status !== 200), [], "requests for what is not there");
}));

test("a chosen file is read like a dropped one", () => onPage(async ({ page }) => {
  await page.getByTestId("file-input").setInputFiles({ name: "trial.csv", mimeType: "text/csv", buffer: Buffer.from(DROPOUT) });
  await report(page, "ready");
  await page.getByTestId("drop-zone").getByText("trial.csv").waitFor();
}));

test("the example is one click away", () => onPage(async ({ page }) => {
  await page.getByTestId("load-example").click();
  await report(page, "ready");
}));

test("old encodings are decoded by the browser", () => onPage(async ({ page }) => {
  const trial = EXAMPLE.replaceAll("exhaustion", "müdigkeit");
  await drop(page, "latin.csv", Buffer.from(trial, "latin1"));
  await page.getByText("Read as windows-1252").first().waitFor();
  await page.getByTestId("report").getByText("müdigkeit").first().waitFor();
  await drop(page, "utf16.csv", Buffer.from(`\uFEFF${trial}`, "utf16le"));
  await page.getByText("Read as utf-16le").first().waitFor();
  await page.getByTestId("report").getByText("müdigkeit").first().waitFor();
}));

test("the first visit transfers at most 500 KB up to the first report", (t) => onPage(async ({ page, server }) => {
  await drop(page, "trial.csv", EXAMPLE);
  await report(page, "ready");
  const files = [...new Set(server.requests.map(({ file }) => file))];
  const { brotli } = total(files.map((file) => weigh(readFileSync(file))));
  t.diagnostic(`${brotli} bytes by brotli, in ${files.length} files`);
  assert.ok(brotli <= MOST_BYTES, `${brotli} bytes`);
}));

/** How many requests loading takes: the core's two are the last. */
async function loaded(server) {
  const isThere = (extension) => server.requests.some(({ path }) => path.endsWith(extension));
  while (!isThere(".wasm") || !server.requests.some(({ path }) => path.includes("worker-"))) {
    await new Promise((later) => setTimeout(later, 20));
  }
  return server.requests.length;
}
