// From navigation to the first report: a file is put on the page's input as soon as that is there. On this machine, and with
// DevTools' "Fast 4G"; a first visit, and a reload of it once the page is kept for use without a network.
//
//   cargo xtask build && node benches/first-report.mjs [--runs N] [DIST]...
//
// Several folders are measured in turn, round by round, so that they share the machine's moods. Files are sent by brotli, as
// hosts do. The network is that of the server and holds for the service worker too, which DevTools' own throttling spares.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { brotliCompressSync } from "node:zlib";

const root = join(import.meta.dirname, "..");
const { chromium } = createRequire(join(root, "www/package.json"))("playwright-core");
const { binary, args } = JSON.parse(readFileSync(join(root, "target/webdriver.json"), "utf8"))["goog:chromeOptions"];
const FILE = readFileSync(join(root, "www/examples/example.csv"), "utf8");
/** Milliseconds to the first byte, and bytes a second, as DevTools has them. */
/** What is sent at once shares the line in pieces of this size. */
const PIECE = 16_384;
const NETWORKS = { localhost: undefined, "Fast 4G": { latency: 165, rate: (9e6 / 8) * 0.9 } };
const TYPES = { ".css": "text/css", ".csv": "text/csv", ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".svg": "image/svg+xml", ".wasm": "application/wasm" };

const [runs, folders] = options(process.argv.slice(2));
const times = new Map();
const known = new Map();
for (let round = 0; round < runs; round += 1) {
  for (const [network, limits] of Object.entries(NETWORKS)) {
    for (const folder of folders) {
      for (const [visit, time] of Object.entries(await measure(folder, limits))) {
        const name = `${folder}, ${network}, ${visit}`;
        times.set(name, [...(times.get(name) ?? []), time]);
      }
    }
  }
}
for (const [name, all] of times) {
  const [fastest, median] = [Math.min(...all), all.toSorted((a, b) => a - b)[all.length >> 1]];
  console.log(`${name}: median ${(median / 1000).toFixed(2)} s, fastest ${(fastest / 1000).toFixed(2)} s of ${all.length}`);
}

function options(words) {
  const at = words.indexOf("--runs");
  const [, n] = at < 0 ? [] : words.splice(at, 2);
  return [Number(n ?? 5), words.length > 0 ? words.map((folder) => resolve(folder)) : [join(root, "dist")]];
}

/** A first visit and a reload, in a fresh browser. */
async function measure(folder, limits) {
  const server = await serve(folder, limits);
  const browser = await chromium.launch({ executablePath: binary, args, chromiumSandbox: !args.includes("--no-sandbox") });
  try {
    const page = await browser.newPage();
    await page.addInitScript(giveAtOnce, FILE);
    await page.goto(server.url, { waitUntil: "commit" });
    const first = await ready(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await wait(1000);
    await page.reload({ waitUntil: "commit" });
    return { "first visit": first, reload: await ready(page) };
  } finally {
    await browser.close();
    server.close();
  }
}

async function ready(page) {
  await page.waitForFunction(() => window.readyAt !== undefined, undefined, { polling: 20, timeout: 120_000 });
  return page.evaluate(() => window.readyAt);
}

/** Runs in the page, before its own scripts. */
function giveAtOnce(text) {
  let isGiven = false;
  new MutationObserver(() => {
    const input = document.querySelector("[data-testid=file-input]");
    if (!isGiven && input !== null) {
      isGiven = true;
      const files = new DataTransfer();
      files.items.add(new File([text], "trial.csv", { type: "text/csv" }));
      input.files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
    if (document.querySelector("[data-testid=report][data-state=ready]") !== null) window.readyAt ??= performance.now();
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-state"] });
}

async function serve(folder, limits) {
  // Compressing takes seconds: not while a page waits.
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())) compressed(join(folder, name));
  /** When the line is free again: all that is sent shares it. */
  let free = 0;
  const server = createServer(async (request, response) => {
    const file = join(folder, new URL(request.url, "http://server").pathname.replace(/\/$/, "/index.html"));
    if (!existsSync(file)) return response.writeHead(404).end();
    const body = compressed(file);
    if (limits !== undefined) await wait(limits.latency);
    const cache = /-[0-9a-f]{12}\.\w+$/.test(file) ? "public, max-age=31536000, immutable" : "no-cache";
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-encoding": "br", "cache-control": cache });
    for (let at = 0; limits !== undefined && at < body.length; at += PIECE) {
      const piece = body.subarray(at, at + PIECE);
      free = Math.max(free, performance.now()) + (piece.length / limits.rate) * 1000;
      await wait(free - performance.now());
      response.write(piece);
    }
    response.end(limits === undefined ? body : undefined);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => (server.close(), server.closeAllConnections()) };
}


function compressed(file) {
  if (!known.has(file)) known.set(file, brotliCompressSync(readFileSync(file)));
  return known.get(file);
}
