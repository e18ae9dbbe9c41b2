// The list of outcomes with their profiles in miniature; one of them is shown.
import { html, nothing, svg, type TemplateResult } from "lit";
import type { OutcomeReport, Spark } from "../core-types";
import { say } from "../words";
import { lookName } from "../view/marks";
import { AppElement } from "./app-element";

const WIDTH = 44;
const HEIGHT = 22;

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
              <span>${name}</span>${spark === null ? nothing : picture(spark)}
            </button>
          </li>`,
        )}
      </ul>
    </nav>`;
  }
}

function picture({ lines }: Spark): TemplateResult {
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    ${lines.map(({ arm, points }) => {
      const marker = { kind: "arm", index: arm } as const;
      // Percent from the left and from the bottom, with room for the stroke.
      const place = ([x, y]: [number, number]) =>
        `${1 + (x / 100) * (WIDTH - 2)} ${HEIGHT - 2 - (y / 100) * (HEIGHT - 4)}`;
      return svg`<polyline data-look=${lookName(marker)} points=${points.map(place).join(" ")}></polyline>`;
    })}
  </svg>`;
}

customElements.define("app-outcome-list", AppOutcomeList);
