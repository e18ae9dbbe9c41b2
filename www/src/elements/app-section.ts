// A section of the report that folds. Its heading says its conclusion, so that reading the headings is reading the report.
import { AppHtml } from "./app-html";

export class AppSection extends AppHtml {
  /** By what name the page's state remembers its fold. */
  name = "";
  private isOpen = false;

  set open(open: boolean) {
    this.isOpen = open;
    this.fold();
  }

  connectedCallback(): void {
    // A `toggle` does not bubble.
    this.addEventListener("toggle", this.toggled, { capture: true });
    window.addEventListener("beforeprint", this.unfold);
    window.addEventListener("afterprint", this.refold);
  }

  disconnectedCallback(): void {
    this.removeEventListener("toggle", this.toggled, { capture: true });
    window.removeEventListener("beforeprint", this.unfold);
    window.removeEventListener("afterprint", this.refold);
  }

  protected override filled(): void {
    this.fold();
  }

  private section(): HTMLDetailsElement | null {
    return this.querySelector<HTMLDetailsElement>("details[data-section]");
  }

  private fold(): void {
    const section = this.section();
    if (section !== null) section.open = this.isOpen;
  }

  /** Paper does not unfold: every section stands open on it. */
  private readonly unfold = (): void => {
    const section = this.section();
    if (section === null || section.open) return;
    section.dataset["printed"] = "";
    section.open = true;
  };

  private readonly refold = (): void => {
    const section = this.section();
    if (section?.dataset["printed"] === undefined) return;
    delete section.dataset["printed"];
    section.open = false;
  };

  private readonly toggled = ({ target }: Event): void => {
    const section = this.section();
    if (target !== section || section === null || section.dataset["printed"] !== undefined || section.open === this.isOpen) return;
    const detail = { type: "fold", section: this.name, open: section.open } as const;
    this.dispatchEvent(new CustomEvent("app-action", { detail, bubbles: true }));
  };
}

customElements.define("app-section", AppSection);
