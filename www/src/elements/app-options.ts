// Options of the comparisons, with sound defaults: adjustment, error term, sums of squares.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { isChecked, valueOf } from "../dom";
import { label } from "../label";
import type { Adjust, CompareArms, ErrorTerm, Plan, ReportExtent, SumsOfSquares } from "../core-types";
import { say } from "../words";
import { choice, select } from "./select";
import { AppElement } from "./app-element";

const ADJUSTMENTS: readonly Adjust[] = ["bonferroni", "holm", "sidak", "tukey", "dunnett", "scheffe", "closed", "bh", "none"];
const ERROR_TERMS: readonly ErrorTerm[] = ["separate", "pooled"];
const COMPARED: readonly CompareArms[] = ["all", "control"];
const EXTENTS = ["essential", "full"] as const;
const LEVELS: readonly number[] = [0.9, 0.95, 0.99];
const REPLICATES: readonly number[] = [0, 1_000, 10_000, 100_000];
const LARGEST_SEED = 2 ** 32 - 1;
const LARGEST_GROUP = 1_000;
const SQUARES: readonly SumsOfSquares[] = ["III", "II"];

export class AppOptions extends AppElement {
  static override properties = { plan: { attribute: false }, rows: { attribute: false } };
  declare plan: Plan;
  /** Whether there are participants, or will be: summaries have none to draw from. */
  declare rows: boolean;

  protected override render(): TemplateResult {
    const { adjust, error_term: errorTerm, sums_of_squares: squares, level, compare, arm } = this.plan;
    return html`<details class="options">
      <summary>
        <span class="link">${say("page-options")}</span>
        <span class="label">${say(`page-adjust-${adjust}`)} · ${say(`page-error-${errorTerm}`)} · ${say(`page-squares-${squares}`)}</span>
      </summary>
      <div class="fields">
        ${select(say("page-adjust"), adjust, named(ADJUSTMENTS, "page-adjust"), (event) =>
          pick(ADJUSTMENTS, event, (chosen) => this.send({ type: "edit", change: { edit: "adjust", adjust: chosen } })))}
        ${select(say("page-level"), String(level), levels(level), (event) =>
          this.send({ type: "edit", change: { edit: "level", level: Number(valueOf(event)) } }))}
        ${arm === undefined
          ? nothing
          : select(say("page-compare-arms"), compare?.arms ?? "all", named(COMPARED, "page-compare-arms"), (event) =>
              pick(COMPARED, event, (arms) => this.compare({ arms })))}
        ${select(say("page-error"), errorTerm, named(ERROR_TERMS, "page-error"), (event) =>
          pick(ERROR_TERMS, event, (chosen) => this.send({ type: "edit", change: { edit: "error-term", term: chosen } })))}
        ${select(say("page-squares"), squares, named(SQUARES, "page-squares"), (event) =>
          pick(SQUARES, event, (chosen) => this.send({ type: "edit", change: { edit: "squares", squares: chosen } })))}
        ${this.extent()} ${this.rows ? html`${this.resampling()} ${this.therapyGroup()}` : nothing}
      </div>
      ${this.compared()}
    </details>`;
  }

  /** How much of the analysis the report brings. What was chosen part by part is offered as it is. */
  private extent(): TemplateResult {
    const { report } = this.plan;
    const own = extentName(report);
    const offered = own === "sections" ? [...EXTENTS, own] : EXTENTS;
    return select(say("page-extent"), own, named(offered, "page-extent"), (event) =>
      pick(EXTENTS, event, (chosen) => this.send({ type: "edit", change: { edit: "report", report: chosen } })));
  }

  /** The occasions after baseline that are compared; all of them where none is chosen. */
  private compared(): TemplateResult | typeof nothing {
    const { occasions, baseline, compare } = this.plan;
    const later = occasions.filter((name, index) => (baseline === undefined ? index > 0 : name !== baseline));
    if (later.length < 2) return nothing;
    const chosen = later.filter((name) => compare?.occasions?.includes(name) ?? true);
    const change = (name: string, made: boolean) => {
      const next = later.filter((own) => (own === name ? made : chosen.includes(own)));
      // Without any there would be nothing to answer: the last one stays.
      if (next.length === 0) this.requestUpdate();
      else this.compare({ occasions: next.length === later.length ? null : next });
    };
    return html`<fieldset class="claims">
      <legend>${say("page-compare-occasions")}</legend>
      ${later.map(
        (name) => html`<label
          ><input type="checkbox" .checked=${live(chosen.includes(name))} @change=${(event: Event) => change(name, isChecked(event))} />
          ${label(name)}</label
        >`,
      )}
    </fieldset>`;
  }

  private compare(change: { arms?: CompareArms; occasions?: string[] | null }): void {
    const { arms = "all", occasions } = this.plan.compare ?? {};
    const { occasions: chosen = occasions ?? null, arms: compared = arms } = change;
    const compare = { arms: compared, ...(chosen === null ? {} : { occasions: chosen }) };
    this.send({ type: "edit", change: { edit: "compare", compare } });
  }

  /** How many participants a therapy group had; left empty, nothing is said of it. */
  private therapyGroup(): TemplateResult {
    const size = this.plan.therapy_group_size;
    return html`<label class="field"
      ><span>${say("page-therapy-group")}</span
      ><input
        type="number"
        min="1"
        max=${LARGEST_GROUP}
        step="1"
        size="6"
        .value=${live(size === undefined ? "" : String(size))}
        @change=${(event: Event) => {
          const typed = valueOf(event);
          const asked = Number(typed);
          if (typed === "") this.send({ type: "edit", change: { edit: "therapy-group", size: null } });
          else if (Number.isInteger(asked) && 1 <= asked && asked <= LARGEST_GROUP)
            this.send({ type: "edit", change: { edit: "therapy-group", size: asked } });
          else this.requestUpdate();
        }}
    /></label>`;
  }

  private resampling(): TemplateResult {
    const { replicates, seed } = this.plan.resampling;
    const send = (change: { replicates?: number; seed?: number }) =>
      this.send({ type: "edit", change: { edit: "resampling", resampling: { replicates, seed, ...change } } });
    const offered = [...new Set([...REPLICATES, replicates])].sort((one, other) => one - other);
    const choices = offered.map((n) => choice(String(n), say("page-replicates-n", { n })));
    return html`${select(say("page-replicates"), String(replicates), choices, (event) => send({ replicates: Number(valueOf(event)) }))}
      <label class="field"
        ><span>${say("page-seed")}</span
        ><input
          type="number"
          min="0"
          max=${LARGEST_SEED}
          step="1"
          size="6"
          .value=${live(String(seed))}
          @change=${(event: Event) => {
            const asked = Number(valueOf(event));
            if (Number.isInteger(asked) && 0 <= asked && asked <= LARGEST_SEED) send({ seed: asked });
            else this.requestUpdate();
          }}
      /></label>`;
  }
}

function extentName(report: ReportExtent): "essential" | "full" | "sections" {
  return typeof report === "string" ? report : "sections";
}

/** The levels that are offered, and the Plan's own. */
function levels(own: number) {
  const offered = [...new Set([...LEVELS, own])].sort((one, other) => one - other);
  return offered.map((level) => choice(String(level), say("page-level-percent", { percent: Number((100 * level).toPrecision(12)) })));
}

function named(values: readonly string[], prefix: string) {
  return values.map((value) => choice(value, say(`${prefix}-${value}`)));
}

/** The chosen value as the member of its union. */
function pick<T extends string>(values: readonly T[], event: Event, then: (value: T) => void): void {
  const chosen = values.find((value) => value === valueOf(event));
  if (chosen !== undefined) then(chosen);
}

customElements.define("app-options", AppOptions);
