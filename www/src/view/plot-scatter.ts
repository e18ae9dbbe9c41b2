// Points against each other and the line that they would follow, at the positions and ticks that the report gives.
import { html, svg, type TemplateResult } from "lit";
import type { Scatter } from "../core-types";
import { pathOf, type Place, scale } from "./plot";

const MARGIN = { top: 12, bottom: 42, left: 44, right: 12 };
/** A Q–Q plot is read along its diagonal: wider than this it only gets flatter. */
const WIDEST_PX = 440;
const DOT_PX = 2.6;

export function plotScatter(scatter: Scatter, available: number): TemplateResult {
  const { x_domain, y_domain, x_ticks, y_ticks, points, line, x_label } = scatter;
  const width = Math.min(available, WIDEST_PX);
  const height = Math.round(width * 0.72);
  const [left, right, bottom] = [MARGIN.left, width - MARGIN.right, height - MARGIN.bottom];
  const x = scale(x_domain, [left, right]);
  const y = scale(y_domain, [bottom, MARGIN.top]);
  const at = ([one, other]: [number, number]): Place => [x(one), y(other)];
  return html`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${y_ticks.map(({ value, text }) => svg`<path class="grid" d=${`M${left} ${y(value)}H${right}`} />
      <text class="tick" x=${left - 8} y=${y(value)} dy="0.32em" text-anchor="end">${text}</text>`)}
    ${x_ticks.map(({ value, text }) => svg`<text class="tick" x=${x(value)} y=${bottom + 18} text-anchor="middle">${text}</text>`)}
    <text class="tick" x=${(left + right) / 2} y=${bottom + 36} text-anchor="middle">${x_label}</text>
    <path class="guide" stroke="currentColor" d=${pathOf(line.map(at))} />
    <g class="points" fill="currentColor">
      ${points.map(at).map(([cx, cy]) => svg`<circle cx=${cx} cy=${cy} r=${DOT_PX} />`)}
    </g>
  </svg>`;
}
