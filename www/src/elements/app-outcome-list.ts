// The list of outcomes with their profiles in miniature; one of them is shown.
import { html, nothing, type TemplateResult } from "lit";
import type { OutcomeReport } from "../core-types";
import { say } from "../words";
import { AppElement } from "./app-element";
import "./app-html";

export class AppOutcomeList extends AppElement {
  static override properties = { outcomes: { attribute: false }, current: { attribute: false } };
  declare outcomes: OutcomeReport[];
  declare current: string;

  protected override render(): TemplateResult {
    return html`<nav class="outcomes" aria-label=${say("page-outcomes")}>
      <p class="label">${say("page-outcomes")}</p>
      <ul>
        ${this.outcomes.map(
          ({ name, spark }) => html`<li>
            <button
              aria-current=${name === this.current ? "true" : nothing}
              @click=${() => this.send({ type: "show-outcome", name })}
            >
              <span>${name}</span><app-html .html=${spark}></app-html>
            </button>
          </li>`,
        )}
      </ul>
    </nav>`;
  }
}

customElements.define("app-outcome-list", AppOutcomeList);
