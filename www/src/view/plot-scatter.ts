// Points against each other and what they are read against, at the positions and ticks that the report gives.
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { GuideLine, PointGroup, Scatter } from "../core-types";
import { lookName } from "./marks";
import { pathOf, type Place, scale, shapeAt } from "./plot";

const MARGIN = { top: 12, bottom: 42, left: 44, right: 12 };
/** A plot that is read along its diagonal only gets flatter when it is wider than this. */
const WIDEST_PX = 440;
const DOT_PX = 2.6;
const MARK_PX = 4;
const DASHES: Record<GuideLine["kind"], string> = { expected: "", limit: "6 4" };

type At = (point: [number, number]) => Place;

export function plotScatter(scatter: Scatter, available: number): TemplateResult {
  const { x_domain, y_domain, x_ticks, y_ticks, groups, lines, areas, x_label } = scatter;
  const width = Math.min(available, WIDEST_PX);
  const height = Math.round(width * 0.72);
  const [left, right, bottom] = [MARGIN.left, width - MARGIN.right, height - MARGIN.bottom];
  const x = scale(x_domain, [left, right]);
  const y = scale(y_domain, [bottom, MARGIN.top]);
  const at: At = ([one, other]) => [x(one), y(other)];
  return html`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${areas.map((corners) => svg`<path class="area" fill="currentColor" d=${`${pathOf(corners.map(at))}Z`} />`)}
    ${y_ticks.map(({ value, text }) => svg`<path class="grid" d=${`M${left} ${y(value)}H${right}`} />
      <text class="tick" x=${left - 8} y=${y(value)} dy="0.32em" text-anchor="end">${text}</text>`)}
    ${x_ticks.map(({ value, text }) => svg`<text class="tick" x=${x(value)} y=${bottom + 18} text-anchor="middle">${text}</text>`)}
    <text class="tick" x=${(left + right) / 2} y=${bottom + 36} text-anchor="middle">${x_label}</text>
    ${lines.map(({ kind, ends }) => svg`<path class="guide" stroke="currentColor" stroke-dasharray=${DASHES[kind]} d=${pathOf(ends.map(at))} />`)}
    ${groups.map((group) => marksOf(group, at))}
  </svg>`;
}

function marksOf({ marker, points }: PointGroup, at: At): SVGTemplateResult {
  if (marker === null) {
    return svg`<g class="points" fill="currentColor">${points.map(at).map(([cx, cy]) => svg`<circle cx=${cx} cy=${cy} r=${DOT_PX} />`)}</g>`;
  }
  return svg`<g class="series point look-${lookName(marker)}" fill="currentColor" stroke="currentColor">
    ${points.map((point) => shapeAt(at(point), marker, MARK_PX))}
  </g>`;
}
