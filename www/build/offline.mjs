// sw.js: the service worker with the list of all files of a folder. Written last, when the folder is whole.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { build } from "esbuild";

const source = join(import.meta.dirname, "../src/sw.ts");

/** `served`: for `cargo xtask serve`, where what was built last must be seen at once. */
export async function writeServiceWorker(folder, { served = false } = {}) {
  const FILES = Object.fromEntries(listed(folder).map((file) => [file, integrity(readFileSync(join(folder, file)))]));
  const code = readFileSync(source);
  const VERSION = createHash("sha256").update(code).update(JSON.stringify(FILES)).digest("hex").slice(0, 12);
  const define = Object.entries({ FILES, VERSION, SERVED: served }).map(([name, value]) => [name, JSON.stringify(value)]);
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

function integrity(bytes) {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}
