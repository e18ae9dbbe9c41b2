// What the limits cost: each case natively and by the core in V8, with the seconds and the peak memory of its process.
//
//   cargo build --release && cargo build --release --target wasm32-unknown-unknown --bin prepost
//   wasm-bindgen --target nodejs --out-dir target/bench target/wasm32-unknown-unknown/release/prepost.wasm
//   node benches/limits.mjs [CASE…]
//
// Native memory is asked of `/usr/bin/time`, so that it runs on Linux only. The table in docs/limits.md is its output.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const folder = join(root, "target/limits");
const MIB = 1024 * 1024;

// A linear congruential generator: the same file every time.
let state = 1;
const uniform = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
const score = () => (40 + 20 * uniform()).toFixed(1);
const numbered = (n, name) => Array.from({ length: n }, (_, at) => `${name}${at + 1}`);

/** `outcomes` at `occasions` in `arms`; the columns are named outcome by outcome. */
function trial(rows, arms, occasions, outcomes) {
  const columns = numbered(outcomes, "o").flatMap((outcome) => numbered(occasions, `${outcome}x_t`));
  const lines = [["id", "group", ...columns].join(",")];
  for (let row = 0; row < rows; row += 1) {
    lines.push([`P${row}`, `arm${row % arms}`, ...columns.map(score)].join(","));
  }
  return lines.join("\n");
}

function plan(occasions, outcomes) {
  return {
    version: 1,
    id: "id",
    arm: { column: "group" },
    occasions: numbered(occasions, "t"),
    outcomes: numbered(outcomes, "o").map((name) => ({ name, columns: numbered(occasions, `${name}x_t`), better: "lower" })),
    resampling: { replicates: 0, seed: 1 },
  };
}

const cases = {
  "129 MiB": { make: () => "id,pre,post\n" + "1,2,3\n".repeat((129 * MIB) / 6) },
  "127 MiB, 22 million rows": { make: () => "id,pre,post\n" + "1,2,3\n".repeat((127 * MIB) / 6) },
  "1 000 000 rows": { make: () => trial(1_000_000, 2, 3, 1), plan: plan(3, 1) },
  "5 000 columns, 1 000 rows": { make: () => trial(1_000, 2, 2, 2_499) },
  "6 000 columns": { make: () => trial(10, 2, 2, 2_999) },
  "a line of 60 million commas": { make: () => "id,pre,post\n" + ",".repeat(60_000_000) },
  "a cell of 100 MB": { make: () => trial(30, 2, 2, 1) + '\nP31,arm1,1,"' + "word and more ".repeat(7_142_857) + '"\n' },
  "3.6 million different words": { make: () => "a,b,c,d\n" + Array.from({ length: 900_000 }, (_, at) => `w${at},v${at},u${at},t${at}`).join("\n") },
  "5 arms, 5 occasions, 20 outcomes": { make: () => trial(250, 5, 5, 20), plan: plan(5, 20) },
  "20 arms, 5 occasions": { make: () => trial(400, 20, 5, 1), plan: plan(5, 1) },
  "one group, 60 occasions": { make: () => trial(300, 1, 60, 1), plan: { ...plan(60, 1), arm: undefined } },
  "2 arms, 2 occasions, 200 outcomes": { make: () => trial(100, 2, 2, 200), plan: plan(2, 200) },
  "50 arms, 50 occasions": { make: () => trial(600, 50, 50, 1), plan: plan(50, 1) },
};

/** One case in this process, by the core in V8. */
function inV8(file, planFile) {
  const { Session } = createRequire(import.meta.url)(join(root, "target/bench/prepost.js"));
  const session = new Session();
  const bytes = readFileSync(file);
  const start = performance.now();
  const refused = session.refuseSize(bytes.length);
  const opened = refused ?? session.read(bytes, {});
  let notices = opened.notices;
  if (planFile && !refused) {
    notices = [...notices, ...session.analyse(JSON.parse(readFileSync(planFile, "utf8")), () => {}).notices];
  }
  const code = notices.find((notice) => notice.severity === "error" || notice.code === "cell-too-long")?.code ?? "";
  const seconds = (performance.now() - start) / 1000;
  console.log(JSON.stringify({ seconds, mib: process.resourceUsage().maxRSS / 1024, code }));
}

function natively(file, planFile) {
  const task = planFile ? ["analyse", file, "--plan", planFile, "--format", "html"] : ["plan", file];
  const program = ["-f", "%e %M", join(root, "target/release/prepost"), ...task];
  const { stderr } = spawnSync("/usr/bin/time", program, { encoding: "utf8", maxBuffer: 1e9, stdio: ["ignore", "ignore", "pipe"] });
  const [seconds, kib] = stderr.trim().split("\n").at(-1).split(" ").map(Number);
  const code = /(?:error|warning)\[(\S*(?:too-long|too-large|too-many))\]/.exec(stderr)?.[1] ?? "";
  return { seconds, mib: kib / 1024, code };
}

const [first, ...rest] = process.argv.slice(2);
if (first === "--in-v8") {
  inV8(...rest);
} else {
  mkdirSync(folder, { recursive: true });
  const wanted = [first, ...rest].filter(Boolean);
  console.log("| case | natively | | in V8 | | said |\n| --- | --- | --- | --- | --- | --- |");
  for (const [name, { make, plan }] of Object.entries(cases)) {
    if (wanted.length > 0 && !wanted.includes(name)) {
      continue;
    }
    const file = join(folder, `${name.replaceAll(/\W+/g, "-")}.csv`);
    const planFile = plan && file.replace(/csv$/, "json");
    if (!existsSync(file)) {
      writeFileSync(file, make());
    }
    if (planFile) {
      writeFileSync(planFile, JSON.stringify(plan));
    }
    const shown = ({ seconds, mib }) => `${seconds.toFixed(2)} s | ${mib.toFixed(0)} MiB`;
    const native = natively(file, planFile);
    const { stdout } = spawnSync(process.execPath, [import.meta.filename, "--in-v8", file, ...(planFile ? [planFile] : [])], { encoding: "utf8" });
    const v8 = stdout ? JSON.parse(stdout) : { seconds: NaN, mib: NaN, code: "died" };
    const code = native.code === v8.code ? native.code : `${native.code}; in V8 ${v8.code}`;
    console.log(`| ${name} | ${shown(native)} | ${shown(v8)} | ${code} |`);
  }
}
