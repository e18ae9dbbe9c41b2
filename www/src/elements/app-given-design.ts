// The design of a link with summaries: arms, occasions and columns are fixed; the direction of benefit can still be set.
import { html, nothing, type TemplateResult } from "lit";
import type { OutcomePlan, Plan } from "../core-types";
import { label } from "../label";
import { say } from "../words";
import { direction } from "./direction";
import { AppElement } from "./app-element";
import "./app-html";

export class AppGivenDesign extends AppElement {
  static override properties = { plan: { attribute: false }, marks: { attribute: false } };
  declare plan: Plan;
  /** The arms' marks. */
  declare marks: readonly string[];

  protected override render(): TemplateResult {
    const { arm, outcomes, occasions, covariates } = this.plan;
    return html`<p class="label">${say("link-design")}</p>
      ${arm === undefined
        ? nothing
        : html`<ol class="arms" aria-label=${say("page-arms")}>
            ${arm.levels.map(
              (level, index) => html`<li>
                <app-html .html=${this.marks[index] ?? ""}></app-html><span>${label(arm.labels?.get(level) ?? level)}</span>
                ${level === arm.control ? html`<span class="pill">${say("page-is-control")}</span>` : nothing}
              </li>`,
            )}
          </ol>`}
      <div class="scroll" tabindex="0" role="region" aria-label=${say("page-outcomes")}>
        <table class="grid">
          <caption class="hidden">${say("page-grid")}</caption>
          <thead>
            <tr>
              <th scope="col">${say("page-outcome")}</th>
              ${occasions.length === 0 ? nothing : html`<th scope="col">${say("page-occasions")}</th>`}
              <th scope="col">${say("page-better")}</th>
            </tr>
          </thead>
          <tbody>
            ${outcomes.map((outcome, index) => this.row(outcome, index))}
          </tbody>
        </table>
      </div>
      ${covariates.length === 0
        ? nothing
        : html`<p class="label">${say("page-covariates")} ${covariates.map((column) => html`<code>${label(column)}</code> `)}</p>`}`;
  }

  private row({ name }: OutcomePlan, index: number): TemplateResult {
    const { occasions } = this.plan;
    return html`<tr>
      <th scope="row">${label(name)}</th>
      ${occasions.length === 0 ? nothing : html`<td>${occasions.map(label).join(" · ")}</td>`}
      <td>
        ${direction(this.plan, index, (change) => this.send({ type: "edit", change }))}
      </td>
    </tr>`;
  }
}

customElements.define("app-given-design", AppGivenDesign);
