// The choice of a trial's file, or of several, one for each occasion. Its label stands around it.
import { html, type TemplateResult } from "lit";
import { chosenFiles } from "../dom";
import { sourceOf } from "../sources";
import type { Action } from "../state/state";

export function fileInput(send: (action: Action) => void): TemplateResult {
  const choose = (event: Event) => {
    const source = sourceOf(chosenFiles(event));
    if (source !== undefined) send({ type: "open", source });
  };
  return html`<input class="hidden" type="file" multiple accept=".csv,.tsv,.tab,.txt,text/csv,text/plain"
    data-testid="file-input" @change=${choose} />`;
}
