// A questionnaire by its columns and item numbers: a shipped key, one's own version of it, a key file, or a new one.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { chosenFiles, valueOf } from "../dom";
import { label } from "../label";
import type { KeyDescription, Notice, ScoringRule } from "../core-types";
import { blankRow, columnsIn, columnsText, formOf, scaleOf, shortTitle, withColumns, withKey, type ScaleForm, type ScoreRow } from "../scale-form";
import type { Building, Trial } from "../state/state";
import { say } from "../words";
import { noticeLine } from "./notice";
import { NUMBERS } from "./item-numbers";
import { bareSelect, choice, select } from "./select";
import { AppElement } from "./app-element";
import "./app-columns";

const RULES: readonly ScoringRule[] = ["sum", "mean", "sum-times-2", "sum-times-4", "mean-of-subscale-means"];

export class AppScaleBuilder extends AppElement {
  static override properties = {
    trial: { attribute: false },
    building: { attribute: false },
    keys: { attribute: false },
    notices: { attribute: false },
    form: { state: true },
    unknown: { state: true },
  };
  declare trial: Trial;
  declare building: Building;
  declare keys: readonly KeyDescription[];
  declare notices: Notice[];
  declare form: ScaleForm;
  /** Typed names that are no columns, by the occasion's place. */
  declare unknown: ReadonlyMap<number, string[]>;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("building")) return;
    const { start } = this.building;
    const form = formOf(start, this.trial.plan, this.keys);
    // A key file that was opened says nothing of columns: those that were typed stay.
    const keeps = this.hasUpdated && this.form.start.items === start.items;
    this.form = keeps ? { ...form, columns: this.form.columns } : form;
    this.unknown = new Map();
  }

  protected override firstUpdated(): void {
    this.querySelector("select")?.focus();
    this.scrollIntoView({ block: "nearest" });
  }

  protected override render(): TemplateResult {
    const { form, building } = this;
    return html`<form class="builder" id="builder" autocomplete="off" aria-labelledby="builder-heading" @submit=${this.submit}>
      <h3 id="builder-heading">${building.instead === "" ? say("scales-new") : say("scales-change", { name: building.instead })}</h3>
      <div class="fields">
        ${select(say("scales-key-of"), form.key?.id ?? "", this.keyChoices(), (event) => this.chooseKey(valueOf(event)))}
        <label class="link">
          <input class="hidden" type="file" accept=".json,.toml" data-testid="key-input" @change=${this.openKey} />${say("scales-open")}
        </label>
      </div>
      ${this.notices.map((notice) => noticeLine(notice))} ${form.key === undefined ? nothing : about(form.key)}
      <div class="fields">
        ${field("scales-name", form.name, (name) => this.set({ name }), { required: true })}
        ${field("scales-low", form.low, (low) => this.set({ low }), { type: "number" })}
        ${field("scales-high", form.high, (high) => this.set({ high }), { type: "number" })}
        ${field("scales-share", form.share, (share) => this.set({ share }), { type: "number", placeholder: form.key === undefined ? "100" : say("scales-as-key") })}
      </div>
      <p class="label">${say("scales-columns-help")}</p>
      <div class="fields">${form.columns.map((_, at) => this.columns(at))}</div>
      ${this.scores()}
      <p class="label">${say("scales-scores-help")}</p>
      <div class="adders">
        <button class="link" type="button" @click=${() => this.set({ rows: [...form.rows, blankRow("")] })}>${say("scales-score-add")}</button>
      </div>
      <button class="button" data-main>${say("scales-use")}</button>
      <button class="button" type="button" @click=${() => this.send({ type: "built" })}>${say("page-cancel")}</button>
    </form>`;
  }

  private set(change: Partial<ScaleForm>): void {
    this.form = { ...this.form, ...change };
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    this.send({ type: "scale", scale: scaleOf(this.form), instead: this.building.instead });
  }

  private keyChoices() {
    const name = (key: KeyDescription) => say("scales-key-choice", { name: shortTitle(key), count: key.n_items, confidence: key.confidence });
    return [choice("", say("scales-own")), ...this.keys.map((key) => choice(key.id, name(key)))];
  }

  private chooseKey(id: string): void {
    const key = this.keys.find((own) => own.id === id);
    // The name of another key is no name that was given.
    const { name } = this.form;
    const isKeys = this.keys.some((own) => shortTitle(own) === name);
    this.form = withKey({ ...this.form, name: isKeys && key !== undefined ? "" : name }, key);
  }

  private openKey(event: Event): void {
    const [file] = chosenFiles(event);
    if (file !== undefined) this.send({ type: "open-key", file });
  }

  private columns(at: number): TemplateResult | typeof nothing {
    const { columns: all } = this.trial.opened;
    const own = this.form.columns[at];
    if (own === undefined) return nothing;
    const { occasion, columns } = own;
    const title = occasion === "" ? say("scales-columns") : say("scales-columns-at", { occasion });
    const unknown = this.unknown.get(at) ?? [];
    const take = (text: string) => {
      this.unknown = new Map(this.unknown).set(at, columnsIn(text, all).unknown);
      this.form = withColumns(this.form, at, text, all);
    };
    return html`<div class="field items">
      ${field("", columnsText(columns, all), take, { label: title, placeholder: say("scales-pattern"), late: true })}
      <app-columns
        .label=${say("scales-pick", { name: title })}
        .value=${""}
        .columns=${all.filter((column) => !columns.includes(column))}
        .none=${say("page-add-column")}
        @choose=${({ detail }: CustomEvent<string>) => {
          if (detail !== "") this.form = { ...this.form, columns: this.form.columns.map((it, i) => (i === at ? { ...it, columns: [...columns, detail] } : it)) };
        }}
      ></app-columns>
      <span class="label" role="status">${say("scales-found", { count: columns.length, first: columns[0] ?? "", last: columns.at(-1) ?? "" })}
        ${unknown.length === 0 ? nothing : say("scales-unknown", { names: unknown.join(", ") })}</span>
    </div>`;
  }

  private scores(): TemplateResult {
    return html`<table class="grid scores">
      <caption class="hidden">${say("scales-scores")}</caption>
      <thead><tr>${["score", "items", "reverse", "rule"].map((id) => html`<th scope="col">${say(`scales-${id}`)}</th>`)}</tr></thead>
      <tbody>${this.form.rows.map((row, at) => this.score(row, at))}</tbody>
    </table>`;
  }

  private score(row: ScoreRow, at: number): TemplateResult {
    const { rows } = this.form;
    const set = (change: Partial<ScoreRow>) => this.set({ rows: rows.map((own, i) => (i === at ? { ...own, ...change } : own)) });
    const name = row.name || this.form.name || say("scales-score-place", { place: at + 1 });
    const rules = [...(row.of === undefined ? [] : [""]), ...RULES];
    const input = (id: string, value: string, take: (text: string) => void, more: Field = {}) =>
      html`<td data-occasion-name=${say(`scales-${id}`)}>${bare(value, take, { label: say(`scales-${id}-of`, { name }), ...more })}</td>`;
    return html`<tr>
      <th scope="row">
        ${row.of === undefined
          ? html`<span class="named">${bare(row.name, (typed) => set({ name: typed }), { label: say("scales-score-name", { place: at + 1 }), placeholder: this.form.name || say("scales-score") })}
              ${rows.length === 1
                ? nothing
                : html`<button class="tool" type="button" aria-label=${say("page-remove", { name })} title=${say("page-remove", { name })}
                    @click=${() => this.set({ rows: rows.filter((_, i) => i !== at) })}>×</button>`}</span>`
          : html`<b>${label(row.name)}</b>`}
      </th>
      ${input("items", row.items, (items) => set({ items }), { placeholder: say("scales-all") })}
      ${input("reverse", row.reversed, (reversed) => set({ reversed }), { pattern: NUMBERS, placeholder: say("scales-no-items") })}
      <td data-occasion-name=${say("scales-rule")}>
        ${bareSelect(
          say("scales-rule-of", { name }),
          row.rule,
          rules.map((rule) => choice(rule, rule === "" ? say("scales-as-key") : say(`scales-rule-${rule}`))),
          (event) => set({ rule: RULES.find((rule) => rule === valueOf(event)) ?? "" }),
        )}
      </td>
    </tr>`;
  }
}

/** `late`: taken once it is left, because what is shown follows what is understood. */
type Field = { label?: string; type?: string; required?: boolean; placeholder?: string; pattern?: string; late?: boolean };

function field(id: string, value: string, take: (text: string) => void, more: Field = {}): TemplateResult {
  const name = more.label ?? say(id);
  return html`<label class="field"><span>${name}</span>${bare(value, take, { ...more, label: name })}</label>`;
}

function bare(value: string, take: (text: string) => void, { label: name, type, required, placeholder, pattern, late }: Field): TemplateResult {
  return html`<input
    aria-label=${name ?? nothing}
    type=${type ?? "text"}
    step="any"
    spellcheck="false"
    autocomplete="off"
    ?required=${required}
    placeholder=${placeholder ?? nothing}
    pattern=${pattern ?? nothing}
    .value=${live(value)}
    @input=${(event: Event) => (late === true ? undefined : take(valueOf(event)))}
    @change=${(event: Event) => (late === true ? take(valueOf(event)) : undefined)}
  />`;
}

/** Where a key comes from, how well it is known, and what is to be heeded. */
function about({ titles, source, licence, note, confidence, needs_confirmation: unconfirmed }: KeyDescription): TemplateResult {
  return html`<p class="label">${titles[0]}. ${note === "" ? nothing : `${note}. `}${say("scales-source")} ${source}. ${say("scales-rights")} ${licence}.
    ${say(`scales-confidence-${confidence}`)} ${say(unconfirmed ? "scales-compare" : "scales-verify")}</p>`;
}

customElements.define("app-scale-builder", AppScaleBuilder);
