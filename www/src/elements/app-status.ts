// What the worker is doing, once it takes long enough to notice; and what went wrong, with what to do.
import { html, nothing, type TemplateResult } from "lit";
import type { Action, Lock, Pace, Resampling, Run } from "../state/state";
import { say } from "../words";
import { isQuestion, noticeLine } from "./notice";
import { AppElement } from "./app-element";
import { names } from "./app-lock";

export class AppStatus extends AppElement {
  static override properties = { run: { attribute: false }, lock: { attribute: false }, resampling: { attribute: false }, kept: { attribute: false } };
  declare run: Run;
  /** Only before the first file: later the page is locked. */
  declare lock: Lock | undefined;
  declare resampling: Resampling;
  /** Whether an earlier report is still on the page. */
  declare kept: boolean;

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has("run") && this.run.at === "failed") this.scrollIntoView({ block: "nearest" });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { run } = this;
    switch (run.at) {
      case "reading":
        return run.slow ? this.working(run, this.reading(run.source.name)) : nothing;
      case "opening":
        return run.slow ? this.working(run, say("page-opening")) : nothing;
      case "analysing":
        return run.slow ? this.working(run, say("page-analysing"), run.share) : nothing;
      case "cancelled":
        return this.stopped(say(this.kept ? "page-cancelled-kept" : "page-cancelled"), say("page-again"), { type: "again" });
      case "failed":
        return this.failed(run);
      case "ready":
        return this.behind();
      case "idle":
        return nothing;
    }
  }

  /** Reading, or what the page waits for before it locks itself and reads. */
  private reading(name: string): string {
    if (this.lock?.at !== "locking") return say("page-reading", { name });
    return say("page-lock-waits", { parts: names(this.lock.loading) });
  }

  /** What goes on while the report can be read already. */
  private behind(): TemplateResult | typeof nothing {
    const { resampling } = this;
    switch (resampling.at) {
      case "running":
        return resampling.share === undefined
          ? nothing
          : this.progress(say("page-resampling"), { type: "cancel-resampling" }, resampling.share);
      case "cancelled":
        return this.stopped(say("page-resampling-cancelled"), say("page-resample"), { type: "resample" });
      case "failed":
        return html`<div class="wrap">${noticeLine(resampling.notice)}</div>
          ${this.stopped(say("page-resampling-failed"), say("page-resample"), { type: "resample" })}`;
      case "done":
        return nothing;
    }
  }

  private working({ silent }: Pace, doing: string, share?: number): TemplateResult {
    return html`${this.progress(doing, { type: "cancel" }, share)}
      ${silent === true ? html`<p class="wrap" data-testid="silent">${say("page-silent")}</p>` : nothing}`;
  }

  private progress(doing: string, cancel: Action, share?: number): TemplateResult {
    return html`<div class="status wrap">
      <label>${doing} <progress max="1" value=${share ?? nothing}></progress></label>
      <button class="button" @click=${() => this.send(cancel)}>${say("page-cancel")}</button>
    </div>`;
  }

  private stopped(what: string, doIt: string, action: Action): TemplateResult {
    return html`<div class="status wrap">
      <p>${what}</p>
      <button class="button" @click=${() => this.send(action)}>${doIt}</button>
    </div>`;
  }

  private failed(run: Extract<Run, { at: "failed" }>): TemplateResult {
    const onlyAsks = run.notices.some(isQuestion) && run.notices.every(({ severity }) => severity !== "error");
    return html`<section class="failure wrap" aria-labelledby="failure">
      <h2 id="failure">${onlyAsks ? say("page-asked") : say(`page-failed-${run.what}`, { name: run.name })}</h2>
      ${run.notices.map((notice) => noticeLine(notice, (action) => this.send(action)))}
      ${this.kept ? html`<p class="label">${say("page-failed-kept")}</p>` : nothing}
      ${run.what !== "analysing"
        ? html`<button class="button" @click=${() => this.send({ type: "dismiss" })}>${say("page-dismiss")}</button>`
        : nothing}
    </section>`;
  }
}

customElements.define("app-status", AppStatus);
