// The design is edited by select, button, keyboard and drag; the report follows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityProblems, onPage } from "./browser.mjs";
import { dropTrial, EXAMPLE, loadExample, openDesign, outcomes, reportIs, rerun } from "./visit.mjs";

test("the design is folded where every guess is certain, and opens to be edited", () => onPage(async ({ page, errors }) => {
  await loadExample(page);
  assert.equal(await page.getByTestId("design").getAttribute("open"), null);
  const design = await openDesign(page);
  assert.match(await design.innerText(), /names a control/, "each guess shows its reason");
  assert.deepEqual(await accessibilityProblems(page), []);
  await design.getByRole("button", { name: "This is my trial" }).click();
  assert.equal(await page.getByTestId("design").getAttribute("open"), null);
  assert.match(await page.getByTestId("design").innerText(), /Confirmed by you/);
  assert.deepEqual(errors, []);
}));

test("another control changes what the interventions are compared with", () => onPage(async ({ page }) => {
  await loadExample(page);
  const design = await openDesign(page);
  await rerun(page, () => design.getByLabel("Control").selectOption("compassion"));
  assert.equal((await arms(design))[0], "compassion");
  assert.match(await page.getByTestId("answers").innerText(), /Did each arm do better than compassion\?/);
}));

test("an arm is moved by the keyboard, which stays on its button, and is told", () => onPage(async ({ page }) => {
  await loadExample(page);
  const design = await openDesign(page);
  const [, second, third] = await arms(design);
  const later = design.getByRole("button", { name: `Move ${second} later` });
  await later.focus();
  await rerun(page, () => page.keyboard.press("Enter"));
  assert.deepEqual((await arms(design)).slice(1), [third, second]);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), `Move ${second} later`);
}));

test("the keyboard reaches the design and the sections", () => onPage(async ({ page }) => {
  await loadExample(page);
  await openDesign(page);
  await page.locator("main").focus();
  const names = [];
  for (let i = 0; i < 160; i++) {
    await page.keyboard.press("Tab");
    names.push(await page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.innerText));
  }
  for (const wanted of ["Control", "resilience, pre", "Add an outcome", "This is my trial", "All numbers (CSV)", "Why this test?"]) {
    assert.ok(names.includes(wanted), wanted);
  }
  assert.ok(names.some((name) => name.startsWith("Descriptives")), "a section");
}));

test("an arm is dragged to another place", () => onPage(async ({ page }) => {
  await loadExample(page);
  const design = await openDesign(page);
  const [first, second, third] = await arms(design);
  await rerun(page, () => design.locator(`[data-arm="${third}"]`).dragTo(design.locator(`[data-arm="${second}"]`)));
  assert.deepEqual(await arms(design), [first, third, second]);
}));

test("an arm is left out and put back", () => onPage(async ({ page }) => {
  await loadExample(page);
  const design = await openDesign(page);
  const [, second] = await arms(design);
  await rerun(page, () => design.getByRole("button", { name: `Leave ${second} out` }).click());
  assert.equal((await arms(design)).length, 2);
  await rerun(page, () => design.getByRole("button", { name: `Put ${second} back` }).click());
  assert.equal((await arms(design)).length, 3);
}));

test("outcomes are named, turned, removed and added", () => onPage(async ({ page }) => {
  await loadExample(page);
  const design = await openDesign(page);
  const name = design.getByLabel("Name of outcome 1");
  await rerun(page, async () => {
    await name.fill("Hardiness");
    await name.press("Enter");
  });
  assert.equal((await outcomes(page))[0], "Hardiness");
  await page.getByRole("heading", { level: 2, name: "Hardiness" }).waitFor();
  await rerun(page, () => design.getByLabel("Direction of benefit of Hardiness").selectOption("lower"));
  assert.match(await page.locator(".subtitle").innerText(), /Lower is better/);
  await rerun(page, () => design.getByRole("button", { name: "Remove support" }).click());
  assert.deepEqual(await outcomes(page), ["Hardiness", "Exhaustion", "Depersonalization", "Accomplishment"]);

  await design.getByRole("button", { name: "Add an outcome" }).click();
  // An unfinished outcome says so and stops nothing.
  await design.getByText(/Choose its columns/).waitFor();
  for (const occasion of ["pre", "post"]) await design.getByLabel(`Outcome 5, ${occasion}`).selectOption(`support_${occasion}`);
  await rerun(page, () => design.getByLabel("Outcome 5, fu").selectOption("support_fu"));
  assert.equal((await outcomes(page)).length, 5);
}));

test("cells are exchanged by a select and by dragging", () => onPage(async ({ page }) => {
  await loadExample(page);
  const design = await openDesign(page);
  const cell = (occasion) => design.getByLabel(`resilience, ${occasion}`);
  await rerun(page, () => cell("pre").selectOption("resilience_post"));
  assert.deepEqual([await cell("pre").inputValue(), await cell("post").inputValue()], ["resilience_post", "resilience_pre"]);
  const grip = (n) => design.locator("tr[data-row='0'] .cell").nth(n);
  await rerun(page, () => grip(0).dragTo(grip(1), { sourcePosition: { x: 4, y: 10 } }));
  assert.deepEqual([await cell("pre").inputValue(), await cell("post").inputValue()], ["resilience_pre", "resilience_post"]);
}));

test("occasions are put in order, with the columns of every outcome", () => onPage(async ({ page }) => {
  await loadExample(page);
  const design = await openDesign(page);
  const later = design.getByRole("button", { name: "Move pre later" });
  await rerun(page, () => later.press("Enter"));
  assert.equal(await design.getByLabel("Name of occasion 1").inputValue(), "post");
  assert.equal(await design.getByLabel("support, post").inputValue(), "support_post");
}));

test("randomisation, options, a covariate and a trial without arms are taken", () => onPage(async ({ page }) => {
  await loadExample(page);
  const design = await openDesign(page);
  await rerun(page, () => design.getByLabel("Randomised").selectOption("yes"));
  assert.doesNotMatch(await page.getByTestId("answers").locator("..").innerText(), /does not say whether participants were allotted/);
  await design.getByText("Options", { exact: true }).click();
  await rerun(page, () => design.getByLabel("Many comparisons").selectOption("holm"));
  assert.match(await page.locator("[data-section=comparisons-change]").innerText(), /Holm/);
  await rerun(page, () => design.getByLabel("Add a covariate").selectOption("age"));
  await rerun(page, () => design.getByRole("button", { name: "Do not use age" }).click());
  await rerun(page, () => design.getByLabel("Arms are in").selectOption(""));
  assert.equal(await design.locator("[data-arm]").count(), 0);
}));

test("a guess that is only a default is marked and opens the design", () => onPage(async ({ page }) => {
  await dropTrial(page, "trial.csv", EXAMPLE.replaceAll("waitlist", "alpha").replaceAll("compassion", "beta").replaceAll("mentalization", "gamma"));
  await page.getByRole("button", { name: "This is my trial" }).waitFor();
  assert.match(await page.getByTestId("design").innerText(), /please check/);
  await reportIs(page, "ready");
}));

function arms(design) {
  return design.locator("[data-arm]").evaluateAll((items) => items.map((item) => item.dataset.arm));
}
