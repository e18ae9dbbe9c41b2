// Permutation and bootstrap come to a report that is there already, from workers of their own, and can be cancelled.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityProblems, drop, onPage } from "./browser.mjs";
import { bring, dropTrial, EXAMPLE, keptOffline, loadExample, openDesign, reportIs, rerun, workersLeft } from "./visit.mjs";

/** Enough participants for permutation and bootstrap to outlast the checks that are made meanwhile. */
const LARGE = (() => {
  const [header, ...rows] = EXAMPLE.trim().split(/\r?\n/);
  return [header, ...Array.from({ length: 80 }, (_, copy) => rows.map((row) => `${copy}-${row}`)).flat()].join("\n");
})();

/** The chapter that has them. */
const CHAPTER = "Does it depend on the method?";

test("permutation and bootstrap follow the report, and nothing is asked for", () => onPage(async ({ page, server, errors }) => {
  await keptOffline(page);
  const asked = server.requests.length;
  await dropTrial(page, "trial.csv", EXAMPLE);
  assert.equal(await workersLeft(page), 1, "the workers that helped are gone");
  await bring(page, CHAPTER);
  await page.locator("[data-section=resampling]").waitFor();
  assert.equal(server.requests.length, asked, "nothing is fetched again");

  const design = await openDesign(page);
  await rerun(page, () => design.getByLabel("Direction of benefit of resilience").selectOption("lower"));
  await page.locator("[data-section=resampling]").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-tidy").click()]);
  const stream = await download.createReadStream();
  const tidy = (await stream.toArray()).join("");
  assert.match(tidy, /resilience,permutation,group:occasion,p,/);
  assert.deepEqual(errors, [], "errors in the console");
}));

test("the numbers do not depend on how many workers there are", async () => {
  const with_ = (workers) => {
    let found;
    return onPage(async ({ page }) => {
      await page.evaluate((n) => Object.defineProperty(navigator, "hardwareConcurrency", { value: n }), workers);
      await loadExample(page);
      await bring(page, CHAPTER);
      await page.locator("[data-section=resampling] summary").click();
      found = await page.locator("[data-section=resampling]").innerText();
    }).then(() => found);
  };
  const [one, four] = [await with_(1), await with_(4)];
  assert.match(one, /max-T[^]*BCa/);
  assert.equal(one, four);
});

test("another seed draws anew, and both can be left out", () => onPage(async ({ page }) => {
  await loadExample(page);
  await bring(page, CHAPTER);
  const section = page.locator("[data-section=resampling]");
  const limits = async () => {
    if ((await section.getAttribute("open")) === null) await section.locator("summary").click();
    return section.locator("[id$=table-bootstrap] tbody").innerText();
  };
  const first = await limits();
  const design = await openDesign(page);
  await design.getByText("Options").click();
  await rerun(page, () => design.getByLabel("Seed").fill("2").then(() => design.getByLabel("Seed").press("Enter")));
  const second = await limits();
  assert.notEqual(first, second);
  await rerun(page, () => design.getByLabel("Seed").fill("1").then(() => design.getByLabel("Seed").press("Enter")));
  assert.equal(await limits(), first);
  await rerun(page, () => design.getByLabel("Permutation and bootstrap").selectOption("0"));
  assert.equal(await section.count(), 0);
}));

test("what takes long shows how far it is, can be cancelled, and begun again", () => onPage(async ({ page }) => {
  await drop(page, "large.csv", LARGE);
  await page.locator("[data-resampling=running]").waitFor({ state: "attached" });
  await page.getByTestId("answers").waitFor();
  const progress = page.getByRole("progressbar", { name: "Permutation and bootstrap" });
  await progress.waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("Permutation and bootstrap are not in this report").waitFor();
  await page.waitForFunction(() => document.querySelector("[data-resampling]").dataset.resampling === "cancelled");
  assert.equal(await progress.count(), 0);
  assert.equal(await workersLeft(page), 1);
  assert.equal(await page.locator("[data-section=resampling]").count(), 0);

  await page.getByRole("button", { name: "Compute them" }).click();
  await progress.waitFor();
  // A change of the design ends it too.
  const design = await openDesign(page);
  await design.getByLabel("Direction of benefit of resilience").selectOption("lower");
  await page.waitForFunction(() => document.querySelector(".subtitle")?.textContent.includes("Lower is better"));
  await drop(page, "trial.csv", EXAMPLE);
  await page.getByText("60 participants").first().waitFor();
  await reportIs(page, "ready");
  await bring(page, CHAPTER);
  await page.locator("[data-section=resampling]").waitFor();
}));
