// A file goes in, its columns come out, and nothing else happens.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { total, weigh } from "../build/transfer.mjs";
import { accessibilityProblems, drop, onPage } from "./browser.mjs";

const TRIAL = "id,group,pre,post\nP1,control,3,4\nP2,treatment,5,9\n";
const MOST_BYTES = 500_000;

test("a dropped CSV shows its columns and rows", () => onPage(async ({ page, server, errors, foreign }) => {
  await drop(page, "trial.csv", TRIAL);
  await shows(page, ["id", "group", "pre", "post"]);
  assert.match(await page.locator("caption").innerText(), /trial\.csv: 2 rows/);

  assert.deepEqual(await accessibilityProblems(page), []);
  assert.deepEqual(foreign, [], "requests to elsewhere");
  assert.deepEqual(errors, [], "errors in the console");
  assert.deepEqual(server.requests.filter(({ status }) => status !== 200), [], "requests for what is not there");
}));

test("a chosen file is read like a dropped one", () => onPage(async ({ page }) => {
  await page.getByTestId("file-input").setInputFiles({ name: "trial.csv", mimeType: "text/csv", buffer: Buffer.from(TRIAL) });
  await shows(page, ["id", "group", "pre", "post"]);
}));

test("legacy encodings are decoded by the browser", () => onPage(async ({ page }) => {
  await drop(page, "latin.csv", Buffer.from("n\xFAmero;pr\xE9\n1;2\n", "latin1"));
  await shows(page, ["número;pré"]);
  await drop(page, "utf16.csv", Buffer.from("\uFEFFپیش‌آزمون,پیگیری\n1,2\n", "utf16le"));
  await shows(page, ["پیش‌آزمون", "پیگیری"]);
}));

test("the first visit transfers at most 500 KB up to the first report", (t) => onPage(async ({ page, server }) => {
  await drop(page, "trial.csv", TRIAL);
  await shows(page, ["id", "group", "pre", "post"]);
  const files = [...new Set(server.requests.map(({ file }) => file))];
  const { brotli } = total(files.map((file) => weigh(readFileSync(file))));
  t.diagnostic(`${brotli} bytes by brotli, in ${files.length} files`);
  assert.ok(brotli <= MOST_BYTES, `${brotli} bytes`);
}));

async function shows(page, columns) {
  await page.waitForFunction((wanted) => {
    const found = [...document.querySelectorAll("th")].map((cell) => cell.textContent);
    return JSON.stringify(found) === JSON.stringify(wanted);
  }, columns, { timeout: 10_000 });
}
