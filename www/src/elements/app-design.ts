// The design: the guessed Plan as sentences and a table to correct; one line once it is the visitor's own.
import { html, nothing, type TemplateResult } from "lit";
import { isOpen } from "../dom";
import type { Text } from "../core-types";
import type { Basis, Scales, Trial } from "../state/state";
import { say } from "../words";
import { flagOf } from "./reason";
import { text } from "./text";
import { AppElement } from "./app-element";
import "./app-arms";
import "./app-aims";
import "./app-given-design";
import "./app-options";
import "./app-outcomes";
import "./app-roles";
import "./app-scales";
import "./app-timing";

/** A file of hundreds of outcomes has as many reasons; these are shown. */
const REASONS = 24;

export class AppDesign extends AppElement {
  static override properties = { trial: { attribute: false }, basis: { attribute: false }, summary: { attribute: false }, scales: { attribute: false }, open: { attribute: false } };
  declare trial: Trial;
  declare basis: Basis;
  /** The trial in one sentence, as the report has it. */
  declare summary: Text | undefined;
  declare scales: Scales;
  declare open: boolean;

  protected override render(): TemplateResult {
    return html`<details
      class="strip"
      id="design"
      data-testid="design"
      .open=${this.open}
      @toggle=${this.toggled}
    >
      <summary class="strip-row">
        <h2>${say("page-design")}</h2>
        <span class="strip-line">
          <span class="what">${this.summary === undefined ? this.counts() : text(this.summary)}</span>
          <span class="label">${this.standing()}</span>
          <span class="link">${say(this.open ? "page-fold" : "page-edit")}</span>
        </span>
      </summary>
      <div class="strip-row"><div class="strip-body">${this.open ? this.editor() : nothing}</div></div>
    </details>`;
  }

  private editor(): TemplateResult {
    return html`
      ${this.basis === "summaries"
        ? html`<app-given-design .plan=${this.trial.plan} .marks=${this.trial.opened.marks}></app-given-design>`
        : html`<app-arms .trial=${this.trial}></app-arms>
            <app-outcomes .trial=${this.trial}></app-outcomes>
            <app-timing .trial=${this.trial}></app-timing>
            ${this.basis === "file" ? html`<app-scales .trial=${this.trial} .scales=${this.scales}></app-scales>` : nothing}
            <app-roles .trial=${this.trial}></app-roles>`}
      <app-aims .plan=${this.trial.plan} .single=${this.basis !== "summaries"} .keys=${this.scales.keys}></app-aims>
      <app-options .plan=${this.trial.plan} .rows=${this.basis !== "summaries"}></app-options>
      <div class="confirm">
        ${this.reasons()}
        <button class="button" data-main @click=${this.confirm}>${say("page-confirm")}</button>
      </div>
    `;
  }

  /** Before there are participants the report has no sentence on them. */
  private counts(): string {
    if (this.basis !== "draft") return "";
    const { arm, occasions, outcomes } = this.trial.plan;
    return say("draft-counts", { arms: arm?.levels.length ?? 1, occasions: Math.max(1, occasions.length), outcomes: outcomes.length });
  }

  private standing(): string {
    const { design, reasons } = this.trial;
    if (design !== "guessed") return say(`page-design-${design}`);
    return say(reasons.every((reason) => reason.certain) ? "page-design-guessed" : "page-design-check");
  }

  private reasons(): TemplateResult | typeof nothing {
    const { design } = this.trial;
    // What a link brought was not guessed.
    const reasons = design === "linked" ? [] : this.trial.reasons.filter(({ part }) => part !== "link");
    if (reasons.length === 0) return nothing;
    // What is to be checked stands first.
    const ordered = [...reasons].sort((one, other) => Number(one.certain) - Number(other.certain));
    const more = ordered.length - REASONS;
    return html`<section class="reasons" aria-labelledby="reasons">
      <h3 id="reasons">${say("page-reasons")}</h3>
      <ul>
        ${ordered.slice(0, REASONS).map((reason) => html`<li>${reason.certain ? nothing : flagOf(reason)}${text(reason.text)}${" "}</li>`)}
      </ul>
      ${more > 0 ? html`<p>${say("page-reasons-more", { count: more })}</p>` : nothing}
    </section>`;
  }

  private toggled(event: Event): void {
    const open = isOpen(event);
    if (open !== this.open) this.send({ type: "fold-design", open });
  }

  private async confirm(): Promise<void> {
    this.send({ type: "confirm" });
    await this.updateComplete;
    this.querySelector("summary")?.focus();
  }
}

customElements.define("app-design", AppDesign);
