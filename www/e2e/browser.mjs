// A browser with a fresh profile, and a page in it that is watched for foreign requests and errors.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

/** Written by xtask: the browser of this machine and its arguments. */
const { binary, args } = JSON.parse(readFileSync(join(import.meta.dirname, "../../target/webdriver.json"), "utf8"))["goog:chromeOptions"];

export function launch() {
  return chromium.launch({ executablePath: binary, args, chromiumSandbox: !args.includes("--no-sandbox") });
}

/** A browser that keeps its profile in a folder. */
export function launchWithProfile(folder) {
  return chromium.launchPersistentContext(folder, { executablePath: binary, args, chromiumSandbox: !args.includes("--no-sandbox") });
}

/** One browser for all tests of a file, started by the first. Each test has a profile of its own in it. */
let shared;
export async function closeBrowser() {
  await (await shared)?.close();
}
if (process.argv[1].endsWith(".test.mjs")) after(closeBrowser);

/**
 * Runs `visit` on the page of dist/, then closes all.
 * `site` is for the server, the other options are the browser's; `before`: what to do with the page before it is there.
 * `errors`: what the console and the page complained of; `foreign`: requests to elsewhere; `server.requests`: our own.
 */
export async function onPage(visit, { site, before, ...options } = {}) {
  const server = await serve(site);
  const context = await (await (shared ??= launch())).newContext(options);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const [errors, foreign] = [[], []];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(String(error)));
    context.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(server.url) && !/^(blob|data):/.test(url)) foreign.push(url);
    });
    await before?.(page);
    await page.goto(server.url);
    return await visit({ page, server, errors, foreign });
  } finally {
    await context.close();
    await server.close();
  }
}

/** Drops a file on the page's drop zone. `content`: a text, or an array of bytes. */
export function drop(page, name, content) {
  return dropAll(page, [{ name, content }]);
}

/** Drops several files at once. */
export async function dropAll(page, files) {
  const all = files.map(({ name, content }) => ({ name, bytes: [...Buffer.from(content)] }));
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of all) transfer.items.add(new File([new Uint8Array(bytes)], name, { type: "text/csv" }));
    return transfer;
  }, all);
  const zone = page.getByTestId("drop-zone");
  await zone.dispatchEvent("dragover", { dataTransfer });
  await zone.dispatchEvent("drop", { dataTransfer });
}

/** What axe finds wrong, in a line each. */
export async function accessibilityProblems(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target).join(", ")})`);
}
