// The masthead: the name, navigation to the regions of the page and to the methods, the theme.
import { html, nothing, type TemplateResult } from "lit";
import { isDark } from "../dom";
import type { Basis, Theme } from "../state/state";
import { say } from "../words";
import { AppElement } from "./app-element";

const REGIONS = ["data", "design", "report", "share"] as const;

export class AppMasthead extends AppElement {
  static override properties = { theme: { attribute: false }, basis: { attribute: false } };
  declare theme: Theme;
  /** What there is to go to; nothing before a file. */
  declare basis: Basis | undefined;

  protected override render(): TemplateResult {
    const dark = this.theme === "system" ? isDark() : this.theme === "dark";
    return html`<header class="masthead">
      <div class="wrap">
        <span class="logo">${LOGO}${say("page-name")}</span>
        ${this.basis === undefined ? nothing : this.steps(this.basis)}
        <a class="to-methods" href="methods.html" target="_blank" rel="noopener">${say("page-methods")}</a>
        <button
          class="theme"
          aria-pressed=${String(dark)}
          title=${say("page-dark")}
          aria-label=${say("page-dark")}
          @click=${() => this.send({ type: "theme", theme: dark ? "light" : "dark" })}
        >
          <span aria-hidden="true">◐</span>
        </button>
      </div>
    </header>`;
  }

  private steps(basis: Basis): TemplateResult {
    const link = (region: (typeof REGIONS)[number]) => {
      const id = region === "data" && basis === "summaries" ? "link" : region;
      return html`<a href="#${id}" @click=${(event: Event) => this.step(event, id)}>${say(`page-${region}`)}</a>`;
    };
    const regions = REGIONS.filter((region) => region !== "report" || basis !== "draft");
    return html`<nav class="steps" aria-label=${say("page-steps")}>${regions.map(link)}</nav>`;
  }

  /** The address stays as it is: what follows its `#` is kept for links to an analysis. */
  private step(event: Event, region: string): void {
    event.preventDefault();
    this.go(region);
  }
}

const LOGO = html`<svg viewBox="0 0 26 18" aria-hidden="true">
  <path d="M3 14.5 13 4.5 23 6.5" fill="none" stroke="currentColor" stroke-width="1.6"></path>
  <path d="M3 14.5 13 13.5 23 14.2" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="1 3" stroke-linecap="round"></path>
  <circle cx="3" cy="14.5" r="2.6" fill="currentColor"></circle>
  <circle cx="13" cy="4.5" r="2.6" fill="currentColor"></circle>
  <circle cx="23" cy="6.5" r="2.6" fill="currentColor"></circle>
</svg>`;

customElements.define("app-masthead", AppMasthead);
