// Criteria of reliable change: the reliability of each score, and the cut-off for recovery.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { valueOf } from "../dom";
import { label } from "../label";
import type { KeyScoreDescription, KeyDescription, OutcomePlan, Plan, ReliableChangePlan } from "../core-types";
import { say } from "../words";
import { bareSelect, choice, type Choice } from "./select";
import { AppElement } from "./app-element";

const CRITERIA = ["none", "a", "b", "c"] as const;
/** A published value, one's own, or none: each by its place among the choices. */
const OWN = "own";
const NOTHING = "none";

export class AppChange extends AppElement {
  static override properties = { plan: { attribute: false }, keys: { attribute: false } };
  declare plan: Plan;
  declare keys: readonly KeyDescription[] | undefined;

  protected override render(): TemplateResult {
    return html`<fieldset class="changes">
      <legend>${say("change-title")}</legend>
      <p class="label">${say("change-help")}</p>
      ${this.plan.outcomes.map((outcome, index) => this.row(outcome, index))}
    </fieldset>`;
  }

  /** Published coefficients come with the keys. */
  protected override firstUpdated(): void {
    if (this.keys === undefined) this.send({ type: "want-keys" });
  }

  /** What the key of the questionnaire that the outcome is scored by says of it. */
  private published({ name }: OutcomePlan): KeyScoreDescription | undefined {
    const ids = (this.plan.scales ?? []).map(({ key }) => key);
    return (this.keys ?? []).filter(({ id }) => ids.includes(id)).flatMap(({ scores }) => scores).find((score) => score.name === name);
  }

  private row(outcome: OutcomePlan, index: number): TemplateResult {
    const { name, reliable_change: change } = outcome;
    const published = this.published(outcome);
    const send = (to: ReliableChangePlan | undefined) =>
      this.send({ type: "edit", change: { edit: "reliable-change", index, change: to ?? null } });
    return html`<div class="fields change" role="group" aria-label=${label(name)}>
      <b>${label(name)}</b> ${this.reliability(name, change, published, send)}
      ${change == null ? nothing : this.cutoff(name, change, published, send)}
    </div>`;
  }

  private reliability(name: string, change: ReliableChangePlan | undefined, published: KeyScoreDescription | undefined, send: Send): TemplateResult {
    const retests = published?.retests ?? [];
    const at = retests.findIndex(({ reliability }) => reliability === change?.reliability);
    const source = change?.source ?? "published";
    const current = change == null ? NOTHING : source !== "published" ? source : at < 0 ? OWN : String(at);
    const { source: _, reliability: __, ...rest } = change ?? {};
    const take = (chosen: string) => {
      const retest = retests[Number(chosen)];
      if (chosen === NOTHING) send(undefined);
      else if (chosen === "alpha" || chosen === "retest") send({ ...rest, source: chosen });
      else if (retest !== undefined) send({ ...rest, source: "published", reliability: retest.reliability });
      else send({ ...rest, source: "published" });
    };
    const choices = [
      choice(NOTHING, say("change-none")),
      ...retests.map(({ reliability, interval, source, confidence }, i) =>
        choice(String(i), say("change-published", { reliability, interval, source, confidence }))),
      ...[OWN, "alpha", "retest"].map((it) => choice(it, say(`change-${it}`))),
    ];
    return html`${choose("reliability", name, current, choices, take)}
      ${current !== OWN
        ? nothing
        : number(say("change-own-of", { name }), change?.reliability, (reliability) =>
            send({ ...rest, source: "published", ...(reliability === undefined ? {} : { reliability }) }))}`;
  }

  private cutoff(name: string, change: ReliableChangePlan, published: KeyScoreDescription | undefined, send: Send): TemplateResult {
    const norms = published?.norms ?? [];
    const { norm, criterion, ...rest } = change;
    const current = criterion ?? (norm == null ? NOTHING : "c");
    const needsNorm = current === "b" || current === "c";
    const at = norms.findIndex(({ mean, sd }) => mean === norm?.mean && sd === norm.sd);
    const normOf = (place: number) => {
      const own = norms[place];
      return own === undefined ? {} : { norm: { mean: own.mean, sd: own.sd, ...(own.n == null ? {} : { n: own.n }) } };
    };
    const take = (chosen: string) => {
      const to = CRITERIA.find((it) => it === chosen);
      if (to === undefined || to === "none") send(rest);
      else if (to === "a") send({ ...rest, criterion: to });
      else send({ ...rest, criterion: to, ...(norm == null ? normOf(0) : { norm }) });
    };
    const choices = [...norms.map(({ population, mean, sd, confidence }, i) => choice(String(i), say("change-norm-published", { population, mean, sd, confidence }))), choice(OWN, say("change-norm-own"))];
    const own = (part: { mean?: number | undefined; sd?: number | undefined }) => {
      const { mean = 0, sd = 0 } = { ...norm, ...part };
      send({ ...rest, criterion: current === "b" ? "b" : "c", norm: { mean, sd } });
    };
    return html`${choose("cutoff", name, current, CRITERIA.map((it) => choice(it, say(`change-cutoff-${it}`))), take)}
      ${needsNorm && norms.length > 0
        ? choose("norm", name, at < 0 ? OWN : String(at), choices, (chosen) => send({ ...rest, criterion: current, ...normOf(Number(chosen)) }))
        : nothing}
      ${needsNorm && at < 0
        ? html`${number(say("change-mean-of", { name }), norm?.mean, (mean) => own({ mean }), say("change-mean"))}
            ${number(say("change-sd-of", { name }), norm?.sd, (sd) => own({ sd }), say("change-sd"))}`
        : nothing}`;
  }
}

type Send = (change: ReliableChangePlan | undefined) => void;

function choose(what: string, name: string, current: string, choices: Choice[], take: (chosen: string) => void): TemplateResult {
  return html`<label class="field"
    ><span>${say(`change-${what}`)}</span>${bareSelect(say(`change-${what}-of`, { name }), current, choices, (event) => take(valueOf(event)))}</label
  >`;
}

function number(name: string, value: number | undefined, take: (value: number | undefined) => void, placeholder?: string): TemplateResult {
  return html`<input
    type="number"
    step="any"
    size="6"
    aria-label=${name}
    placeholder=${placeholder ?? nothing}
    .value=${live(value == null ? "" : String(value))}
    @change=${(event: Event) => take(valueOf(event) === "" ? undefined : Number(valueOf(event)))}
  />`;
}

customElements.define("app-change", AppChange);
