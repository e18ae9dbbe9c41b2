// What cannot be read or analysed is told in words; what was there before stays.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityProblems, drop, onPage } from "./browser.mjs";
import { dropTrial, EXAMPLE, loadExample, reportIs, SMALL } from "./visit.mjs";

const PICTURE = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex");

for (const [name, content] of [
  ["empty.csv", ""],
  ["picture.csv", PICTURE],
  ["header.csv", "id,group,pre,post\n"],
]) {
  test(`${name} is refused in words`, () => onPage(async ({ page, errors }) => {
    await drop(page, name, content);
    await reportIs(page, "failed");
    assert.match(await page.locator("main").innerText(), new RegExp(`${name}|could not`));
    assert.ok((await page.locator(".failure .notice").count()) > 0);
    assert.deepEqual(await accessibilityProblems(page), []);
    assert.deepEqual(errors, []);
  }));
}

test("a file that cannot be read leaves the trial that is there", () => onPage(async ({ page }) => {
  await loadExample(page);
  await drop(page, "picture.csv", PICTURE);
  await page.getByText("picture.csv could not be read").waitFor();
  assert.ok(await page.getByTestId("answers").isVisible());
  await page.getByRole("button", { name: "Close" }).click();
  await reportIs(page, "ready");
  await dropTrial(page, "small.csv", SMALL);
  await page.getByText("small.csv").first().waitFor();
}));

test("a hostile column name is only a name", () => onPage(async ({ page, errors }) => {
  let alerted = false;
  page.on("dialog", (dialog) => ((alerted = true), dialog.dismiss()));
  const hostile = "<img src=x onerror=alert(1)>";
  await dropTrial(page, "hostile.csv", SMALL.replaceAll("mood", hostile).replaceAll("treatment", `<b>${hostile}`));
  await page.getByRole("heading", { level: 2 }).filter({ hasText: "onerror=alert(1" }).waitFor();
  assert.equal(await page.locator("main img").count(), 0);
  assert.equal(alerted, false);
  assert.deepEqual(errors, []);
}));

test("text among numbers is named by its row, with many notices folded", () => onPage(async ({ page }) => {
  await dropTrial(page, "trial.csv", EXAMPLE.replace(/^(P02,(?:[^,]*,){3})\d+/m, "$1many"));
  const strip = page.getByTestId("drop-zone");
  await strip.getByText("many", { exact: false }).first().waitFor();
  assert.match(await strip.innerText(), /line \d+/);
}));

test("a suspected code is asked about, and the answer changes the plan", () => onPage(async ({ page }) => {
  await dropTrial(page, "trial.csv", EXAMPLE.replace(/^(P02,(?:[^,]*,){13})\d+/m, "$199"));
  const question = page.getByRole("button", { name: "99 means missing" });
  await question.click();
  await question.waitFor({ state: "detached" });
  await page.waitForFunction(() => document.querySelector("app-page").store.state().run.at === "ready");
  const codes = await page.evaluate(() => document.querySelector("app-page").store.state().trial.plan.codes);
  assert.deepEqual(codes.map(({ value, means }) => [value, means]), [[99, "missing"]]);
}));

test("legacy encodings are decoded by the browser, and can be overridden", () => onPage(async ({ page }) => {
  await dropTrial(page, "latin.csv", Buffer.from(SMALL.replaceAll("mood", "Anst\xF6sse"), "latin1"));
  await page.getByRole("heading", { level: 2, name: "Anstösse" }).waitFor();
  await page.getByText("Change", { exact: true }).click();
  await page.getByLabel("Encoding").selectOption("windows-1256");
  await page.getByRole("heading", { level: 2, name: "Anstِsse" }).waitFor();
  await dropTrial(page, "utf16.csv", Buffer.from(`\uFEFF${SMALL.replaceAll("mood_pre", "پیش‌آزمون").replaceAll("mood_post", "پس‌آزمون")}`, "utf16le"));
  assert.match(await page.getByTestId("drop-zone").innerText(), /utf-16le/);
}));
