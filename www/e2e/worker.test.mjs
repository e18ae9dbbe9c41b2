// The worker can crash or be ended at any time; the page says so and the trial stays.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drop, onPage } from "./browser.mjs";
import { DROPOUT, EXAMPLE, report } from "./report.mjs";

test("after a crash the worker is back with the file and its analysis", () => onPage(async ({ page, server }) => {
  await drop(page, "first.csv", EXAMPLE);
  await report(page, "ready");
  const analysis = await exported(page.workers()[0]);
  const asked = server.requests.length;
  await page.workers()[0].evaluate(() => {
    Blob.prototype.arrayBuffer = () => Promise.reject(new WebAssembly.RuntimeError("unreachable"));
  });
  const restarted = page.waitForEvent("worker");
  await drop(page, "second.csv", DROPOUT);
  await report(page, "failed");
  await page.getByText("unreachable").first().waitFor();
  assert.equal(await exported(await restarted), analysis);
  assert.equal(server.requests.length, asked, "the same code and module, nothing fetched");

  await drop(page, "third.csv", DROPOUT);
  await report(page, "ready");
  await page.getByTestId("drop-zone").getByText("third.csv").waitFor();
}));

test("a file that takes too long is cancelled, and the trial stays", () => onPage(async ({ page }) => {
  await drop(page, "first.csv", EXAMPLE);
  await report(page, "ready");
  const analysis = await exported(page.workers()[0]);
  await page.workers()[0].evaluate(() => {
    Blob.prototype.arrayBuffer = () => new Promise(() => {});
  });
  await drop(page, "second.csv", DROPOUT);
  const restarted = page.waitForEvent("worker");
  await page.getByRole("button", { name: "Cancel" }).click();
  assert.equal(await exported(await restarted), analysis);
  assert.equal(page.workers().length, 1);
  await page.getByTestId("drop-zone").getByText("first.csv").waitFor();
}));

/** All numbers of the analysis that the worker's session holds, asked behind the page's back. */
async function exported(worker) {
  const reply = await worker.evaluate(() => new Promise((replied) => {
    const id = 1e6;
    const post = self.postMessage;
    self.postMessage = (reply) => {
      if (reply.id !== id) return post(reply);
      self.postMessage = post;
      replied(reply);
    };
    dispatchEvent(new MessageEvent("message", { data: { id, method: "export", args: ["tidy"] } }));
  }));
  assert.equal(reply.is, "done", reply.message);
  return reply.value;
}
