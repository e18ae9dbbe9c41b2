// A select with its label.
import { html, type TemplateResult } from "lit";
import { label as shown } from "../label";

export type Choice = { value: string; name: string };

export function choice(value: string, name: string = shown(value)): Choice {
  return { value, name };
}

export function select(label: string, value: string, choices: Choice[], change: (event: Event) => void): TemplateResult {
  return html`<label class="field"><span>${label}</span>${bareSelect(label, value, choices, change)}</label>`;
}

/** A select in a table, named by what stands over and beside it. */
export function bareSelect(label: string, value: string, choices: Choice[], change: (event: Event) => void): TemplateResult {
  return html`<select aria-label=${label} @change=${change}>
    ${choices.map((it) => html`<option value=${it.value} ?selected=${it.value === value} .selected=${it.value === value}>${it.name}</option>`)}
  </select>`;
}
