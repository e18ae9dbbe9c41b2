// The report on the page, as its visitors wait for it.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The simulated trials that the page offers. */
export const EXAMPLE = example("example.csv");
export const DROPOUT = example("example-dropout.csv");

/** The report once it is `ready`, `failed`, … */
export async function report(page, state) {
  const found = page.locator(`[data-testid=report][data-state=${state}]`);
  await found.waitFor();
  return found;
}

function example(name) {
  return readFileSync(join(import.meta.dirname, "../examples", name), "utf8");
}
