// A forest plot: each method's interval on one scale, drawn as the answers are.
import { html, type TemplateResult } from "lit";
import type { Forest } from "../core-types";
import { say } from "../words";
import { axisOf, intervalOf } from "./answers";
import { mark } from "./marks";
import { text } from "./text";

/** `numbers` is the way to the table that holds its numbers. */
export function forestOf(forest: Forest, numbers: TemplateResult | undefined): TemplateResult {
  const { id, number, caption, scale, ends, rows } = forest;
  return html`<figure class="forest" aria-labelledby="figure-${id}">
    <div class="answers">
      <div class="inquiry">
        <header><div></div><div class="ends"><span>${ends[0]}</span><span>${ends[1]}</span></div></header>
        ${rows.map(
          (row) => html`<div class="answer">
            <p class="sentence">${mark(row.marker)}${text(row.label)}</p>
            ${intervalOf(row.interval, row.marker, scale)}
          </div>`,
        )}
        ${axisOf(scale)}
      </div>
    </div>
    <figcaption id="figure-${id}"><b>${say("page-figure", { number })}</b> ${text(caption)} ${numbers}</figcaption>
  </figure>`;
}
