// The page's work in the worker: reading, analysing, exporting. It answers actions with actions.
import type { Format, Notice, Opened, Plan, ReadOptions, Report } from "./core-types";
import { download, isNarrow } from "./dom";
import { runnable } from "./state/plan-edit";
import { kept } from "./sources";
import type { Source } from "./state/state";
import type { Store } from "./state/store";
import { notice, say } from "./words";

/** The core as the page calls it; `core/client.ts` has the real one. */
export type Core = {
  read(file: Blob, options: ReadOptions, signal: AbortSignal): Promise<Opened>;
  /** `onProgress` hears the share done, from 0 to 1. */
  analyse(plan: Plan, signal: AbortSignal, onProgress: (share: number) => void): Promise<Report>;
  /** The report with permutation and bootstrap; nothing where the Plan has none to do. */
  resample(
    file: Blob,
    options: ReadOptions,
    plan: Plan,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<Report | undefined>;
  export(format: Format): Promise<string>;
};

const SETTLE_MS = 150;
const SLOW_MS = 300;
const FILES: Record<Format, { extension: string; type: string }> = {
  tidy: { extension: "numbers.csv", type: "text/csv" },
  r: { extension: "check.R", type: "text/plain" },
  spss: { extension: "check.sps", type: "text/plain" },
  markdown: { extension: "report.md", type: "text/markdown" },
  html: { extension: "report.html", type: "text/html" },
};

/** One piece of work in the worker. When another begins, its answer is dropped. */
type Job = { abort: AbortController; slow: boolean };

/** Starts listening to the store; returns what stops it. Nothing of a file is read before `locked`. */
export function startWork(store: Store, core: Core, locked: (name: string) => Promise<void>): () => void {
  let current: Job | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  /** What goes on behind a report that is there already. */
  let resampling: AbortController | undefined;
  /** The file that the worker holds. */
  let held: Source | undefined;

  /** Ends what is running: what takes milliseconds may finish unheard, what is or becomes slow is aborted. */
  function end(): void {
    clearTimeout(settling);
    if (current?.slow) current.abort.abort();
    current = undefined;
    stopResampling();
  }

  function stopResampling(): void {
    resampling?.abort();
    resampling = undefined;
  }

  async function work(what: "reading" | "analysing", task: (job: Job) => Promise<void>): Promise<void> {
    end();
    const job: Job = { abort: new AbortController(), slow: false };
    current = job;
    const clock = setTimeout(() => {
      job.slow = true;
      if (job === current) store.dispatch({ type: "slow" });
      else job.abort.abort();
    }, SLOW_MS);
    try {
      await task(job);
    } catch (error) {
      if (job === current) store.dispatch({ type: "failed", what, notices: [broken(error)] });
    } finally {
      clearTimeout(clock);
      if (job === current) current = undefined;
    }
  }

  async function read(source: Source, job: Job): Promise<Opened> {
    const opened = await core.read(source.blob, source.options, job.abort.signal);
    held = source;
    return opened;
  }

  async function report(plan: Plan, job: Job): Promise<void> {
    const onProgress = (share: number) => {
      // Nobody sees it before it is slow.
      if (job === current && job.slow) store.dispatch({ type: "progress", share });
    };
    const made = await core.analyse(runnable(plan), job.abort.signal, onProgress);
    if (job !== current) return;
    store.dispatch({ type: "analysed", report: made });
    if (store.state().run.at === "ready") void resample();
  }

  /** Permutation and bootstrap, once the rest can be read. */
  async function resample(): Promise<void> {
    const { trial } = store.state();
    if (trial === undefined) return;
    stopResampling();
    const abort = new AbortController();
    resampling = abort;
    const isMine = () => resampling === abort;
    let slow = false;
    const clock = setTimeout(() => (slow = true), SLOW_MS);
    const onProgress = (share: number) => {
      if (isMine() && slow) store.dispatch({ type: "resampling", share });
    };
    const { blob, options } = trial.source;
    store.dispatch({ type: "resampling" });
    try {
      const made = await core.resample(blob, options, runnable(trial.plan), abort.signal, onProgress);
      if (isMine()) store.dispatch(made === undefined ? { type: "resampled" } : { type: "resampled", report: made });
    } catch (error) {
      if (isMine()) store.dispatch({ type: "resampling-failed", notice: broken(error) });
    } finally {
      clearTimeout(clock);
      if (isMine()) resampling = undefined;
    }
  }

  const open = (given: Source) =>
    work("reading", async (job) => {
      await locked(given.name);
      if (job !== current) return;
      const source = await kept(given).catch(() => undefined);
      if (job !== current) return;
      if (source === undefined) {
        store.dispatch({ type: "failed", what: "reading", notices: [notice("page-unreadable")] });
        return;
      }
      const opened = await read(source, job);
      if (job !== current) return;
      const errors = opened.notices.filter((found) => found.severity === "error");
      if (opened.rows === 0 && errors.length > 0) {
        store.dispatch({ type: "failed", what: "reading", notices: errors });
        return;
      }
      store.dispatch({ type: "opened", source, opened, narrow: isNarrow() });
      await report(opened.plan, job);
    });

  const analyse = () =>
    work("analysing", async (job) => {
      const { trial } = store.state();
      if (trial === undefined) return;
      // A file that could not be read may have taken the trial's place in the worker.
      if (held !== trial.source) await read(trial.source, job);
      if (job === current) await report(trial.plan, job);
    });

  async function save(format: Format): Promise<void> {
    const name = store.state().trial?.source.name.replace(/\.[^.]*$/, "") ?? "";
    const { extension, type } = FILES[format];
    try {
      const text = await core.export(format);
      download(`${name}-${extension}`, new Blob([text], { type }));
      store.dispatch({ type: "say", text: say("page-saved") });
    } catch (error) {
      store.dispatch({ type: "failed", what: "analysing", notices: [broken(error)] });
    }
  }

  function later(): void {
    clearTimeout(settling);
    settling = setTimeout(() => store.dispatch({ type: "again" }), SETTLE_MS);
  }

  const stop = store.listen((action, { run }) => {
    switch (action.type) {
      case "open":
      case "reread":
        return run.at === "reading" ? void open(run.source) : undefined;
      case "edit":
      case "answer":
        return later();
      case "again":
        return void analyse();
      case "cancel":
        return end();
      case "resample":
        return void resample();
      case "cancel-resampling":
        return stopResampling();
      case "export":
        return void save(action.format);
      default:
        return;
    }
  });
  return () => {
    stop();
    end();
  };
}

/** What the visitor reads when the core did not answer: it refused, or it broke down. */
function broken(error: unknown): Notice {
  return notice("page-broken", { detail: error instanceof Error ? error.message : String(error) });
}
