// When treatment began and ended: the occasion before it, and the one at its end.
import { html, nothing, type TemplateResult } from "lit";
import { valueOf } from "../dom";
import type { Trial } from "../state/state";
import { say } from "../words";
import { doubt } from "./reason";
import { choice, select, type Choice } from "./select";
import { AppElement } from "./app-element";

/** No occasion; the occasion that the names tell. No occasion has such a name. */
const NONE = "\u{0}none";
const BY_NAME = "\u{0}by-name";

export class AppTiming extends AppElement {
  static override properties = { trial: { attribute: false } };
  declare trial: Trial;

  protected override render(): TemplateResult | typeof nothing {
    const { occasions } = this.trial.plan;
    if (occasions.length < 2) return nothing;
    return html`<div class="fields timing">${this.baseline(occasions)} ${this.end(occasions)}</div>`;
  }

  private baseline(occasions: readonly string[]): TemplateResult {
    const { plan, reasons } = this.trial;
    const { baseline } = plan;
    const choices = [
      ...byName(baseline),
      ...occasions.slice(0, -1).map((name) => choice(name)),
      choice(NONE, say("page-baseline-none")),
    ];
    return html`<span class="field-with-flag"
      >${select(say("page-baseline"), baseline === undefined ? BY_NAME : (baseline ?? NONE), choices, (event) => {
        const chosen = valueOf(event);
        if (chosen !== BY_NAME) this.send({ type: "edit", change: { edit: "baseline", occasion: chosen === NONE ? null : chosen } });
      })}
      ${doubt(reasons, "baseline")}</span
    >`;
  }

  private end(occasions: readonly string[]): TemplateResult {
    const { plan, reasons } = this.trial;
    const { baseline, end_of_treatment: end } = plan;
    const first = baseline == null ? (baseline === null ? 0 : 1) : occasions.indexOf(baseline) + 1;
    const choices = [...byName(end), ...occasions.slice(first).map((name) => choice(name))];
    return html`<span class="field-with-flag"
      >${select(say("page-end-of-treatment"), end ?? BY_NAME, choices, (event) => {
        const chosen = valueOf(event);
        if (chosen !== BY_NAME) this.send({ type: "edit", change: { edit: "end-of-treatment", occasion: chosen } });
      })}
      ${doubt(reasons, "end_of_treatment")}</span
    >`;
  }
}

/** What is not stated is taken by the occasions' names. */
function byName(stated: string | null | undefined): Choice[] {
  return stated === undefined ? [choice(BY_NAME, say("page-by-name"))] : [];
}

customElements.define("app-timing", AppTiming);
