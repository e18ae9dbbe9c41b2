// What is still a guess is asked before the first answer, and answered in place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityProblems, onPage } from "./browser.mjs";
import { dropTrial, EXAMPLE, loadExample, openDesign, reportIs, rerun } from "./visit.mjs";

/** Two arms are named like a control, and the name of the first outcome tells no direction. */
const TWO_CONTROLS = EXAMPLE.replaceAll("compassion", "control").replaceAll("resilience", "score");
/** No arm is named like a control. */
const NO_CONTROL = EXAMPLE.replaceAll("waitlist", "alpha").replaceAll("compassion", "beta").replaceAll("mentalization", "gamma");

const card = (page, part) => page.locator(`[data-testid=questions] [data-part="${part}"]`);

test("the example asks nothing", () => onPage(async ({ page }) => {
  await loadExample(page);
  assert.equal(await page.getByTestId("questions").count(), 0);
}));

test("questions stand above the first answer, each with its reason and its choices", () => onPage(async ({ page, errors }) => {
  await dropTrial(page, "trial.csv", TWO_CONTROLS);
  const questions = page.getByTestId("questions");
  const isBefore = await questions.evaluate((one) =>
    (one.compareDocumentPosition(document.querySelector("[data-testid=answers]")) & Node.DOCUMENT_POSITION_FOLLOWING) > 0);
  assert.ok(isBefore);
  assert.match(await card(page, "control").innerText(), /Which arm is the control\?\s+control and waitlist all name a control/);
  assert.deepEqual(await choices(card(page, "control")), ["control (taken so now)", "waitlist", "mentalization", "none of them"]);
  assert.deepEqual(await choices(card(page, "better:score")), ["higher is better (taken so now)", "lower is better"]);
  assert.doesNotMatch(await page.getByTestId("answers").innerText(), /\b(better|worse|work(ed)?)\b/);
  assert.deepEqual(await accessibilityProblems(page), []);
  assert.deepEqual(errors, []);
}));

test("a wrong control is put right by its card", () => onPage(async ({ page }) => {
  await dropTrial(page, "trial.csv", TWO_CONTROLS);
  await rerun(page, () => card(page, "control").getByRole("button", { name: "waitlist" }).click());
  assert.equal(await card(page, "control").count(), 0);
  assert.equal(await card(page, "better:score").count(), 1, "the other question stays");
  const plan = await page.evaluate(() => document.querySelector("app-page").store.state().trial.plan);
  assert.equal(plan.arm.control, "waitlist");
  assert.match(await page.getByTestId("answers").innerText(), /with waitlist|against waitlist/);
  const design = await openDesign(page);
  assert.equal(await design.getByLabel("Control", { exact: true }).inputValue(), "waitlist");
}));

test("a direction is answered by the keyboard, which goes on at the next question", () => onPage(async ({ page }) => {
  await dropTrial(page, "trial.csv", TWO_CONTROLS);
  await card(page, "better:score").getByRole("button", { name: "lower is better" }).focus();
  await rerun(page, () => page.keyboard.press("Enter"));
  assert.equal(await card(page, "better:score").count(), 0);
  assert.match(await page.locator(".subtitle").innerText(), /Lower is better/);
  assert.ok(await page.evaluate(() => document.activeElement.closest("[data-testid=questions]") !== null));
}));

test("all of this is right: the questions go, and the words take a side", () => onPage(async ({ page }) => {
  await dropTrial(page, "trial.csv", TWO_CONTROLS);
  const all = page.getByTestId("questions").getByRole("button", { name: "Yes, all of this is right" });
  await all.focus();
  await rerun(page, () => page.keyboard.press("Enter"));
  assert.equal(await page.getByTestId("questions").count(), 0);
  const { unconfirmed, arm, outcomes } = await page.evaluate(() => document.querySelector("app-page").store.state().trial.plan);
  assert.deepEqual([unconfirmed, arm.control, outcomes[0].better], [[], "control", "higher"]);
  assert.match(await page.locator(".subtitle").innerText(), /Higher is better/);
  assert.ok(await page.evaluate(() => document.activeElement !== document.body), "the keyboard has a place");
}));

test("that no arm is the control can be said", () => onPage(async ({ page }) => {
  await dropTrial(page, "trial.csv", NO_CONTROL);
  const design = await openDesign(page);
  assert.equal(await chosen(design.getByLabel("Control", { exact: true })), "please choose");
  await rerun(page, () => card(page, "control").getByRole("button", { name: "none of them" }).click());
  assert.equal(await page.getByTestId("questions").count(), 0);
  assert.equal(await chosen(design.getByLabel("Control", { exact: true })), "no control");
}));

test("a direction that nobody has said is to be chosen in the design", () => onPage(async ({ page }) => {
  await dropTrial(page, "trial.csv", EXAMPLE.replaceAll("resilience", "score"));
  const design = await openDesign(page);
  const direction = design.getByLabel("Direction of benefit of score");
  assert.equal(await chosen(direction), "please choose");
  await rerun(page, () => direction.selectOption("lower"));
  assert.equal(await direction.locator("option").count(), 2);
  assert.equal(await page.getByTestId("questions").count(), 0);
}));

test("arms are renamed: the report has the name, the file its own", () => onPage(async ({ page }) => {
  await loadExample(page);
  const design = await openDesign(page);
  const name = design.getByLabel("Name of the arm compassion");
  await rerun(page, async () => {
    await name.fill("CBI");
    await name.press("Enter");
  });
  assert.match(await page.getByTestId("answers").innerText(), /CBI/);
  assert.doesNotMatch(await page.getByTestId("answers").innerText(), /compassion/i);
  const { arm } = await page.evaluate(() => document.querySelector("app-page").store.state().trial.plan);
  assert.deepEqual([...arm.levels].sort(), ["compassion", "mentalization", "waitlist"]);
  await rerun(page, async () => {
    await name.fill("");
    await name.press("Enter");
  });
  assert.match(await page.getByTestId("answers").innerText(), /compassion/i);
}));

test("lists show what the design holds, whatever was chosen in them", () => onPage(async ({ page }) => {
  await loadExample(page);
  const design = await openDesign(page);
  const control = design.getByLabel("Control", { exact: true });
  for (const level of ["mentalization", "waitlist", "compassion"]) {
    await rerun(page, () => control.selectOption(level));
    assert.equal(await control.inputValue(), level);
  }
  const adjusted = design.getByLabel("Add a covariate");
  await rerun(page, () => adjusted.selectOption("age"));
  assert.equal(await adjusted.inputValue(), "", "the list is for the next one");
}));

test("end of treatment, baseline, level and comparisons are chosen in the design", () => onPage(async ({ page }) => {
  await loadExample(page);
  const design = await openDesign(page);
  await rerun(page, () => design.getByLabel("Treatment had ended at").selectOption("fu"));
  assert.doesNotMatch(await page.getByTestId("answers").innerText(), /Did it last/);
  await rerun(page, () => design.getByLabel("Treatment had ended at").selectOption("post"));
  await design.getByText("Options", { exact: true }).click();
  await rerun(page, () => design.getByLabel("Level of intervals").selectOption("0.9"));
  assert.match(await page.getByTestId("answers").innerText(), /90% CI/);
  await rerun(page, () => design.getByLabel("Arms compared").selectOption("control"));
  await rerun(page, () => design.getByLabel("fu", { exact: true }).uncheck());
  const { compare, level } = await page.evaluate(() => document.querySelector("app-page").store.state().trial.plan);
  assert.deepEqual([compare, level], [{ arms: "control", occasions: ["post"] }, 0.9]);
  await reportIs(page, "ready");
}));

test("arms and occasions that are swapped and swapped back give the same report, colours included", () => onPage(async ({ page }) => {
  await loadExample(page);
  const design = await openDesign(page);
  const drawn = () => page.evaluate(() =>
    [...document.querySelectorAll("[data-testid=answers], app-arms .arms .mark, [data-kind=profile]")].map((one) => one.outerHTML));
  const before = await drawn();
  const control = design.getByLabel("Control", { exact: true });
  await rerun(page, () => control.selectOption("mentalization"));
  await rerun(page, () => control.selectOption("waitlist"));
  assert.deepEqual(await drawn(), before);
  await rerun(page, () => design.getByRole("button", { name: "Move post later" }).press("Enter"));
  await rerun(page, () => design.getByRole("button", { name: "Move post earlier" }).press("Enter"));
  assert.deepEqual(await drawn(), before);
}));

test("a click in the contents opens what it leads to", () => onPage(async ({ page }) => {
  await loadExample(page);
  const links = page.locator("nav.contents a[data-go]");
  await page.locator("nav.contents summary").click(); // more than ten entries are folded
  for (let i = 0; i < (await links.count()); i++) {
    const anchor = (await links.nth(i).getAttribute("href")).slice(1);
    await links.nth(i).click();
    await page.waitForFunction((id) => {
      const place = document.getElementById(id);
      const fold = place?.closest("details");
      return place !== null && (fold === null || fold.open);
    }, anchor, { timeout: 5_000 });
  }
  await page.getByRole("navigation", { name: "Parts of this page" }).getByRole("link", { name: "Design" }).click();
  await page.getByRole("button", { name: "This is my trial" }).waitFor();
}));

async function choices(question) {
  const texts = await question.getByRole("button").allInnerTexts();
  return texts.map((text) => text.replace(/\s+/g, " ").trim());
}

/** What a list shows. */
function chosen(list) {
  return list.evaluate((select) => select.selectedOptions[0]?.textContent);
}
