// The worker can be ended or can crash at any time; the page notices and the file stays.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drop, onPage } from "./browser.mjs";

test("a crash is told, and the next file is read", () => onPage(async ({ page }) => {
  await drop(page, "first.csv", "a,b\n1,2\n");
  await page.getByText("first.csv: 1 rows").waitFor();
  const crashed = page.workers()[0];
  await crashed.evaluate(() => {
    Blob.prototype.arrayBuffer = () => Promise.reject(new WebAssembly.RuntimeError("unreachable"));
  });
  const restarted = page.waitForEvent("worker");
  await drop(page, "second.csv", "a,b\n1,2\n3,4\n");
  await page.getByRole("status").getByText("unreachable").waitFor();
  assert.deepEqual(await held(await restarted), { rows: 1, columns: ["a", "b"] }, "the fresh worker holds the first file");

  await drop(page, "third.csv", "a,b\n1,2\n3,4\n5,6\n");
  await page.getByText("third.csv: 3 rows").waitFor();
}));

test("a new file ends the reading of one that hangs, on the same code and module", () => onPage(async ({ page, server }) => {
  await drop(page, "first.csv", "a,b\n1,2\n");
  await page.getByText("first.csv: 1 rows").waitFor();
  await page.workers()[0].evaluate(() => {
    Blob.prototype.arrayBuffer = () => new Promise(() => {});
  });
  const asked = server.requests.length;
  await drop(page, "hangs.csv", "a,b\n1,2\n");
  await page.getByRole("status").getByText("Reading hangs.csv").waitFor();
  await drop(page, "second.csv", "a,b\n1,2\n3,4\n");
  await page.getByText("second.csv: 2 rows").waitFor();
  assert.equal(page.workers().length, 1);
  assert.equal(server.requests.length, asked, "nothing is fetched again");
}));

/** What the worker's session holds, asked behind the page's back. */
async function held(worker) {
  const reply = await worker.evaluate(() => new Promise((replied) => {
    const post = self.postMessage;
    self.postMessage = (reply) => (reply.id === 1e6 ? replied(reply) : post(reply));
    dispatchEvent(new MessageEvent("message", { data: { id: 1e6, method: "export", args: ["json"] } }));
  }));
  assert.equal(reply.is, "done", reply.message);
  return JSON.parse(reply.value);
}
