// The same report in V8: reads the example, analyses its first outcome over and over, prints the fastest and the median.
//
//   cargo build --release --target wasm32-unknown-unknown --bin prepost
//   wasm-bindgen --target nodejs --out-dir target/bench target/wasm32-unknown-unknown/release/prepost.wasm
//   node benches/wasm.mjs [FOLDER]
//
// `cargo bench` prints the native times; compare the two only within one run on one machine.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const root = join(import.meta.dirname, "..");
const folder = resolve(process.argv[2] ?? join(root, "target/bench"));
const { Session } = createRequire(import.meta.url)(join(folder, "prepost.js"));
const bytes = readFileSync(join(root, "www/examples/example.csv"));

const session = new Session();
const { plan } = session.read(bytes, {});
plan.outcomes.length = 1;

const times = [];
for (let round = 0; round < 400; round += 1) {
  const start = performance.now();
  session.analyse(plan);
  times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
console.log(`report of one outcome: fastest ${times[0].toFixed(2)} ms, median ${times[200].toFixed(2)} ms`);
