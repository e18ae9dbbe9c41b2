// The work that the visitor waits for: one at a time, the last that was asked for.
import type { Work } from "../state/state";
import type { Store } from "../state/store";
import { broken } from "./broken";

/** From when on work is shown as running, and is aborted when other work takes its place. */
const SLOW_MS = 300;
/** After this long without an answer or progress it is said that none came. */
const SILENT_MS = 60_000;

/** Thrown where a job goes on after its turn; it ends the job in silence. */
class Superseded extends Error {}

export class Job {
  readonly #abort = new AbortController();
  slow = false;
  #isOver = false;
  readonly #onSilence: () => void;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(onSilence: () => void) {
    this.#onSilence = onSilence;
    this.heard();
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** What takes milliseconds may finish unheard; what is slow, or becomes so, is aborted. */
  end(): void {
    this.#isOver = true;
    clearTimeout(this.#silence);
    if (this.slow) this.#abort.abort();
  }

  /** Done: nothing more is waited for. */
  leave(): void {
    clearTimeout(this.#silence);
  }

  becomeSlow(): void {
    this.slow = true;
    if (this.#isOver) this.#abort.abort();
  }

  /** The core gave a sign of life. */
  heard(): void {
    clearTimeout(this.#silence);
    if (!this.#isOver) this.#silence = setTimeout(this.#onSilence, SILENT_MS);
  }

  /** The answer of a step, if it is still this job's turn then. */
  async step<T>(answer: Promise<T>): Promise<T> {
    const value = await answer;
    this.heard();
    if (this.#isOver) throw new Superseded();
    return value;
  }
}

export class Foreground {
  readonly #store: Store;
  #current: Job | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Ends what is running. */
  end(): void {
    this.#current?.end();
    this.#current = undefined;
  }

  /** Does the task in the place of what is running. */
  async run(what: Work, task: (job: Job) => Promise<void>): Promise<void> {
    this.end();
    const job = new Job(() => this.#store.dispatch({ type: "silent" }));
    this.#current = job;
    const clock = setTimeout(() => {
      job.becomeSlow();
      if (!job.isOver) this.#store.dispatch({ type: "slow" });
    }, SLOW_MS);
    try {
      await task(job);
    } catch (error) {
      if (!job.isOver) this.#store.dispatch({ type: "failed", what, notices: [broken(error)] });
    } finally {
      clearTimeout(clock);
      job.leave();
      if (this.#current === job) this.#current = undefined;
    }
  }
}
