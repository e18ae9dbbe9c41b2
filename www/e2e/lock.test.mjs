// The lock, in Chromium: it is there before the first byte is read, and after it nothing leaves the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityProblems, drop, onPage } from "./browser.mjs";
import { listenForDatagrams } from "./server.mjs";
import { dropTrial, EXAMPLE, follow, keptOffline, linkOf, loadExample, openDesign, reportIs, SMALL, workersLeft } from "./visit.mjs";
import { arrived, tryAll } from "./witness.mjs";
import { fromWorker, withFaultyTypes, withPrelude } from "./ways-out.mjs";

const status = (page) => page.getByTestId("lock-status");

test("nothing is asked for in a whole session after the lock, and nothing of elsewhere ever", () => onPage(async ({ page, server, errors, foreign }) => {
  const asked = [];
  page.context().on("request", (request) => /^(blob|data):/.test(request.url()) || asked.push(request.url()));
  await keptOffline(page);
  const [before, heard] = [server.requests.length, asked.length];
  await dropTrial(page, "trial.csv", EXAMPLE);
  const buttons = page.locator(".exports button, [data-testid=copy-link]");
  for (const button of await buttons.all()) {
    await button.click();
  }
  assert.ok((await buttons.count()) >= 5);
  await openDesign(page);
  await dropTrial(page, "other.csv", SMALL);
  await late(page);
  assert.deepEqual(server.requests.slice(before), []);
  assert.deepEqual(asked.slice(heard), []);
  assert.deepEqual([foreign, errors], [[], []]);
}));

test("every way out is refused, of the page and of its worker; without the lock they lead out", () => onPage(async ({ page, server }) => {
  const [udp, silent] = [await listenForDatagrams(), await listenForDatagrams()];
  try {
    const engine = { run: (task, given) => page.evaluate(task, given), go: (url) => page.goto(url) };
    await engine.go(`${server.url}no-policy-here`);
    const open = await tryAll(engine, { server, udp, name: "open", own: false });
    for (const way of ["fetch", "xhr", "beacon", "image", "script", "font", "form", "websocket", "eventsource", "import", "prefetch", "ping", "worker"]) {
      assert.ok(arrived(server, "open").includes(`page-${way}`), `${way} leads out of a page without a policy: ${open.page[way]}`);
    }
    for (const way of ["fetch", "xhr", "importscripts", "import", "websocket", "eventsource"]) {
      assert.ok(arrived(server, "open").includes(`worker-${way}`), `${way} leads out of a worker without a policy: ${open.worker[way]}`);
    }

    await engine.go(server.url);
    await page.evaluate(withPrelude, `(${fromWorker})();`);
    await dropTrial(page, "trial.csv", EXAMPLE);
    assert.ok(udp.heard.length > 0, "WebTransport leads out");
    const asked = server.requests.length;
    const shut = await tryAll(engine, { server, udp: silent, name: "locked", own: true });
    assert.deepEqual(server.requests.slice(asked), [], "the server's log");
    assert.deepEqual(silent.heard, [], "datagrams");
    assert.match(`${shut.page.fetch} ${shut.worker.fetch}`, /^TypeError: .+ TypeError: /, "they were refused, not forgotten");
  } finally {
    udp.close();
    silent.close();
  }
}, { before: (page) => page.addInitScript(withFaultyTypes) }));

test("the lock is there before anything of a file is read, and before there is a worker", async () => {
  for (const give of [
    (page) => drop(page, "trial.csv", SMALL),
    (page) => page.getByTestId("load-example").click(),
    (page) => page.getByTestId("file-input").setInputFiles({ name: "trial.csv", mimeType: "text/csv", buffer: Buffer.from(SMALL) }),
    (page) => page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, SMALL),
  ]) {
    await onPage(async ({ page }) => {
      assert.equal(await status(page).getAttribute("data-state"), "open");
      assert.equal(page.workers().length, 0);
      await give(page);
      await reportIs(page, "ready");
      assert.match(await status(page).innerText(), /Locked since \d\d:\d\d, before anything of .+ was read/);
      const reads = await page.evaluate(() => window.reads);
      assert.ok(reads.some(({ what }) => what === "Worker"));
      assert.deepEqual(reads.filter(({ locked }) => !locked), []);
    }, { before: (page) => page.addInitScript(recordReads) });
  }
});

test("a worker that is older than the lock, since it opened a link, never gets the file", async () => {
  let link;
  await onPage(async ({ page }) => {
    await loadExample(page);
    link = await linkOf(page);
  });
  await onPage(async ({ page, server }) => {
    await follow(page, new URL(new URL(link).hash, server.url).href);
    await page.locator("app-link").first().waitFor();
    const [old] = page.workers();
    assert.equal(await old.evaluate(tryFetch, `${server.url}?open`), "went", "no lock, no refusal");
    await drop(page, "trial.csv", EXAMPLE);
    await reportIs(page, "ready");
    const reads = await page.evaluate(() => window.reads);
    assert.deepEqual(reads.filter(({ what }) => what === "Worker").map(({ locked }) => locked).slice(0, 2), [false, true]);
    assert.ok(reads.findIndex(({ what, locked }) => what === "Worker" && locked) < reads.findIndex(({ what }) => what !== "Worker"));
    assert.equal(await workersLeft(page), 1);
    assert.ok(!page.workers().includes(old), "it was ended");
    for (const worker of page.workers()) assert.match(await worker.evaluate(tryFetch, `${server.url}?locked`), /^TypeError/);
    assert.deepEqual(server.requests.filter(({ search }) => search === "?locked"), []);
  }, { before: (page) => page.addInitScript(recordReads) });
});

function tryFetch(url) {
  return fetch(url).then(() => "went", String);
}

/** Records what reads a file or starts a worker, and whether the lock was there. */
function recordReads() {
  window.reads = [];
  const isLocked = () => [...document.querySelectorAll("head > meta[http-equiv=Content-Security-Policy]")].at(-1)?.content.includes("connect-src 'none'") === true;
  const watch = (prototype, name) => {
    const original = prototype[name];
    prototype[name] = function (...given) {
      window.reads.push({ what: name, locked: isLocked() });
      return original.apply(this, given);
    };
  };
  for (const name of ["arrayBuffer", "bytes", "text", "stream", "slice"]) if (name in Blob.prototype) watch(Blob.prototype, name);
  for (const name of ["readAsArrayBuffer", "readAsText", "readAsDataURL", "readAsBinaryString"]) watch(FileReader.prototype, name);
  watch(DataTransfer.prototype, "getData");
  window.Worker = class extends Worker {
    constructor(...given) {
      window.reads.push({ what: "Worker", locked: isLocked() });
      super(...given);
    }
  };
}

test("a file that comes before the page is complete waits, and is told what for", () => slowly(async ({ page, arrive }) => {
  await drop(page, "trial.csv", SMALL);
  const line = page.getByRole("progressbar", { name: "It still loads: the statistics" });
  await line.waitFor();
  assert.equal(await status(page).getAttribute("data-state"), "locking");
  assert.deepEqual(await accessibilityProblems(page), []);
  arrive();
  await reportIs(page, "ready");
  assert.equal(await status(page).getAttribute("data-state"), "locked");
  assert.equal(await line.count(), 0);
}));

test("the page does not wait for ever: it locks, says what is not there, and takes it when it comes", () => slowly(async ({ page, arrive }) => {
  await page.clock.install();
  await drop(page, "trial.csv", SMALL);
  await page.waitForFunction(() => document.querySelector("[data-testid=lock-status]").dataset.state === "locking");
  await page.clock.fastForward(30_000);
  const late = page.getByText("Still loading when the page locked itself: the statistics");
  await late.waitFor();
  assert.equal(await status(page).getAttribute("data-state"), "locked");
  await page.clock.resume();
  arrive();
  await reportIs(page, "ready");
  assert.equal(await late.count(), 0);
}));

test("what cannot be loaded is told, and the page locks without it", () => onPage(async ({ page }) => {
  await page.getByText("Not loaded: the statistics").waitFor();
  await drop(page, "trial.csv", SMALL);
  await reportIs(page, "failed");
  assert.equal(await status(page).getAttribute("data-state"), "locked");
}, { before: (page) => page.route(/\.wasm$/, (route) => route.abort()) }));

test("the lock can be tried: the browser's words are shown, and the server hears nothing", () => onPage(async ({ page, server }) => {
  await status(page).getByRole("button", { name: "Try it" }).click();
  await status(page).getByText("Not locked yet").waitFor();
  await loadExample(page);
  await status(page).getByRole("button", { name: "Try it" }).click();
  const said = status(page).getByText("your browser refused it by the rule");
  await said.waitFor();
  assert.match(await said.innerText(), /connect-src: “TypeError: Failed to fetch/);
  assert.deepEqual(await accessibilityProblems(page), []);
  assert.deepEqual(server.requests.filter(({ search }) => search !== ""), []);
}));

/** A page whose core arrives when `arrive` is called. */
function slowly(visit) {
  let arrive;
  const arrival = new Promise((arrived) => (arrive = arrived));
  return onPage((there) => visit({ ...there, arrive }), {
    before: (page) => page.route(/\.wasm$/, (route) => arrival.then(() => route.continue())),
  });
}

/** A moment for what comes late. */
function late(page) {
  return page.waitForTimeout(500);
}
