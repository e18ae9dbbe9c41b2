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
  await rerun(page, () => page.getByRole("button", { name: "Analyse", exact: true }).click());
  assert.match(await page.locator(".subtitle").innerText(), /Lower is better/);
}));

test("after a slow reading the analysis shows its progress and can be cancelled", () => onPage(async ({ page }) => {
  await dropTrial(page, "first.csv", SMALL);
  await page.workers()[0].evaluate(() => {
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = async function () {
      await new Promise((later) => setTimeout(later, 800));
      // The answer to the reading still goes out, that to the analysis no more.
      const answer = self.postMessage.bind(self);
      self.postMessage = (...message) => {
        self.postMessage = () => undefined;
        answer(...message);
      };
      return read.call(this);
    };
  });
  await drop(page, "second.csv", OTHER);
  await page.waitForFunction(() => document.querySelector("app-page").store.state().run.at === "analysing");
  const [cancel, progress] = [page.getByRole("button", { name: "Cancel" }), page.getByRole("progressbar", { name: "Analysing" })];
  await page.waitForTimeout(500);
  assert.deepEqual([await cancel.count(), await progress.count()], [1, 1]);
  assert.equal(await progress.getAttribute("value"), "1", "all methods told of their end");
  await cancel.click();
  await page.getByRole("button", { name: "Analyse", exact: true }).click();
  await page.getByRole("heading", { level: 2, name: "sleep" }).waitFor();
}));

test("a worker that ends without a word is noticed at once, and the next file has another", () => onPage(async ({ page }) => {
  await dropTrial(page, "first.csv", SMALL);
  await hang(page);
  await drop(page, "second.csv", OTHER);
  await page.getByRole("progressbar").waitFor();
  await page.workers()[0].evaluate(() => self.close());
  await page.getByText("the browser ended the part of this page that computes").first().waitFor();
  await reportIs(page, "failed");
  assert.deepEqual(await outcomes(page), ["Mood"], "the earlier report is still there");
  await dropTrial(page, "third.csv", OTHER);
  await page.getByRole("heading", { level: 2, name: "sleep" }).waitFor();
}));

test("one that ends while nothing is asked of it is replaced by the next analysis", () => onPage(async ({ page }) => {
  await dropTrial(page, "first.csv", SMALL);
  await page.workers()[0].evaluate(() => self.close());
  assert.equal(await workersLeft(page, 0), 0);
  const design = await openDesign(page);
  await rerun(page, () => design.getByLabel("Direction of benefit of mood").selectOption("lower"));
  assert.match(await page.locator(".subtitle").innerText(), /Lower is better/);
}));

test("of a worker that never answers it is said after a minute that nothing came", () => onPage(async ({ page }) => {
  await dropTrial(page, "first.csv", SMALL);
  await hang(page);
  await page.clock.install();
  await drop(page, "hangs.csv", OTHER);
  await page.clock.runFor(50_000);
  assert.equal(await page.getByTestId("silent").count(), 0);
  await page.clock.runFor(15_000);
  await page.getByTestId("silent").getByText("Nothing has come from the computation for a minute").waitFor();
  await page.clock.resume();
  await page.getByRole("button", { name: "Cancel" }).click();
  await reportIs(page, "ready");
  assert.deepEqual(await outcomes(page), ["Mood"]);
}));

/** From now on the worker never ends reading a file. */
function hang(page) {
  return page.workers()[0].evaluate(() => {
    Blob.prototype.arrayBuffer = () => new Promise(() => {});
  });
}
