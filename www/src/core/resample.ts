// Permutation and bootstrap: the Plan's jobs spread over workers of their own, so that the page's core stays free.
import type { Plan, ReadOptions, ReportPieces } from "#core";
import type { Core } from "./calls";
import type { Cores } from "./client";
import { read, type GivenFile } from "./read";

/** More workers than this are not started, whatever the machine has. */
const MOST_WORKERS = 4;
/** With fewer jobs than this for each, starting another worker takes longer than its share of the work. */
const JOBS_A_WORKER = 4;

type Given = { files: readonly GivenFile[]; options: ReadOptions; plan: Plan };
type Options = { signal: AbortSignal; onProgress: (share: number) => void };

/**
 * The report with its resampling; nothing where the Plan has none to do. The page's core must hold the same file.
 * Aborting ends the workers at once.
 */
export async function resampled({ core, another }: Cores, given: Given, options: Options): Promise<ReportPieces | undefined> {
  const { signal } = options;
  const jobs = await core.call("resampling", [given.plan]);
  signal.throwIfAborted();
  if (jobs.length === 0) return undefined;
  const workers = Array.from({ length: howMany(jobs.length) }, another);
  try {
    const pieces = await Promise.race([spread(jobs, workers, given, options), aborted(signal)]);
    return await core.call("analyseWith", [given.plan, pieces]);
  } finally {
    for (const worker of workers) worker.end();
  }
}

function howMany(jobs: number): number {
  return Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency, Math.ceil(jobs / JOBS_A_WORKER)));
}

/** Each worker takes the next job when it is done with one. */
async function spread(jobs: readonly Float64Array[], workers: readonly Core[], given: Given, { signal, onProgress }: Options) {
  const left = jobs.values();
  const pieces: Float64Array[] = [];
  await Promise.all(workers.map(async (worker) => {
    await read(worker, given.files, given.options);
    for (const job of left) {
      if (signal.aborted) return;
      pieces.push(await worker.call("work", [given.plan, job]));
      onProgress(pieces.length / jobs.length);
    }
  }));
  return pieces;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
}
