// `cargo xtask sizes`: what each file of dist/ transfers.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { total, weigh } from "./transfer.mjs";

const dist = join(import.meta.dirname, "../../dist");
const files = readdirSync(dist, { withFileTypes: true }).filter((entry) => entry.isFile());
const weights = files.map(({ name }) => ({ name, ...weigh(readFileSync(join(dist, name))) }));
const line = ({ name, raw, brotli, gzip }) => [raw, gzip, brotli].map((size) => String(size).padStart(9)).join("") + `  ${name}`;

console.log(`${"raw".padStart(9)}${"gzip".padStart(9)}${"brotli".padStart(9)}`);
for (const weight of weights) console.log(line(weight));
console.log(line({ name: "in all", ...total(weights) }));
