// The page's work in the worker, action by action: reading, opening, analysing, saving. It answers actions with actions.
import { startEditing, type Editor } from "./editing";
import { startScaling } from "./scaling";
import { startSharing } from "./sharing";
import type { Action, State } from "./state/state";
import type { Store } from "./state/store";
import { Analysing } from "./work/analysing";
import { Background } from "./work/background";
import { Foreground } from "./work/foreground";
import { Opening, type Gate } from "./work/opening";
import type { PageCore } from "./work/page-core";

/** A design is analysed once nothing has changed for this long. */
const SETTLE_MS = 150;

class Work {
  readonly #store: Store;
  readonly #foreground: Foreground;
  readonly #background: Background;
  readonly #analysing: Analysing;
  readonly #opening: Opening;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store, core: PageCore, gate: Gate) {
    this.#store = store;
    this.#foreground = new Foreground(store);
    this.#background = new Background(store, core);
    this.#analysing = new Analysing(store, core, this.#background);
    this.#opening = new Opening(store, core, gate, this.#analysing);
  }

  restore(signal: AbortSignal): Promise<void> {
    return this.#opening.restore(signal);
  }

  act(action: Action, { run, trial }: State): void {
    switch (action.type) {
      case "open":
      case "reread":
      case "close-link":
        if (run.at === "reading") return this.#begin("reading", (job) => this.#opening.open(run.source, job));
        return action.type === "close-link" ? this.end() : undefined;
      case "open-link":
        return this.#begin("opening", (job) => this.#opening.openLink(action.text, job));
      case "draft":
        return this.#begin("opening", (job) => this.#opening.draft(action.draft, job));
      case "again":
        if (run.at !== "analysing" || trial === undefined) return;
        return this.#begin("analysing", async (job) => {
          await job.step(this.restore(job.signal));
          await this.#analysing.report(trial.plan, job);
        });
      case "edited":
        return this.#later();
      case "cancel":
        return this.end();
      case "resample":
        return void this.#background.run();
      case "cancel-resampling":
        return this.#background.end();
      case "export":
        return void this.#analysing.save(action.format);
      default:
        return;
    }
  }

  end(): void {
    clearTimeout(this.#settling);
    this.#foreground.end();
    this.#background.end();
  }

  #begin(...work: Parameters<Foreground["run"]>): void {
    this.end();
    void this.#foreground.run(...work);
  }

  #later(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#store.dispatch({ type: "again" }), SETTLE_MS);
  }
}

/** Starts listening to the store; returns what stops it. */
export function startWork(store: Store, core: PageCore, editor: Editor, gate: Gate): () => void {
  const work = new Work(store, core, gate);
  const stops = [
    store.listen((action, state) => work.act(action, state)),
    startSharing(store, core, (signal) => work.restore(signal)),
    startEditing(store, editor),
    startScaling(store, core),
  ];
  return () => {
    for (const stop of stops) stop();
    work.end();
  };
}
