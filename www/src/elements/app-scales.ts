// The questionnaires that are scored: their items in the file, their scores, and the way to change or to add one.
import { html, nothing, type TemplateResult } from "lit";
import { label } from "../label";
import { atOccasions, type Items, type KeyDescription, type ScalePlan } from "../core-types";
import { columnsText, formOf, type ScaleForm, type ScoreRow } from "../scale-form";
import type { Building, Scales, Trial } from "../state/state";
import { say } from "../words";
import { doubt } from "./reason";
import { AppElement } from "./app-element";
import "./app-scale-builder";

export class AppScales extends AppElement {
  static override properties = { trial: { attribute: false }, scales: { attribute: false } };
  declare trial: Trial;
  declare scales: Scales;

  private asked = false;
  private building: Building | undefined;

  /** The keys are a matter of milliseconds, but most trials come without items. */
  protected override updated(changed: Map<string, unknown>): void {
    // What was pressed to end the builder is gone with it.
    const wasBuilding = changed.has("scales") && this.building !== undefined;
    this.building = this.scales.building;
    if (wasBuilding && this.building === undefined) this.querySelector<HTMLElement>("[data-add]")?.focus();
    const isNeeded = this.scales.building !== undefined || (this.trial.plan.scales ?? []).length > 0;
    if (!isNeeded || this.asked) return;
    this.asked = true;
    if (this.scales.keys === undefined) this.send({ type: "want-keys" });
  }

  protected override render(): TemplateResult {
    const { plan, opened } = this.trial;
    const { keys, building, notices } = this.scales;
    const scales = plan.scales ?? [];
    const suggested = opened.suggested.filter(({ items }) => !scales.some((own) => sharesItems(own.items, items)));
    return html`
      ${scales.length === 0 || keys === undefined ? nothing : this.table(scales, keys)}
      <div class="adders">
        ${suggested.map(
          ({ name, items }) => html`<button class="link" @click=${() => this.build(name)}>
            ${say("scales-suggested", { name, count: columnsOf(items)[0]?.length ?? 0 })}
          </button>`,
        )}
        <button class="link" data-add="scale" @click=${() => this.build(undefined)}>${say("scales-add")}</button>
      </div>
      ${building === undefined || keys === undefined
        ? nothing
        : html`<app-scale-builder .trial=${this.trial} .building=${building} .keys=${keys} .notices=${notices}></app-scale-builder>`}
    `;
  }

  private build(scale: string | undefined): void {
    this.send({ type: "build", scale });
  }

  private table(scales: ScalePlan[], keys: readonly KeyDescription[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${say("scales-title")}>
      <table class="grid scales">
        <caption class="hidden">${say("scales-title")}</caption>
        <thead><tr>${["title", "columns", "scores"].map((id) => html`<th scope="col">${say(`scales-${id}`)}</th>`)}</tr></thead>
        <tbody>${scales.map((scale) => this.row(scale, formOf(scale, this.trial.plan, keys)))}</tbody>
      </table>
    </div>`;
  }

  private row(scale: ScalePlan, form: ScaleForm): TemplateResult {
    const { name } = scale;
    const { key, low, high, columns, rows } = form;
    const act = (id: string, label: string, doIt: () => void) =>
      html`<button class="link" aria-label=${say(label, { name })} @click=${doIt}>${say(id)}</button>`;
    return html`<tr>
      <th scope="row">
        <b>${label(name)}</b> ${doubt(this.trial.reasons, `scale:${name}`)}
        <span class="label">${key === undefined ? say("scales-own") : keyWords(key, scale)}</span>
        ${low === "" ? nothing : html`<span class="label">${say("scales-range", { low, high })}</span>`}
        <span class="label acts">
          ${act("page-change", "scales-change", () => this.build(name))}
          ${act("scales-save", "scales-save-name", () => this.send({ type: "save-key", scale }))}
          ${act("scales-remove", "page-remove", () => this.send({ type: "unscale", name }))}
        </span>
      </th>
      <td>${columns.map((at) => html`<span class="label">${at.occasion === "" ? nothing : html`${label(at.occasion)}: `}${this.items(at.columns)}</span>`)}</td>
      <td>${rows.filter(({ items }) => items !== "").map(score)}</td>
    </tr>`;
  }

  private items(columns: readonly string[]): TemplateResult | string {
    const [first, last] = [columns[0], columns.at(-1)];
    if (first === undefined || last === undefined) return say("scales-none");
    return html`<code title=${columnsText(columns, this.trial.opened.columns)}>${label(first)}${first === last ? nothing : ` … ${label(last)}`}</code>
      ${say("scales-count", { count: columns.length })}`;
  }
}

function score({ name, items, reversed }: ScoreRow): TemplateResult {
  return html`<span class="label"><b>${label(name)}</b> ${items}${reversed === "" ? nothing : ` · ${say("scales-reversed", { items: reversed })}`}</span>`;
}

function keyWords(key: KeyDescription, { confirmed, subscales }: ScalePlan): string {
  const known = key.needs_confirmation ? "C" : key.confidence;
  const state = (subscales ?? []).length > 0 ? "changed" : confirmed === true ? "confirmed" : known;
  return say("scales-key", { title: key.titles[0] ?? key.id, state });
}

function sharesItems(one: Items | undefined, other: Items | undefined): boolean {
  const names = new Set(columnsOf(one).flat());
  return columnsOf(other).flat().some((name) => names.has(name));
}

function columnsOf(items: Items | undefined): string[][] {
  return atOccasions(items).map(([, columns]) => columns);
}

customElements.define("app-scales", AppScales);
