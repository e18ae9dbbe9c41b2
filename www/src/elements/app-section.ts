// A part of the report that folds. Its heading says its conclusion, so that reading the headings is reading the report.
import { html, nothing, type TemplateResult } from "lit";
import { isOpen } from "../dom";
import type { Section } from "../core-types";
import { text } from "../view/text";
import { AppElement } from "./app-element";

export class AppSection extends AppElement {
  static override properties = { section: { attribute: false }, open: { attribute: false }, blocks: { attribute: false } };
  declare section: Section;
  declare open: boolean;
  declare blocks: TemplateResult[];

  protected override render(): TemplateResult {
    const { id, title, conclusion } = this.section;
    return html`<details class="section" id="section-${id}" .open=${this.open} @toggle=${this.toggled}>
      <summary>
        <h3>${title}</h3>
        ${conclusion.length === 0 ? nothing : html`<span class="conclusion">${text(conclusion)}</span>`}
      </summary>
      <div class="body">${this.blocks}</div>
    </details>`;
  }

  private toggled(event: Event): void {
    const open = isOpen(event);
    const printed = event.currentTarget instanceof HTMLElement && event.currentTarget.dataset["printed"] !== undefined;
    if (open !== this.open && !printed) this.send({ type: "fold", section: this.section.id, open });
  }
}

customElements.define("app-section", AppSection);
