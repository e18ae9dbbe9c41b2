// From the items of questionnaires to scores: recognised, confirmed, defined, saved, and read from several files.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityProblems, drop, dropAll, onPage } from "./browser.mjs";
import { dropTrial, follow, linkOf, openDesign, outcomes, reportIs, rerun, saved } from "./visit.mjs";

const ROWS = 24;

/** A trial of two arms with items at these occasions: answers from `low` to `high`. */
function trialOf(name, items, occasions, [low, high]) {
  const header = occasions.flatMap((at) => Array.from({ length: items }, (_, i) => name(i + 1, at)));
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const answers = header.map((_, at) => low + ((row * 7 + at * 5 + row * at + (row % 3) * 2) % (high - low + 1)));
    return [`P${row + 1}`, row % 2 === 0 ? "waitlist" : "compassion", ...answers].join(",");
  });
  return [["id", "group", ...header].join(","), ...rows, ""].join("\n");
}

const MBI = trialOf((item, at) => `mbi${item}_${at}`, 22, ["pre", "post", "fu"], [0, 6]);
const UWES = trialOf((item, at) => `uwes_${item}_${at}`, 9, ["pre", "post"], [0, 6]);
const OWN = trialOf((item, at) => `calm${item}_${at}`, 6, ["pre", "post"], [1, 5]);

const BURNOUT = ["Emotional exhaustion", "Depersonalisation", "Personal accomplishment"];

function builder(page) {
  return page.locator("#builder");
}

test("items of a known questionnaire are scored by its key, and the design says how", () => onPage(async ({ page, server, errors, foreign }) => {
  await page.locator("[data-offline=ready]").waitFor({ state: "attached" });
  const asked = server.requests.length;
  await dropTrial(page, "items.csv", MBI);
  assert.deepEqual(await outcomes(page), BURNOUT);
  const design = await openDesign(page);
  const row = design.locator(".scales tbody tr");
  const said = (await row.innerText()).replaceAll(/\s+/g, " ");
  assert.match(said, /MBI-HSS/);
  assert.match(said, /mbi1_pre … mbi22_pre 22 items/);
  assert.match(said, /emotional exhaustion 1–3, 6, 8, 13, 14, 16, 20/);
  assert.match(said, /Answers 0 to 6/);
  assert.equal(await design.getByText("Not used").count(), 0, "items are used");

  await row.getByRole("button", { name: "Remove MBI-HSS" }).click();
  await reportIs(page, "failed");
  assert.equal(await row.count(), 0);
  assert.deepEqual(errors, []);
  assert.equal(server.requests.length, asked, "nothing was asked for after the drop");
  assert.deepEqual(foreign, []);
}));

test("a key that needs it is compared with the form before it is used", () => onPage(async ({ page }) => {
  await drop(page, "uwes.csv", UWES);
  await reportIs(page, "failed");
  const notice = page.locator(".notice", { hasText: "is not confirmed" }).first();
  assert.match(await notice.innerText(), /vigou?r \(1, 2, 5\)/i);
  await rerun(page, () => notice.getByRole("button", { name: "My form has these items" }).click());
  assert.equal((await outcomes(page)).length, 4);
  const design = await openDesign(page);
  assert.match(await design.locator(".scales").innerText(), /confirmed by you/);
}));

test("a key that differs from the form is changed in the builder, and travels in the link", () => onPage(async ({ page }) => {
  await drop(page, "uwes.csv", UWES);
  await reportIs(page, "failed");
  await page.getByRole("button", { name: "It differs: change it" }).first().click();
  const form = builder(page);
  await form.getByLabel("Items of vigour", { exact: true }).fill("1, 2, 6");
  await form.getByLabel("Items of absorption", { exact: true }).fill("5, 8-9");
  await rerun(page, () => form.getByRole("button", { name: "Score it so" }).click());
  const scales = page.locator(".scales");
  assert.match(await scales.innerText(), /vigour\s+1, 2, 6/);
  assert.match(await scales.innerText(), /changed by you/);
  const { scales: [scale] } = await page.evaluate(() => document.querySelector("app-page").store.state().trial.plan);
  assert.deepEqual(scale.subscales.map(({ name, items }) => [name, items]), [["vigour", [1, 2, 6]], ["absorption", [5, 8, 9]]]);

  await follow(page, await linkOf(page));
  await drop(page, "uwes.csv", UWES);
  await reportIs(page, "ready");
  const design = await openDesign(page);
  assert.match(await design.locator(".scales").innerText(), /vigour\s+1, 2, 6/);
}));

test("a questionnaire is defined from nothing, saved as a key file and opened again", () => onPage(async ({ page, errors }) => {
  await dropTrial(page, "own.csv", OWN);
  const design = await openDesign(page);
  await design.getByRole("button", { name: "Score a questionnaire from its items" }).click();
  const form = builder(page);
  await form.getByLabel("Name", { exact: true }).fill("calm");
  await form.getByLabel("Lowest answer").fill("1");
  await form.getByLabel("Highest answer").fill("5");
  await form.getByLabel("Items at pre", { exact: true }).fill("calm#_pre, nothing");
  await form.getByLabel("Lowest answer").focus();
  await form.getByLabel("Name of score 1").fill("calmness");
  assert.match(await form.innerText(), /6 columns: calm1_pre … calm6_pre/);
  assert.match(await form.innerText(), /Not in the file: nothing/);
  await form.getByLabel("Items at pre", { exact: true }).fill("calm#_pre");
  assert.equal(await form.getByLabel("Items at post", { exact: true }).inputValue(), "calm#_post", "the other occasion is filled alike");
  await form.getByLabel("Items at post", { exact: true }).fill("calm1_post, calm2_post");
  await form.getByLabel("Lowest answer").focus();
  await form.getByLabel("Add a column: Items at post").selectOption("calm3_post");
  await form.getByLabel("Items at post", { exact: true }).fill("calm#_post");
  await form.getByLabel("Reversed items of calmness").fill("2, 4-5");
  await form.getByRole("button", { name: "Add a score" }).click();
  await form.getByLabel("Name of score 2").fill("ease");
  await form.getByLabel("Items of ease", { exact: true }).fill("1–3");
  await form.getByLabel("Rule of ease").selectOption("mean");
  assert.deepEqual(await accessibilityProblems(page), [], "the builder");
  await rerun(page, () => form.getByRole("button", { name: "Score it so" }).click());
  assert.deepEqual(await outcomes(page), ["Calmness", "Ease"]);
  const said = await design.locator(".scales").innerText();
  assert.match(said, /calmness\s+1–6 · reversed 2, 4, 5/);
  assert.match(said, /ease\s+1–3/);

  const { name, text } = await saved(page, design.getByRole("button", { name: "Save calm as key file" }));
  assert.equal(name, "calm.json");
  assert.deepEqual(JSON.parse(text).subscales[0].reversed, [2, 4, 5]);

  await design.getByRole("button", { name: "Score a questionnaire from its items" }).click();
  await page.getByTestId("key-input").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await page.waitForFunction(() => document.querySelector("#builder [aria-label='Items of ease']")?.value === "1–3");
  assert.equal(await form.getByLabel("Reversed items of calmness").inputValue(), "2, 4, 5");
  assert.equal(await form.getByLabel("Rule of ease").inputValue(), "mean");
  assert.deepEqual(errors, []);
}));

test("a key file in TOML is opened as one in JSON is", () => onPage(async ({ page, errors }) => {
  await dropTrial(page, "own.csv", OWN);
  const design = await openDesign(page);
  await design.getByRole("button", { name: "Score a questionnaire from its items" }).click();
  const text = `id = "calm"
titles = ["Calmness"]
confidence = "own"
items = 6
range = [1, 5]
[[scores]]
name = "calmness"
rule = "sum"
items = [1, 2, 3, 4, 5, 6]
reversed = [2, 4, 5]
`;
  await page.getByTestId("key-input").setInputFiles({ name: "calm.toml", mimeType: "application/toml", buffer: Buffer.from(text) });
  await page.waitForFunction(() => document.querySelector("#builder [aria-label='Reversed items of calmness']")?.value === "2, 4, 5");
  assert.deepEqual(errors, []);
}));

test("a hostile key file is refused with its line", () => onPage(async ({ page, errors }) => {
  await dropTrial(page, "own.csv", OWN);
  const design = await openDesign(page);
  await design.getByRole("button", { name: "Score a questionnaire from its items" }).click();
  const open = (text) => page.getByTestId("key-input").setInputFiles({ name: "key.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await open('{"name": "<img src=x>",\n"subscales": [{"name": "x",\n"items": [100000]}]}');
  await builder(page).getByText(/Line 3 says 100.?000 items/).waitFor();
  await open(`{"name":\n${"[".repeat(1000)}`);
  await builder(page).getByText(/Line 2 of the key file/).waitFor();
  assert.deepEqual(errors, []);
}));

test("answers that are entered from one are shifted when the visitor says so", () => onPage(async ({ page }) => {
  await drop(page, "pss.csv", trialOf((item, at) => `pss${item}_${at}`, 10, ["pre", "post"], [1, 5]));
  await reportIs(page, "failed");
  const notice = page.locator(".notice", { hasText: "lie between 1 and 5" }).first();
  await notice.getByRole("button", { name: "Leave the answers as they are" }).waitFor();
  await rerun(page, () => notice.getByRole("button", { name: /^Take 1/ }).click());
  assert.equal((await outcomes(page)).length, 1);
}));

test("the example with items gives the answers of the scored one", () => onPage(async ({ page }) => {
  const answers = async () => {
    const all = {};
    for (const name of await outcomes(page)) {
      await page.locator(".outcomes button", { hasText: name }).click();
      all[await page.locator("article h2").first().innerText()] = (await page.getByTestId("answers").innerText()).replaceAll(/table \d+/gi, "table");
    }
    return Object.values(all);
  };
  await page.getByRole("button", { name: "Load the example with items" }).click();
  await reportIs(page, "ready");
  const ofItems = await answers();
  const names = await page.evaluate(() => document.querySelector("app-page").store.state().trial.plan.outcomes.map(({ name }) => name));
  await page.reload();
  await page.getByTestId("load-example").click();
  await reportIs(page, "ready");
  const ofScores = await answers();
  const same = (text) => text.toLowerCase().replaceAll(/cd-risc-25|resilience/g, "r").replaceAll(/emotional exhaustion|exhaustion/g, "e")
    .replaceAll(/depersonali[sz]ation/g, "d").replaceAll(/personal accomplishment|accomplishment/g, "a");
  assert.equal(ofScores.length, 5);
  assert.deepEqual(ofItems.map(same).toSorted(), ofScores.map(same).toSorted(), names.join());
}));

test("a template is filled in from the form, and then scores", () => onPage(async ({ page }) => {
  await drop(page, "wss.csv", trialOf((item, at) => `WSS_${item}_${at}`, 8, ["pre", "post"], [0, 4]));
  const design = await openDesign(page);
  await design.getByRole("button", { name: /^Score WSS/i }).click();
  const form = builder(page);
  await form.getByLabel("Scored by").selectOption("workplace-support");
  await form.getByLabel("Lowest answer").fill("0");
  await form.getByLabel("Highest answer").fill("4");
  await form.getByLabel("Items of supervisor support", { exact: true }).fill("1-4");
  await form.getByLabel("Items of co-worker support", { exact: true }).fill("5-8");
  await form.getByRole("button", { name: "Score it so" }).click();
  await reportIs(page, "ready");
  assert.deepEqual(await outcomes(page), ["Supervisor support", "Co-worker support"]);
}));

test("the items of each score are mapped, and the map leads to its table", () => onPage(async ({ page }) => {
  await dropTrial(page, "items.csv", MBI);
  await page.locator(".outcomes button", { hasText: "Depersonalisation" }).click();
  const section = page.locator("[data-section=reliability]");
  await section.locator("summary").first().click();
  const map = section.locator("figure", { hasText: "Item map of depersonalisation at pretest" });
  await map.scrollIntoViewIfNeeded();
  await map.locator("svg").waitFor();
  assert.equal(await map.locator("svg circle").count(), 5, "a point for each item");
  await map.locator("a[data-go]").click();
  assert.match(await page.locator("[id$=table-items-1]").innerText(), /Items of depersonalisation at pretest/);
}));

test("several files are joined, one for each occasion, and a mistake is told with its file", () => onPage(async ({ page }) => {
  const of = (at) => trialOf((item) => `mbi${item}`, 22, [at], [0, 6]);
  const files = ["pre", "post", "fu"].map((at) => ({ name: `trial_${at}.csv`, content: of(at) }));
  await dropAll(page, [files[1], files[0], files[2]]);
  await reportIs(page, "ready");
  const strip = page.getByTestId("drop-zone");
  assert.match(await strip.innerText(), /3 files were joined by id.*trial_pre\.csv \(pre\), trial_post\.csv \(post\)/s);
  assert.deepEqual(await outcomes(page), BURNOUT);
  assert.match(await page.getByTestId("lock-status").innerText(), /trial_post\.csv and 2 more/);

  await page.getByTestId("file-input").setInputFiles([
    { name: "one_pre.csv", mimeType: "text/csv", buffer: Buffer.from(of("pre")) },
    { name: "two_post.csv", mimeType: "text/csv", buffer: Buffer.from(of("post").replace("P3,", "P1,")) },
  ]);
  await strip.getByText(/two_post\.csv has an id on several rows/).waitFor();
}));

test("reliable change is asked for from a published reliability, with a cut-off", () => onPage(async ({ page }) => {
  await dropTrial(page, "items.csv", MBI);
  const design = await openDesign(page);
  await design.getByText("Aims and claims", { exact: true }).click();
  const reliability = design.getByLabel("Reliability of emotional exhaustion");
  await reliability.locator("option", { hasText: "0.82" }).waitFor({ state: "attached" });
  await rerun(page, () => reliability.selectOption("0"));
  assert.match(await page.locator("[data-section=reliable_change]").textContent(), /\.82/);
}));

for (const [scheme, width] of [["light", 1280], ["dark", 1280], ["light", 390], ["dark", 390]]) {
  test(`the design with questionnaires is accessible: ${scheme}, ${width} px`, () => onPage(async ({ page }) => {
    await dropTrial(page, "items.csv", MBI);
    const design = await openDesign(page);
    await design.getByRole("button", { name: "Change MBI-HSS" }).click();
    await builder(page).waitFor();
    await design.getByText("Aims and claims", { exact: true }).click();
    assert.deepEqual(await accessibilityProblems(page), []);
  }, { colorScheme: scheme, viewport: { width, height: 900 } }));
}
