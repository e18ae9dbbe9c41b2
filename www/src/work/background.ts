// Permutation and bootstrap, which come to a report that can be read already.
import type { Store } from "../state/store";
import { broken } from "./broken";
import type { PageCore } from "./page-core";

/** Progress is shown from then on. */
const SLOW_MS = 300;

export class Background {
  readonly #store: Store;
  readonly #core: Pick<PageCore, "resample">;
  #abort: AbortController | undefined;

  constructor(store: Store, core: Pick<PageCore, "resample">) {
    this.#store = store;
    this.#core = core;
  }

  end(): void {
    this.#abort?.abort();
    this.#abort = undefined;
  }

  async run(): Promise<void> {
    const { trial } = this.#store.state();
    // Who stands in for summaries cannot be drawn from.
    if (trial?.source === undefined) return;
    this.end();
    const abort = new AbortController();
    this.#abort = abort;
    const isCurrent = () => this.#abort === abort;
    let slow = false;
    const clock = setTimeout(() => (slow = true), SLOW_MS);
    const onProgress = (share: number) => {
      if (isCurrent() && slow) this.#store.dispatch({ type: "resampling", share });
    };
    this.#store.dispatch({ type: "resampling" });
    try {
      const report = await this.#core.resample(trial.source, trial.plan, abort.signal, onProgress);
      if (isCurrent()) this.#store.dispatch(report === undefined ? { type: "resampled" } : { type: "resampled", report });
    } catch (error) {
      if (isCurrent()) this.#store.dispatch({ type: "resampling-failed", notice: broken(error) });
    } finally {
      clearTimeout(clock);
      if (isCurrent()) this.#abort = undefined;
    }
  }
}
