// What a link carries, as folded sections: shown before it is copied, and again where it is opened.
import { html, type TemplateResult } from "lit";
import type { Section } from "../core-types";
import "./app-section";

export function carriedOf(sections: readonly Section[], folds: ReadonlyMap<string, boolean>): TemplateResult {
  return html`<div class="carried">
    ${sections.map((section) => html`<app-section
      .name=${section.anchor}
      .html=${section.html}
      .open=${folds.get(section.anchor) ?? section.open}
    ></app-section>`)}
  </div>`;
}
