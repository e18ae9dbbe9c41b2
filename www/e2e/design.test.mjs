// The guessed design is corrected, and the report follows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drop, onPage } from "./browser.mjs";
import { EXAMPLE, report } from "./report.mjs";

test("turning an outcome's direction turns its answers", () => onPage(async ({ page, errors }) => {
  await drop(page, "trial.csv", EXAMPLE);
  await report(page, "ready");
  const before = await page.getByTestId("answers").innerText();
  const design = page.getByTestId("design");
  if ((await design.getAttribute("open")) === null) await design.locator("summary").first().click();
  await design.getByLabel("Direction of benefit of resilience").selectOption("lower");
  await page.waitForFunction((old) => document.querySelector("[data-testid=answers]")?.innerText !== old, before);
  await report(page, "ready");
  assert.deepEqual(errors, []);
}));

test("a picture renamed .csv is told, and the next file is read", () => onPage(async ({ page, errors }) => {
  await drop(page, "photo.csv", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
  await report(page, "failed");
  await page.getByText("photo.csv could not be read").waitFor();
  await drop(page, "trial.csv", EXAMPLE);
  await report(page, "ready");
  assert.deepEqual(errors, []);
}));

test("names in a file are never markup", () => onPage(async ({ page, errors }) => {
  const hostile = "<img src=x onerror=document.title='taken'>";
  await drop(page, "hostile.csv", EXAMPLE.replaceAll("resilience", `${hostile}resilience`).replaceAll("compassion", hostile));
  await report(page, "ready");
  await page.getByTestId("answers").getByText(hostile).first().waitFor();
  assert.equal(await page.locator("img").count(), 0);
  assert.notEqual(await page.title(), "taken");
  assert.deepEqual(errors, []);
}));
