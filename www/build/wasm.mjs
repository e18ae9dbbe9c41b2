// The core made smaller by Binaryen. It takes long, so the result is kept under its input's hash.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "../..");
const wasmOpt = join(root, "www/node_modules/binaryen/bin/wasm-opt");
const OPTIONS = [
  // Higher levels run no faster after LLVM's work and compress no better: docs/figures.md.
  "-O1",
  // What rustc 1.95 assumes of every browser, and SIMD from .cargo/config.toml.
  "--enable-simd", "--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext",
  "--enable-mutable-globals", "--enable-reference-types", "--enable-multivalue",
];

/** The bytes of the core; optimised in a release build only. */
export async function optimised(file, { release }) {
  const input = readFileSync(file);
  if (!release) return input;
  const folder = join(root, "target/wasm-opt");
  const key = createHash("sha256").update(OPTIONS.join()).update(input).digest("hex");
  const kept = join(folder, `${key}.wasm`);
  if (!existsSync(kept)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const unfinished = join(folder, "unfinished");
    await promisify(execFile)(process.execPath, [wasmOpt, ...OPTIONS, file, "-o", unfinished]);
    renameSync(unfinished, kept);
  }
  return readFileSync(kept);
}
