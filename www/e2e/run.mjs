// Runs every *.test.mjs of this folder on the built dist/. `node run.mjs file` runs those whose names contain "file".
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";

const [only = ""] = process.argv.slice(2);
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".test.mjs") && name.includes(only));

// Firefox is driven by a WebSocket, for which Node.js 20 and 21 have to be asked.
if (typeof WebSocket === "undefined") process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --experimental-websocket`;

// Each file is a process with a browser, server and ports of its own, and waits for them most of the time.
const concurrency = Math.max(2, Math.floor(availableParallelism() / 2));

run({ files: files.map((name) => join(import.meta.dirname, name)), concurrency })
  .on("test:fail", () => (process.exitCode = 1))
  .compose(new spec())
  .pipe(process.stdout);
