// Reading a file, opening a link, drawing up a trial; and having in the worker what the page shows.
import type { TrialDraft, LinkOpened, Opened } from "../core-types";
import { isNarrow } from "../dom";
import type { Examples } from "../sources";
import { exampleRead, kept } from "../sources";
import { basisOf, type Link, type Source } from "../state/state";
import type { Store } from "../state/store";
import { notice } from "../words";
import type { Analysing } from "./analysing";
import type { Job } from "./foreground";
import type { PageCore } from "./page-core";

/** Nothing of a file is read before `locked`, which is told the file's name. */
export type Gate = { locked: (name: string) => Promise<void>; examples: Examples };

export class Opening {
  readonly #store: Store;
  readonly #core: PageCore;
  readonly #gate: Gate;
  readonly #analysing: Analysing;

  constructor(store: Store, core: PageCore, gate: Gate, analysing: Analysing) {
    this.#store = store;
    this.#core = core;
    this.#gate = gate;
    this.#analysing = analysing;
  }

  async open(given: Source, job: Job): Promise<void> {
    await job.step(this.#gate.locked(given.name));
    const source = await job.step(this.#readable(given));
    if (source === undefined) return this.#failed([notice("page-unreadable")]);
    const link = await job.step(this.#followed());
    const opened = await job.step(this.#core.read(source, job.signal));
    const errors = opened.notices.filter(({ severity }) => severity === "error");
    if (opened.rows === 0 && errors.length > 0) return this.#failed(errors);
    this.#store.dispatch({ type: "opened", source, opened, link, narrow: isNarrow() });
    await this.#analysing.report(opened.plan, job);
  }

  async openLink(text: string, job: Job): Promise<void> {
    const opened = await job.step(this.#core.openLink(text));
    if (opened.opened === null) return this.#store.dispatch({ type: "failed", what: "opening", notices: opened.notices });
    this.#store.dispatch({ type: "link-opened", link: { text, opened } });
    if (opened.has_summaries) await this.#analysing.report(opened.opened.plan, job);
  }

  async draft(draft: TrialDraft, job: Job): Promise<void> {
    const opened: Opened = await job.step(this.#core.draft(draft));
    this.#store.dispatch({ type: "drafted", opened });
  }

  /** What was opened since may have taken the place of what the page shows: that comes back into the worker. */
  async restore(signal: AbortSignal): Promise<void> {
    const { trial, link } = this.#store.state();
    const { held } = this.#core;
    if (held.link === link?.text && held.file === trial?.source) return;
    await this.#hold(link?.text);
    if (trial?.source !== undefined) await this.#core.read(trial.source, signal);
  }

  #failed(notices: ReturnType<typeof notice>[]): void {
    this.#store.dispatch({ type: "failed", what: "reading", notices });
  }

  async #readable(given: Source): Promise<Source | undefined> {
    if (given.example !== undefined) return exampleRead(given, given.example, await this.#gate.examples);
    return kept(given).catch(() => undefined);
  }

  /** Takes a link into the worker, or none. */
  async #hold(text: string | undefined): Promise<LinkOpened | undefined> {
    return text === undefined ? void (await this.#core.closeLink()) : this.#core.openLink(text);
  }

  /** The link that the next file follows: the one that was opened, or the plan that was drawn up here. */
  async #followed(): Promise<Link | undefined> {
    const state = this.#store.state();
    const { trial, link, sharing } = state;
    if (trial !== undefined && basisOf(state) === "draft") {
      const text = (await this.#core.link(trial.plan, sharing.options)).fragment;
      return { text, opened: await this.#core.openLink(text) };
    }
    if (this.#core.held.link !== link?.text) await this.#hold(link?.text);
    return link;
  }
}
