// The worker can be ended or can crash at any time; the page notices and the file stays.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drop, onPage } from "./browser.mjs";
import { dropTrial, openDesign, outcomes, reportIs, rerun, SMALL, workersLeft } from "./visit.mjs";

const OTHER = SMALL.replaceAll("mood", "sleep");

test("a crash is told, and the trial is analysed again", () => onPage(async ({ page }) => {
  await dropTrial(page, "first.csv", SMALL);
  await page.workers()[0].evaluate(() => {
    Blob.prototype.arrayBuffer = () => Promise.reject(new WebAssembly.RuntimeError("unreachable"));
  });
  const restarted = page.waitForEvent("worker");
  await drop(page, "second.csv", OTHER);
  await page.getByText("unreachable").first().waitFor();
  await restarted;
  assert.deepEqual(await outcomes(page), ["Mood"], "the earlier report is still there");

  const design = await openDesign(page);
  await rerun(page, () => design.getByLabel("Direction of benefit of mood").selectOption("lower"));
  await dropTrial(page, "third.csv", OTHER);
  await page.getByRole("heading", { level: 2, name: "sleep" }).waitFor();
}));

test("reading that takes long shows that it does and can be cancelled; the earlier report stays", () => onPage(async ({ page, server }) => {
  await dropTrial(page, "first.csv", SMALL);
  await hang(page);
  const asked = server.requests.length;
  await drop(page, "hangs.csv", OTHER);
  assert.equal(await page.getByRole("progressbar").count(), 0, "not before it takes long");
  await page.getByRole("progressbar").waitFor();
  await reportIs(page, "running");
  assert.deepEqual(await outcomes(page), ["Mood"]);
  await page.getByRole("button", { name: "Cancel" }).click();
  await reportIs(page, "ready");

  const design = await openDesign(page);
  await rerun(page, () => design.getByLabel("Direction of benefit of mood").selectOption("lower"));
  assert.equal(await workersLeft(page, 2), 2, "one that reads and one that edits");
  assert.equal(server.requests.length, asked, "nothing is fetched again");
}));

test("a new file ends the reading of one that hangs", () => onPage(async ({ page }) => {
  await dropTrial(page, "first.csv", SMALL);
  await hang(page);
  await drop(page, "hangs.csv", SMALL);
  await drop(page, "second.csv", OTHER);
  await page.getByRole("heading", { level: 2, name: "sleep" }).waitFor();
}));

test("an analysis that hangs is cancelled, and begun again", () => onPage(async ({ page }) => {
  await dropTrial(page, "first.csv", SMALL);
  const design = await openDesign(page);
  await page.workers()[0].evaluate(() => {
    // Its answers go nowhere.
    self.postMessage = () => undefined;
  });
  await design.getByLabel("Direction of benefit of mood").selectOption("lower");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("still the one from before").waitFor();
  await rerun(page, () => page.getByRole("button", { name: "Analyse" }).click());
  assert.match(await page.locator(".subtitle").innerText(), /Lower is better/);
}));

/** From now on the worker never ends reading a file. */
function hang(page) {
  return page.workers()[0].evaluate(() => {
    Blob.prototype.arrayBuffer = () => new Promise(() => {});
  });
}
