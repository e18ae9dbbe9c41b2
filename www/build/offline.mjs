// sw.js: the service worker with the list of all files of a folder. Written last, when the folder is whole.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { build } from "esbuild";
import { headersOfWorker, policyOf } from "./policy.mjs";
import { say } from "./words.mjs";

const source = join(import.meta.dirname, "../src/sw.ts");

/** `served`: for `cargo xtask serve`, where what was built last must be seen at once. */
export async function writeServiceWorker(folder, { served = false } = {}) {
  const FILES = Object.fromEntries(listed(folder).map((file) => [file, integrity(readFileSync(join(folder, file)))]));
  const code = readFileSync(source);
  const HEADERS = headersOfWorker(policies(folder, Object.keys(FILES)), Object.keys(FILES));
  const SAID = Object.fromEntries(["page-unfit"].map((id) => [id, say(id)]));
  const VERSION = createHash("sha256").update(code).update(JSON.stringify([FILES, HEADERS, SAID])).digest("hex").slice(0, 12);
  const define = Object.entries({ FILES, HEADERS, SAID, VERSION, SERVED: served }).map(([name, value]) => [name, JSON.stringify(value)]);
  const { outputFiles: [file] } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    minify: true,
    define: Object.fromEntries(define),
  });
  writeFileSync(join(folder, "sw.js"), file.contents);
  return VERSION;
}

/** What a visitor can ask for: files whose names begin with `_` are for the host. */
function listed(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "sw.js" && !/^[_.]/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll(sep, "/").replace(/^\//, ""))
    .sort();
}

/** The policy that each page comes with. */
function policies(folder, files) {
  const pages = files.filter((file) => file.endsWith(".html"));
  return Object.fromEntries(pages.map((file) => [file, policyOf(readFileSync(join(folder, file), "utf8"))]));
}

function integrity(bytes) {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}
