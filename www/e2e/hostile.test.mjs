// A file made to do harm, and windows that try to: names are names, and nobody else is listened to.
import assert from "node:assert/strict";
import { test } from "node:test";
import { onPage } from "./browser.mjs";
import { dropTrial, linkOf, openDesign, outcomes, reportIs, rerun, SMALL } from "./visit.mjs";

const MARKUP = [
  "<img src=x onerror=alert(1)>",
  "</script><script>alert(1)</script>",
  "&lt;b&gt;]]>",
  "<a href='javascript:alert(1)'>x</a>",
  "<svg onload=alert(1)><iframe srcdoc='x'>",
];

const quoted = (text) => `"${text.replaceAll('"', '""')}"`;

/** SMALL with a hostile name for the outcome, an arm, the column of arms and an id. */
const named = (name) => SMALL
  .replace("id,group,mood_pre,mood_post", ["id", `${name} group`, `${name}_pre`, `${name}_post`].map(quoted).join())
  .replaceAll("treatment", quoted(name))
  .replaceAll("P4", quoted(`${name}4`));

/** Counts of the elements of the page by their names. */
const elements = (page) => page.evaluate(() => {
  const counts = {};
  for (const { localName } of document.querySelectorAll("*")) counts[localName] = (counts[localName] ?? 0) + 1;
  return counts;
});

test("names that are markup make no element and no dialog", () => onPage(async ({ page, errors, foreign }) => {
  const dialogs = [];
  page.on("dialog", (dialog) => (dialogs.push(dialog.message()), dialog.dismiss()));
  await dropTrial(page, "harmless.csv", named("mood"));
  await openDesign(page);
  await linkOf(page);
  const harmless = Object.keys(await elements(page));
  for (const name of MARKUP) {
    await dropTrial(page, `${name.replaceAll("/", "")}.csv`, named(name));
    await openDesign(page);
    await page.getByRole("heading", { level: 2, name, exact: false }).waitFor();
    await linkOf(page);
    const made = Object.keys(await elements(page)).filter((element) => !harmless.includes(element));
    assert.deepEqual(made, [], name);
    assert.equal(await page.locator('[href^="javascript" i], [onerror], [onload], [srcdoc]').count(), 0);
  }
  assert.deepEqual(dialogs, []);
  assert.deepEqual(errors, []);
  assert.deepEqual(foreign, []);
}));

const OBJECTS = ["__proto__", "constructor", "toString", "hasOwnProperty", "__defineGetter__", "valueOf"];

test("columns and levels named as an object's own parts are columns and levels", () => onPage(async ({ page, errors }) => {
  // Each in turn names the arms' column, an arm and the outcome; the others are columns of too many numbers to be levels.
  const people = Array.from({ length: 36 }, (_, i) => SMALL.trim().split("\n")[1 + (i % 6)].replace(/^P\d/, `P${i + 1}`));
  for (const name of OBJECTS) {
    const others = OBJECTS.filter((other) => other !== name);
    const rows = people.map((line, i) => `${line.replace("treatment", name)},${others.map((_, k) => 1.5 + i * 10 + k)}`);
    await dropTrial(page, "objects.csv", [`id,${name},${name}_pre,${name}_post,${others}`, ...rows, ""].join("\n"));
    const design = await openDesign(page);
    assert.equal(await design.locator("app-arms app-columns select").inputValue(), name);
    assert.deepEqual(await design.locator("[data-arm]").evaluateAll((arms) => arms.map((arm) => arm.dataset.arm)), ["control", name]);
    // Only columns that have levels are offered for the arms.
    const offered = await design.locator("app-arms app-columns option").evaluateAll((all) => all.map((option) => option.value));
    assert.deepEqual(offered.filter((column) => others.includes(column)), []);
    await rerun(page, () => design.getByLabel("Control", { exact: true }).selectOption(name));
    assert.deepEqual(await design.locator("[data-arm]").evaluateAll((arms) => arms.map((arm) => arm.dataset.arm)), [name, "control"]);
    await rerun(page, () => design.getByLabel("Add a covariate").first().selectOption(others[0]));
    await reportIs(page, "ready");
    assert.equal((await outcomes(page)).length, 1);
  }
  assert.deepEqual(errors, []);
}));

test("marks that turn or hide are written out, in the design and in the report; the Plan keeps the name", () => onPage(async ({ page }) => {
  const name = "mo\u202eod\u200b\u2067y";
  await dropTrial(page, "a\u202egpj.csv", named(name));
  await openDesign(page);
  const shown = await page.locator("app-page").innerText();
  assert.match(shown, /mo⟨U\+202E⟩od⟨U\+200B⟩⟨U\+2067⟩y/);
  assert.match(shown, /a⟨U\+202E⟩gpj\.csv/);
  assert.doesNotMatch(shown, /[\u202a-\u202e\u2066\u2067\u200b]/);
  const plan = await page.evaluate(() => document.querySelector("app-page").store.state().trial.plan);
  assert.equal(plan.arm.levels[1], name);
}));

test("a name of ten thousand letters or a tower of marks leaves the page as wide and as high as it was", () => onPage(async ({ page }) => {
  await dropTrial(page, "long.csv", named("x".repeat(10_000)));
  await openDesign(page);
  const [inside, outside] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(inside <= outside, `${inside} of ${outside} pixels`);
  await dropTrial(page, "tower.csv", named(`Z${"\u030d".repeat(500)}o`));
  assert.doesNotMatch(await page.locator("app-page").innerText(), /\u030d{7}/);
}));

test("messages of other windows change nothing", () => onPage(async ({ page, errors }) => {
  await dropTrial(page, "small.csv", SMALL);
  await linkOf(page);
  const before = await page.evaluateHandle(() => document.querySelector("app-page").store.state());
  await page.evaluate(async () => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const worker = document.querySelector("app-page").store.state().report;
    for (const message of [{ id: 1, is: "done", value: worker }, { id: 1, is: "crashed", message: "x" }, { type: "open" }, { module: null }]) {
      for (const target of [window, frame.contentWindow.parent]) target.postMessage(message, "*");
      dispatchEvent(new MessageEvent("message", { data: message, source: frame.contentWindow }));
    }
    await new Promise((done) => setTimeout(done));
    frame.remove();
  });
  assert.ok(await page.evaluate((state) => document.querySelector("app-page").store.state() === state, before));
  assert.deepEqual(errors, []);
}));

test("a window that opened the page changes nothing by messages", () => onPage(async ({ page, server }) => {
  const [opened] = await Promise.all([page.context().waitForEvent("page"), page.evaluate((url) => void (globalThis.other = open(url)), server.url)]);
  await dropTrial(opened, "small.csv", SMALL);
  await linkOf(opened);
  const before = await opened.evaluateHandle(() => document.querySelector("app-page").store.state());
  await page.evaluate(() => {
    for (const message of [{ id: 1, is: "crashed", message: "x" }, { type: "open" }, "close"]) globalThis.other?.postMessage(message, "*");
  });
  await opened.evaluate(() => new Promise((done) => setTimeout(done)));
  assert.ok(await opened.evaluate((state) => document.querySelector("app-page").store.state() === state, before));
}));
