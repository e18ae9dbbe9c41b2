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

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("beforeprint", this.unfold);
    window.addEventListener("afterprint", this.refold);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("beforeprint", this.unfold);
    window.removeEventListener("afterprint", this.refold);
  }

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

  /** Paper does not unfold: every section stands open on it. */
  private readonly unfold = () => {
    const details = this.querySelector<HTMLDetailsElement>("details.section:not([open])");
    if (details === null) return;
    details.dataset["printed"] = "";
    details.open = true;
  };

  private readonly refold = () => {
    const details = this.querySelector<HTMLDetailsElement>("details[data-printed]");
    if (details === null) return;
    delete details.dataset["printed"];
    details.open = false;
  };

  private toggled(event: Event): void {
    const open = isOpen(event);
    const printed = event.currentTarget instanceof HTMLElement && event.currentTarget.dataset["printed"] !== undefined;
    if (open !== this.open && !printed) this.send({ type: "fold", section: this.section.id, open });
  }
}

customElements.define("app-section", AppSection);
