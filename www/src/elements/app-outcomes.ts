// The grid of the design: a row per outcome, a column per occasion, in each cell the file's column.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { valueOf } from "../dom";
import { label } from "../label";
import type { Edit, OutcomePlan } from "../core-types";
import type { Trial } from "../state/state";
import { say } from "../words";
import { hover, leave, lift, put } from "./drag";
import { direction } from "./direction";
import { doubt } from "./reason";
import { AppElement } from "./app-element";
import "./app-columns";

/** More outcomes than these are shown when asked for. */
const ROWS = 12;

export class AppOutcomes extends AppElement {
  static override properties = { trial: { attribute: false }, all: { state: true } };
  declare trial: Trial;
  declare all: boolean;

  private refocus: string | undefined;

  protected override render(): TemplateResult {
    const { plan } = this.trial;
    const { outcomes, long } = plan;
    const shown = this.all ? outcomes : outcomes.slice(0, ROWS);
    return html`
      ${long === undefined ? nothing : this.longOccasions()}
      <div class="scroll" tabindex="0" role="region" aria-label=${say("page-outcomes")}>
      <table class="grid">
        <caption class="hidden">${say("page-grid")}</caption>
        <thead>
          <tr>
            <th scope="col">${say("page-outcome")}</th>
            ${long === undefined
              ? plan.occasions.map((name, index) => this.occasionHead(name, index))
              : html`<th scope="col">${say("page-value-column")}</th>`}
            <th scope="col">${say("page-better")}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((outcome, index) => this.row(outcome, index))}
        </tbody>
      </table>
      </div>
      ${plan.within.length === 0 ? nothing : html`<p class="label">${say("page-within", { names: plan.within.map((factor) => factor.name).join(", ") })}</p>`}
      <div class="adders">
        ${shown.length < outcomes.length
          ? html`<button class="link" @click=${() => (this.all = true)}>${say("page-all-outcomes", { count: outcomes.length })}</button>`
          : nothing}
        <button
          class="link"
          data-add="outcome"
          @click=${() => this.addOutcome("")}
          @dragover=${(event: DragEvent) => hover(event, (what) => what.kind === "column")}
          @dragleave=${leave}
          @drop=${(event: DragEvent) => this.dropNew(event)}
        >
          ${say("page-outcome-add")}
        </button>
        ${long === undefined
          ? html`<button class="link" @click=${this.addOccasion}>${say("page-occasion-add")}</button>`
          : nothing}
      </div>
    `;
  }

  protected override updated(): void {
    if (this.refocus === undefined) return;
    const target = this.querySelector<HTMLElement>(this.refocus) ?? this.querySelector<HTMLElement>("[data-add]");
    target?.focus();
    this.refocus = undefined;
  }

  private edit(change: Edit, said?: string): void {
    this.send(said === undefined ? { type: "edit", change } : { type: "edit", change, say: said });
  }

  private occasionHead(name: string, index: number): TemplateResult {
    return html`<th scope="col" colspan=${this.trial.grid.cells_per_occasion} data-occasion=${index}>
      <span class="named">
        <input
          aria-label=${say("page-occasion-name", { place: index + 1 })}
          .value=${live(name)}
          size="10"
          @change=${(event: Event) => this.rename(event, name, (to) => ({ edit: "occasion-name", index, name: to }))}
        />
        ${index === 0 ? doubt(this.trial.reasons, "occasions") : nothing} ${this.occasionTools(name, index)}
      </span>
    </th>`;
  }

  private occasionTools(name: string, index: number): TemplateResult {
    const { length } = this.trial.plan.occasions;
    const move = (to: number) => {
      this.keepFocus(`[data-occasion="${to}"]`);
      this.edit({ edit: "occasion-move", index, to }, say("page-moved", { name, place: to + 1, count: length }));
    };
    return html`<span class="tools">
      ${tool("earlier", say("page-earlier", { name }), "←", index > 0, () => move(index - 1))}
      ${tool("later", say("page-later", { name }), "→", index < length - 1, () => move(index + 1))}
      ${length > 1
        ? tool("remove", say("page-remove", { name }), "×", true, () => {
            this.keepFocus(`[data-occasion="${Math.max(0, index - 1)}"]`);
            this.edit({ edit: "occasion-remove", index }, say("page-removed", { name }));
          })
        : nothing}
    </span>`;
  }

  /** A long file names its occasions itself: they are put in order, or left out. */
  private longOccasions(): TemplateResult {
    const { plan, opened } = this.trial;
    const left = (opened.levels.get(plan.long?.occasion ?? "") ?? []).filter((level) => !plan.occasions.includes(level));
    return html`<ol class="arms" aria-label=${say("page-occasions")}>
        <li class="label">${say("page-occasions")} ${doubt(this.trial.reasons, "occasions")}</li>
        ${plan.occasions.map((name, index) => html`<li data-occasion=${index}><span>${label(name)}</span>${this.occasionTools(name, index)}</li>`)}
      </ol>
      ${left.map(
        (name) => html`<button class="link" @click=${() => this.edit({ edit: "occasion-add", name })}>${say("page-arm-restore", { arm: name })}</button> `,
      )}`;
  }

  private row(outcome: OutcomePlan, index: number): TemplateResult {
    const { grid, reasons } = this.trial;
    const { name } = outcome;
    const cells = Array.from({ length: grid.cells_per_outcome }, (_, cell) => outcome.columns[cell] ?? "");
    return html`<tr data-row=${index}>
      <th scope="row">
        <span class="named">
          <input
            aria-label=${say("page-outcome-name", { place: index + 1 })}
            .value=${live(name)}
            @change=${(event: Event) => this.rename(event, name, (to) => ({ edit: "outcome-name", index, name: to }))}
          />
          ${doubt(reasons, `outcome:${name}`)} ${this.rowTools(name, index)}
        </span>
        ${!grid.incomplete.includes(index) ? nothing : html`<span class="label">${say("page-outcome-incomplete")}</span>`}
      </th>
      ${this.isScored(outcome)
        ? html`<td colspan=${cells.length}><span class="label">${say("scales-scored")}</span></td>`
        : cells.map((column, cell) => this.cell(outcome, index, cell, column))}
      <td>
        ${direction(this.trial.plan, index, (change) => this.edit(change))}
        ${doubt(reasons, `better:${name}`)}
      </td>
    </tr>`;
  }

  /** Whether its columns are scores that are made of items. */
  private isScored({ columns }: OutcomePlan): boolean {
    const { plan, opened } = this.trial;
    return (plan.scales ?? []).length > 0 && columns.length > 0 && columns.every((column) => column !== "" && !opened.columns.includes(column));
  }

  private rowTools(name: string, index: number): TemplateResult {
    const { length } = this.trial.plan.outcomes;
    const move = (to: number) => {
      this.keepFocus(`[data-row="${to}"]`);
      this.edit({ edit: "outcome-move", index, to }, say("page-moved", { name, place: to + 1, count: length }));
    };
    return html`<span class="tools">
      ${tool("earlier", say("page-earlier", { name }), "↑", index > 0, () => move(index - 1))}
      ${tool("later", say("page-later", { name }), "↓", index < length - 1, () => move(index + 1))}
      ${tool("remove", say("page-remove", { name }), "×", true, () => {
        this.keepFocus(`[data-row="${Math.min(index, length - 2)}"]`);
        this.edit({ edit: "outcome-remove", index }, say("page-removed", { name }));
      })}
    </span>`;
  }

  private cell({ name }: OutcomePlan, outcome: number, cell: number, column: string): TemplateResult {
    const { plan, grid, opened } = this.trial;
    const at = { outcome, cell };
    const occasion = plan.occasions[Math.floor(cell / grid.cells_per_occasion)] ?? "";
    const value = plan.long?.value !== undefined && column === "" ? plan.long.value : column;
    return html`<td data-occasion-name=${label(occasion) || say("page-value-column")}>
      <span
        class="cell"
        draggable=${String(value !== "")}
        @dragstart=${(event: DragEvent) => lift(event, { kind: "cell", at, column: value })}
        @dragover=${(event: DragEvent) => hover(event, (what) => what.kind !== "arm")}
        @dragleave=${leave}
        @drop=${(event: DragEvent) => this.drop(event, outcome, cell)}
      >
        <span class="grip" aria-hidden="true">⠿</span>
        <app-columns
          .label=${say("page-cell", { outcome: name, occasion })}
          .value=${value}
          .columns=${opened.columns}
          .typed=${this.trial.source === undefined}
          @choose=${({ detail }: CustomEvent<string>) => this.edit({ edit: "cell", at, column: detail })}
        ></app-columns>
      </span>
    </td>`;
  }

  private drop(event: DragEvent, outcome: number, cell: number): void {
    const what = put(event);
    const to = { outcome, cell };
    if (what?.kind === "column") this.edit({ edit: "cell", at: to, column: what.column });
    if (what?.kind === "cell") this.edit({ edit: "cell-swap", from: what.at, to });
  }

  private dropNew(event: DragEvent): void {
    const what = put(event);
    if (what?.kind === "column") this.addOutcome(what.column);
  }

  private addOutcome(column: string): void {
    const { plan } = this.trial;
    this.all = true;
    this.refocus = `[data-row="${plan.outcomes.length}"] input`;
    this.edit({ edit: "outcome-add", name: column === "" ? unnamed(plan.outcomes) : column, column });
  }

  private addOccasion(): void {
    const { occasions } = this.trial.plan;
    this.refocus = `[data-occasion="${occasions.length}"] input`;
    this.edit({ edit: "occasion-add", name: say("page-occasion-new", { place: occasions.length + 1 }) });
  }

  /** An empty name is no name: the old one comes back. */
  private rename(event: Event, old: string, change: (name: string) => Edit): void {
    const name = valueOf(event).trim();
    if (name === "" || name === old) this.requestUpdate();
    else this.edit(change(name));
  }

  /** After the next drawing the same button is focused where its row now is. */
  private keepFocus(row: string): void {
    const focused = document.activeElement?.getAttribute("data-tool");
    if (focused != null) this.refocus = `${row} [data-tool="${focused}"]`;
  }
}

/** What is not possible here keeps the focus that a move left on it, but is no stop on the keyboard's way. */
function tool(name: string, label: string, sign: string, possible: boolean, act: () => void): TemplateResult {
  return html`<button
    class="tool"
    data-tool=${name}
    aria-label=${label}
    title=${label}
    aria-disabled=${String(!possible)}
    tabindex=${possible ? nothing : -1}
    @click=${() => (possible ? act() : undefined)}
  >
    ${sign}
  </button>`;
}

/** A name that no outcome has. */
function unnamed(outcomes: OutcomePlan[]): string {
  const taken = new Set(outcomes.map((outcome) => outcome.name));
  for (let place = outcomes.length + 1; ; place++) {
    const name = say("page-outcome-new", { place });
    if (!taken.has(name)) return name;
  }
}

customElements.define("app-outcomes", AppOutcomes);
