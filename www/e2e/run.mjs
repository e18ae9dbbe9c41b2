// Runs every *.test.mjs of this folder on the built dist/. `node run.mjs file` runs those whose names contain "file".
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";

const [only = ""] = process.argv.slice(2);
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".test.mjs") && name.includes(only));

// Firefox is driven by a WebSocket, for which Node.js 20 and 21 have to be asked.
if (typeof WebSocket === "undefined") process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --experimental-websocket`;

// One after the other: each starts a browser.
run({ files: files.map((name) => join(import.meta.dirname, name)), concurrency: 1 })
  .on("test:fail", () => (process.exitCode = 1))
  .compose(new spec())
  .pipe(process.stdout);
