// Trunk's post_build hook. Trunk has just put the core (prepost.js, prepost_bg.wasm, prepost.d.ts) and index.html into
// the staging folder; here the page is type-checked against them, bundled, and every file named by its content.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { emitter } from "./emit.mjs";
import { writeLicences } from "./licences.mjs";
import { withMethods } from "./methods.mjs";
import { emitIcons, manifest } from "./manifest.mjs";
import { writeServiceWorker } from "./offline.mjs";
import { withAssets, withStyles } from "./page.mjs";
import { headersOf, LOCK, PAGE, readingPolicy, withPolicy } from "./policy.mjs";
import { optimised } from "./wasm.mjs";
import { withWords } from "./words.mjs";

const www = join(import.meta.dirname, "..");
const stage = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";
const emit = emitter(stage);
// The files that were bundled, of ours and of packages.
const bundled = [];

mkdirSync(join(www, "gen"), { recursive: true });
copyFileSync(join(stage, "prepost.d.ts"), join(www, "gen/prepost.d.ts"));
const checks = await Promise.all([check("tsconfig.json"), check("tsconfig.worker.json")]);
if (checks.includes(false)) process.exit(1);
const core = await optimised(join(stage, "prepost_bg.wasm"), { release });

const wasm = emit("prepost", "wasm", core);
const worker = emit("worker", "js", await bundle("src/core/worker.ts", {
  format: "iife",
  // In wasm-bindgen's code that fetches the core by itself, which we do not call.
  define: { "import.meta.url": '""' },
}));
const examples = Object.fromEntries(["example", "example-items", "example-dropout"].map((name) =>
  [name, emit(name, "csv", readFileSync(join(www, `examples/${name}.csv`)))]));
const main = emit("main", "js", await bundle("src/main.ts", {
  format: "esm",
  define: { ASSETS: JSON.stringify({ worker, wasm, examples }), LOCK_POLICY: JSON.stringify(LOCK) },
}));
const style = emit("main", "css", await bundle("styles/main.css", {}));
const drawing = { file: `data:image/svg+xml;base64,${readFileSync(join(www, "icon.svg")).toString("base64")}` };
const icons = emitIcons(emit);

const page = join(stage, "index.html");
writeFileSync(join(stage, "manifest.webmanifest"), manifest(readFileSync(join(www, "index.html"), "utf8"), icons));
writeFileSync(page, withAssets(withPolicy(readFileSync(page, "utf8"), PAGE), {
  "src/main.ts": main,
  "styles/main.css": style,
  // Begun with the page and not only by its code, which checks their hashes.
  "prepost.wasm": { file: wasm.file },
  "worker.js": { file: worker.file },
  // Browsers ask for it late, when the page may have locked itself already.
  "icon.svg": drawing,
  "icons/apple-touch-180.png": icons["icons/apple-touch-180.png"],
}));
const readingStyle = Buffer.from(await bundle("styles/reading.css", {})).toString();
const readingHash = `sha256-${createHash("sha256").update(readingStyle).digest("base64")}`;
for (const [name, filled] of Object.entries({ methods: withMethods, privacy: withWords })) {
  const template = readFileSync(join(www, `${name}.html`), "utf8").replace("<!-- lock -->", () => LOCK);
  const page = withAssets(withPolicy(filled(template), readingPolicy(readingHash)), { "icon.svg": drawing });
  writeFileSync(join(stage, `${name}.html`), withStyles(page, "styles/reading.css", readingStyle));
}
for (const part of ["prepost.js", "prepost.d.ts", "prepost_bg.wasm", "prepost_bg.wasm.d.ts"]) rmSync(join(stage, part), { force: true });
writeLicences(stage, bundled);
await writeServiceWorker(stage, { served: process.env.PREPOST_SERVED !== undefined });
writeFileSync(join(stage, "_headers"), headersOf(readdirSync(stage), readingHash));

/** Whether the types fit; what is wrong goes to the shell. */
async function check(project) {
  const tsc = join(www, "node_modules/typescript/bin/tsc");
  try {
    await promisify(execFile)(process.execPath, [tsc, "--project", join(www, project), "--pretty"]);
    return true;
  } catch (error) {
    console.error(error.stdout || error.message);
    return false;
  }
}

async function bundle(entry, options) {
  const { outputFiles: [file], metafile } = await build({
    entryPoints: [join(www, entry)],
    bundle: true,
    write: false,
    metafile: true,
    absWorkingDir: www,
    target: "es2022",
    alias: { "#core": join(stage, "prepost.js") },
    loader: { ".ftl": "text", ".html": "text" },
    minify: release,
    sourcemap: release ? false : "inline",
    legalComments: "none", // they stand in licences.txt
    logLevel: "warning",
    ...options,
  });
  bundled.push(...Object.keys(metafile.inputs).map((path) => join(www, path)));
  return file.contents;
}
