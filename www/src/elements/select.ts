// A select with its label.
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { label as shown } from "../label";

export type Choice = { value: string; name: string };

export function choice(value: string, name: string = shown(value)): Choice {
  return { value, name };
}

export function select(label: string, value: string, choices: Choice[], change: (event: Event) => void): TemplateResult {
  return html`<label class="field"><span>${label}</span>${bareSelect(label, value, choices, change)}</label>`;
}

/** What the visitor chose by hand gives way to what the design holds: the control itself is asked, not the last drawing. */
export function option({ value, name }: Choice, selected: boolean): TemplateResult {
  return html`<option value=${value} ?selected=${selected} .selected=${live(selected)}>${name}</option>`;
}

/** A select in a table, named by what stands over and beside it. */
export function bareSelect(label: string, value: string, choices: Choice[], change: (event: Event) => void): TemplateResult {
  return html`<select aria-label=${label} @change=${change}>
    ${choices.map((it) => option(it, it.value === value))}
  </select>`;
}
