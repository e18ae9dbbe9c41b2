// The page's work in the worker: reading, opening, analysing, exporting. It answers actions with actions.
import type { Draft, Example, Format, LinkMade, LinkOpened, LinkOptions, Notice, Opened, Plan, ReadOptions, Report } from "./core-types";
import type { GivenFile } from "./core/read";
import { download, isNarrow } from "./dom";
import { runnable } from "./state/plan-edit";
import { exampleMade, kept } from "./sources";
import { startScaling, type Scaler } from "./scaling";
import { startSharing } from "./sharing";
import { basisOf, type Link, type Source, type Work } from "./state/state";
import type { Store } from "./state/store";
import { notice, say } from "./words";

/** The core as the page calls it; `core/client.ts` has the real one. */
export type Core = Scaler & {
  read(files: readonly GivenFile[], options: ReadOptions, signal: AbortSignal): Promise<Opened>;
  /** `onProgress` hears the share done, from 0 to 1. */
  analyse(plan: Plan, signal: AbortSignal, onProgress: (share: number) => void): Promise<Report>;
  /** The report with permutation and bootstrap; nothing where the Plan has none to do. */
  resample(
    files: readonly GivenFile[],
    options: ReadOptions,
    plan: Plan,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<Report | undefined>;
  /** Forgets the file and the link that were open. */
  openLink(text: string): Promise<LinkOpened>;
  closeLink(): Promise<void>;
  link(plan: Plan, options: LinkOptions): Promise<LinkMade>;
  example(name: Example): Promise<string>;
  draft(draft: Draft): Promise<Opened>;
  /** How the file's name ends, its media type, its content. */
  export(format: Format): Promise<[ending: string, type: string, content: Uint8Array<ArrayBuffer>]>;
};

const SETTLE_MS = 150;
const SLOW_MS = 300;

/** One piece of work in the worker. When another begins, its answer is dropped. */
type Job = { abort: AbortController; slow: boolean };

/** Starts listening to the store; returns what stops it. Nothing of a file is read before `locked`. */
export function startWork(store: Store, core: Core, locked: (name: string) => Promise<void>): () => void {
  let current: Job | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  /** What goes on behind a report that is there already. */
  let resampling: AbortController | undefined;
  /** The link that the worker holds, by its text, and the file that it read after it. */
  let held: { link?: string; source?: Source } = {};

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

  async function work(what: Work, task: (job: Job) => Promise<void>): Promise<void> {
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

  async function read(source: Source, signal: AbortSignal): Promise<Opened> {
    const opened = await core.read(source.files, source.options, signal);
    held = { ...held, source };
    return opened;
  }

  /** Takes a link into the worker, or none. The file that it held is forgotten. */
  async function hold(text: string | undefined): Promise<LinkOpened | undefined> {
    held = {};
    if (text === undefined) return void (await core.closeLink());
    const opened = await core.openLink(text);
    if (opened.opened !== null) held = { link: text };
    return opened;
  }

  /** What was opened since may have taken the place of what the page shows: that comes back into the worker. */
  async function restore(signal: AbortSignal): Promise<void> {
    const { trial, link } = store.state();
    if (held.link === link?.text && held.source === trial?.source) return;
    await hold(link?.text);
    if (trial?.source !== undefined) await read(trial.source, signal);
  }

  /** The link that the next file follows: the one that was opened, or the plan that was drawn up here. */
  async function followed(): Promise<Link | undefined> {
    const state = store.state();
    const { trial, link, sharing } = state;
    if (trial !== undefined && basisOf(state) === "draft") {
      const text = (await core.link(runnable(trial.plan), sharing.options)).fragment;
      const opened = await hold(text);
      return opened === undefined ? undefined : { text, opened };
    }
    if (held.link !== link?.text) await hold(link?.text);
    return link;
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
    // Who stands in for summaries cannot be drawn from.
    if (trial?.source === undefined) return;
    stopResampling();
    const abort = new AbortController();
    resampling = abort;
    const isMine = () => resampling === abort;
    let slow = false;
    const clock = setTimeout(() => (slow = true), SLOW_MS);
    const onProgress = (share: number) => {
      if (isMine() && slow) store.dispatch({ type: "resampling", share });
    };
    const { files, options } = trial.source;
    store.dispatch({ type: "resampling" });
    try {
      const made = await core.resample(files, options, runnable(trial.plan), abort.signal, onProgress);
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
      const { example } = given;
      const source = example === undefined ? await kept(given).catch(() => undefined) : exampleMade(given, await core.example(example));
      if (job !== current) return;
      if (source === undefined) {
        store.dispatch({ type: "failed", what: "reading", notices: [notice("page-unreadable")] });
        return;
      }
      const link = await followed();
      if (job !== current) return;
      const opened = await read(source, job.abort.signal);
      if (job !== current) return;
      const errors = opened.notices.filter((found) => found.severity === "error");
      if (opened.rows === 0 && errors.length > 0) {
        store.dispatch({ type: "failed", what: "reading", notices: errors });
        return;
      }
      store.dispatch({ type: "opened", source, opened, link, narrow: isNarrow() });
      await report(opened.plan, job);
    });

  const openLink = (text: string) =>
    work("opening", async (job) => {
      const opened = await hold(text);
      if (job !== current || opened === undefined) return;
      if (opened.opened === null) {
        store.dispatch({ type: "failed", what: "opening", notices: opened.notices });
        return;
      }
      store.dispatch({ type: "link-opened", link: { text, opened } });
      if (opened.has_summaries) await report(opened.opened.plan, job);
    });

  const draft = (given: Draft) =>
    work("opening", async (job) => {
      const opened = await core.draft(given);
      if (job === current) store.dispatch({ type: "drafted", opened });
    });

  const analyse = () =>
    work("analysing", async (job) => {
      const { trial } = store.state();
      if (trial === undefined) return;
      await restore(job.abort.signal);
      if (job === current) await report(trial.plan, job);
    });

  async function save(format: Format): Promise<void> {
    const name = (store.state().trial?.source?.files[0]?.name ?? say("page-from-link-file")).replace(/\.[^.]*$/, "");
    try {
      const [ending, type, content] = await core.export(format);
      download(`${name}-${ending}`, new Blob([content], { type }));
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
      case "open-link":
        return void openLink(action.text);
      case "close-link":
        return run.at === "reading" ? void open(run.source) : end();
      case "draft":
        return void draft(action.draft);
      case "edit":
      case "answer":
        return later();
      case "again":
        return run.at === "analysing" ? void analyse() : undefined;
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
  const stopSharing = startSharing(store, core, restore);
  const stopScaling = startScaling(store, core);
  return () => {
    stopScaling();
    stopSharing();
    stop();
    end();
  };
}

/** What the visitor reads when the core did not answer: it refused, or it broke down. */
function broken(error: unknown): Notice {
  return notice("page-broken", { detail: error instanceof Error ? error.message : String(error) });
}
