// What a visit leaves behind: nothing of the file in any storage that a page has, and none of it on the disk.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { launchWithProfile } from "./browser.mjs";
import { dist, serve } from "./server.mjs";
import { dropTrial, keptOffline, linkOf, openDesign, rerun, SMALL } from "./visit.mjs";

/** Stands in each name and, with ids, in each row of the file. */
const MARK = "quillfeather";
const FILE = SMALL.replaceAll("mood", `${MARK}mood`).replaceAll("control", `${MARK}control`).replaceAll(/^P/gm, `${MARK}P`);
/** What is stored on purpose, to show that the search would find it. */
const KNOWN = "cobblestone";

test("after a locked visit nothing of the file is in any storage", async (t) => {
  const profile = mkdtempSync(join(tmpdir(), "prepost-profile-"));
  const server = await serve({ neighbours: { "/a/other/": { html: "<title>Other</title>" } } });
  try {
    const context = await launchWithProfile(profile);
    const page = await context.newPage();
    await page.goto(server.url);
    await keptOffline(page);
    await dropTrial(page, `${MARK}.csv`, FILE);
    const design = await openDesign(page);
    await rerun(page, () => design.getByLabel(`Direction of benefit of ${MARK}mood`).selectOption("lower"));
    await linkOf(page);
    const { cached, ...others } = await page.evaluate(storages);
    assert.deepEqual(others, {
      local: 0, session: 0, cookies: "", databases: [], files: [], name: "", state: null, address: "",
      kinds: ["caches", "serviceWorkerRegistrations"],
    });
    const files = readdirSync(dist).filter((name) => !/^[_.]/.test(name) && name !== "sw.js");
    const hash = (name) => createHash("sha256").update(readFileSync(join(dist, name))).digest("hex");
    assert.deepEqual(cached.toSorted(), files.map(hash).toSorted(), "the files of the site and nothing else");
    assert.deepEqual(await context.cookies(), []);
    await page.goto(new URL("/a/other/", server.url).href);
    await page.evaluate((known) => localStorage.setItem("known", known), KNOWN);
    await context.close();
    const all = everyFile(profile);
    t.diagnostic(`${all.length} files of the profile`);
    assert.ok(all.some((file) => holds(file, KNOWN)), "what is stored can be found");
    assert.deepEqual(all.filter((file) => holds(file, MARK)), []);
  } finally {
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** All that a page and its workers can keep something in, by the names that browsers give it. */
async function storages() {
  const hex = async (bytes) => Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const cached = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) cached.push(await hex(await (await cache.match(request)).arrayBuffer()));
  }
  const files = [];
  for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
  return {
    cached,
    files,
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: await indexedDB.databases(),
    name: window.name,
    state: history.state,
    address: location.hash + location.search,
    kinds: Object.keys((await navigator.storage.estimate()).usageDetails).toSorted(),
  };
}

function everyFile(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function holds(file, text) {
  const bytes = readFileSync(file);
  return ["utf8", "utf16le"].some((encoding) => bytes.includes(Buffer.from(text, encoding)));
}
