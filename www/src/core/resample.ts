// Permutation and bootstrap: the Plan's jobs spread over workers of their own, so that the page's core stays free.
import type { Plan, Report } from "../core-types";
import type { Core } from "./core";
import type { Readable } from "./held";

/** More workers than this are not started, whatever the machine has. */
const MOST_WORKERS = 4;
/** With fewer jobs than this for each, starting another worker takes longer than its share of the work. */
const JOBS_A_WORKER = 4;

type Options = { signal: AbortSignal; onProgress: (share: number) => void };

/**
 * The report with its resampling; nothing where the Plan has none to do. The page's core must hold the same file.
 * Aborting ends the workers at once.
 */
export async function resampled(core: Core, file: Readable, plan: Plan, options: Options): Promise<Report | undefined> {
  const { signal } = options;
  const jobs = await core.resampling(plan);
  signal.throwIfAborted();
  if (jobs.length === 0) return undefined;
  const helpers = Array.from({ length: howMany(jobs.length) }, () => core.another());
  try {
    const pieces = await Promise.race([spread(jobs, helpers, file, plan, options), aborted(signal)]);
    return await core.analyseWith(plan, pieces);
  } finally {
    for (const helper of helpers) helper.end();
  }
}

function howMany(jobs: number): number {
  return Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency, Math.ceil(jobs / JOBS_A_WORKER)));
}

/** Each worker takes the next job when it is done with one. */
async function spread(jobs: readonly Float64Array[], helpers: readonly Core[], file: Readable, plan: Plan, { signal, onProgress }: Options) {
  const left = jobs.values();
  const pieces: Float64Array[] = [];
  await Promise.all(helpers.map(async (helper) => {
    await helper.read(file);
    for (const job of left) {
      if (signal.aborted) return;
      pieces.push(await helper.work(plan, job));
      onProgress(pieces.length / jobs.length);
    }
  }));
  return pieces;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
}
