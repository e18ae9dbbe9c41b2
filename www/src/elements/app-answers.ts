// The trial's questions, answered: a headline, then each sentence with its interval on the one scale of the outcome.
import { html, nothing, type TemplateResult } from "lit";
import type { Answer, Answers, Inquiry } from "../core-types";
import { say } from "../words";
import { answerRow, axisOf } from "../view/answers";
import { text } from "../view/text";
import { AppElement } from "./app-element";
import type { TablePlace } from "./app-report";

export class AppAnswers extends AppElement {
  static override properties = { answers: { attribute: false }, tables: { attribute: false } };
  declare answers: Answers;
  declare tables: TablePlace[];

  protected override render(): TemplateResult {
    const { inquiries, caveats } = this.answers;
    return html`<div class="answers" id="answers" tabindex="-1" data-testid="answers">
        ${inquiries.map((inquiry) => this.inquiry(inquiry))}
      </div>
      ${caveats.length === 0 ? nothing : html`<div class="caveats">${caveats.map((caveat) => html`<p>${text(caveat)}</p>`)}</div>`}`;
  }

  private inquiry({ id, heading, verdict, ends, rows, why }: Inquiry): TemplateResult {
    const { scale } = this.answers;
    return html`<section class="inquiry" aria-labelledby="inquiry-${id}">
      <header>
        <div>
          <h3 id="inquiry-${id}">${heading}</h3>
          <p class="verdict">${text(verdict)}</p>
        </div>
        ${rows.length === 0
          ? nothing
          : html`<div class="ends"><span>${ends[0]}</span><span>${ends[1]}</span></div>`}
      </header>
      ${rows.map((row) => answerRow(row, scale, this.source(row)))}
      ${rows.length === 0 ? this.why(why) : axisOf(scale, this.why(why))}
    </section>`;
  }

  private why(why: Answers["caveats"][number]): TemplateResult {
    return html`<details class="why">
      <summary class="link">${say("page-why")}</summary>
      <p>${text(why)}</p>
    </details>`;
  }

  /** The way to the cells that the sentence was made from. */
  private source({ source }: Answer): TemplateResult | undefined {
    const table = this.tables.find((it) => it.id === source.table);
    if (table === undefined) return undefined;
    return html` <button class="link" @click=${() => this.go(`row-${table.id}-${source.row}`, table.section)}>${say("page-table", { number: table.number })}</button>`;
  }
}

customElements.define("app-answers", AppAnswers);
