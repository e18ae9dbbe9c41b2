// An answer is a row of a forest plot: its sentence at the start, its interval at the end, all on one scale.
import { html, type TemplateResult } from "lit";
import type { Answer, Interval, Marker, Scale } from "../core-types";
import { lookName, mark } from "./marks";
import { text } from "./text";
import { vars } from "./vars";

/** `more` stands after the statistics: the way to the answer's table. */
export function answerRow(answer: Answer, scale: Scale, more?: TemplateResult): TemplateResult {
  return html`<div class="answer">
    <p class="sentence">
      ${mark(answer.marker)}${text(answer.sentence)}
      <span class="statistics">${text(answer.statistics)}${more}</span>
    </p>
    ${intervalOf(answer.interval, answer.marker, scale)}
  </div>`;
}

export function intervalOf({ at, low, high, label, description }: Interval, marker: Marker, scale: Scale): TemplateResult {
  const [left, estimate, right] = at;
  const places = { "--zero": scale.zero, "--left": left, "--estimate": estimate, "--right": right };
  // A limit without a bound has no end cap: the line runs out of the picture.
  const [before, after] = scale.reversed ? [high, low] : [low, high];
  return html`<div
    class="interval"
    role="img"
    aria-label=${description}
    data-look=${lookName(marker)}
    ?data-open-left=${before === null}
    ?data-open-right=${after === null}
    ${vars(places)}
  >
    <span class="line"></span>${mark(marker)}<span class="estimate">${label}</span>
  </div>`;
}

/** The ticks under the rows, and what stands beside them. */
export function axisOf(scale: Scale, beside?: TemplateResult): TemplateResult {
  return html`<div class="axis">
    <div class="beside">${beside}</div>
    <div class="ticks" aria-hidden="true">
      ${scale.ticks.map((tick) => html`<span ${vars({ "--at": tick.at })}>${tick.text}</span>`)}
    </div>
  </div>`;
}
