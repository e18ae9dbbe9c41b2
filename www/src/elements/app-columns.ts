// A select of the file's columns; where there is no file yet, a field for a column's name.
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { valueOf } from "../dom";
import { label } from "../label";
import { option } from "./select";
import { AppElement } from "./app-element";

/** A file may have thousands of columns and the design hundreds of selects: then the list is filled at first touch. */
const MANY = 200;

export class AppColumns extends AppElement {
  static override properties = {
    label: { attribute: false },
    value: { attribute: false },
    columns: { attribute: false },
    none: { attribute: false },
    typed: { attribute: false },
    touched: { state: true },
  };
  declare label: string;
  declare value: string;
  declare columns: string[];
  /** What to call the choice of no column; without it a column must be chosen. */
  declare none: string | undefined;
  /** Whether there is no file: columns are named, not chosen. */
  declare typed: boolean | undefined;
  declare touched: boolean;

  protected override render(): TemplateResult {
    if (this.typed === true) return this.field();
    const whole = this.touched || this.columns.length <= MANY;
    const listed = whole ? this.columns : this.columns.filter((column) => column === this.value);
    const known = this.value === "" || this.columns.includes(this.value);
    const named = (value: string, name: string) => option({ value, name }, value === this.value);
    const touch = () => (this.touched = true);
    return html`<select
      aria-label=${this.label}
      ?data-empty=${this.value === ""}
      @pointerdown=${touch}
      @focus=${touch}
      @change=${(event: Event) => this.choose(event)}
    >
      ${this.none === undefined && this.value !== "" ? null : named("", this.none ?? "—")}
      ${known ? null : named(this.value, label(this.value))} ${listed.map((column) => named(column, label(column)))}
    </select>`;
  }

  private field(): TemplateResult {
    return html`<input
      aria-label=${this.label}
      placeholder=${this.none ?? ""}
      spellcheck="false"
      .value=${live(this.value)}
      @change=${(event: Event) => this.choose(event)}
    />`;
  }

  private choose(event: Event): void {
    event.stopPropagation();
    const column = valueOf(event).trim();
    // A column must be named: the old name comes back.
    if (column === "" && this.none === undefined) this.requestUpdate();
    else this.dispatchEvent(new CustomEvent("choose", { detail: column }));
  }
}

customElements.define("app-columns", AppColumns);
