// What the worker is doing, once it takes long enough to notice; and what went wrong, with what to do.
import { html, nothing, type TemplateResult } from "lit";
import type { Run } from "../state/state";
import { say } from "../words";
import { noticeLine } from "../view/notice";
import { AppElement } from "./app-element";

export class AppStatus extends AppElement {
  static override properties = { run: { attribute: false }, kept: { attribute: false } };
  declare run: Run;
  /** Whether an earlier report is still on the page. */
  declare kept: boolean;

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has("run") && this.run.at === "failed") this.scrollIntoView({ block: "nearest" });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { run } = this;
    switch (run.at) {
      case "reading":
        return run.slow ? this.progress(say("page-reading", { name: run.source.name })) : nothing;
      case "analysing":
        return run.slow ? this.progress(say("page-analysing"), run.share) : nothing;
      case "cancelled":
        return this.stopped();
      case "failed":
        return this.failed(run);
      case "idle":
      case "ready":
        return nothing;
    }
  }

  private progress(doing: string, share?: number): TemplateResult {
    return html`<div class="status wrap">
      <label>${doing} <progress max="1" value=${share ?? nothing}></progress></label>
      <button class="button" @click=${() => this.send({ type: "cancel" })}>${say("page-cancel")}</button>
    </div>`;
  }

  private stopped(): TemplateResult {
    return html`<div class="status wrap">
      <p>${say(this.kept ? "page-cancelled-kept" : "page-cancelled")}</p>
      <button class="button" @click=${() => this.send({ type: "again" })}>${say("page-again")}</button>
    </div>`;
  }

  private failed(run: Extract<Run, { at: "failed" }>): TemplateResult {
    return html`<section class="failure wrap" aria-labelledby="failure">
      <h2 id="failure">${say(run.what === "reading" ? "page-failed-reading" : "page-failed-analysing", { name: run.name })}</h2>
      ${run.notices.map((notice) => noticeLine(notice))}
      ${this.kept ? html`<p class="label">${say("page-failed-kept")}</p>` : nothing}
      ${run.what === "reading"
        ? html`<button class="button" @click=${() => this.send({ type: "dismiss" })}>${say("page-dismiss")}</button>`
        : nothing}
    </section>`;
  }
}

customElements.define("app-status", AppStatus);
