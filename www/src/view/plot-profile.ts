// The profile plot, at the positions, ticks and texts that the report gives.
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { Point, Profile, Series } from "../core-types";
import { dashOf, lookName } from "./marks";
import { clipped, linesOf, pathOf, type Place, round, scale, shapeAt } from "./plot";

/** Sideways distance between the arms, so that their bars do not cover each other. */
const DODGE_PX = 9;
const LABEL_GAP_PX = 16;
const LINE_PX = 15;
const SIZE_PX = 5.6;
/** Half the width of a letter of an occasion's name, about. */
const LETTER_PX = 6.6;
const MARGIN = { top: 12, bottom: 34, left: 38 };

type Places = { x(occasion: number): number; y(value: number): number; left: number; right: number; top: number; bottom: number };

export function plotProfile(profile: Profile, width: number, direct: boolean): TemplateResult {
  const { occasions, series, y_domain, y_ticks } = profile;
  const height = direct ? 330 : 290;
  const [left, right] = [MARGIN.left, width - (direct ? labelRoom(series) : 10)];
  const [top, bottom] = [MARGIN.top, height - MARGIN.bottom];
  const last = occasions.length - 1;
  const across: [number, number] = last === 0 ? [-1, 1] : [-0.28, last + 0.28];
  const places: Places = { x: scale(across, [left, right]), y: scale(y_domain, [bottom, top]), left, right, top, bottom };
  const letters = Math.max(5, (right - left) / (occasions.length * LETTER_PX));
  return html`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${y_ticks.map(({ value, text }) => svg`<path class="grid" d=${`M${left} ${places.y(value)}H${right}`} />
      <text class="tick" x=${left - 8} y=${places.y(value)} dy="0.32em" text-anchor="end">${text}</text>`)}
    ${occasions.map((name, i) => linesOf(name, letters).map((line, row) => svg`<text
      class="occasion" x=${places.x(i)} y=${bottom + 24 + row * LINE_PX} text-anchor="middle">${line}</text>`))}
    ${series.map((one, i) => seriesOf(one, dodge(i, series.length), places))}
    ${direct && series.length > 1 ? labels(series, last, places) : []}
  </svg>`;
}

/** Centred: the middle arm stands on the occasion itself. */
function dodge(index: number, n: number): number {
  return (index - (n - 1) / 2) * DODGE_PX;
}

/** A series: its line, its intervals, its marks. Its look is a class, so that the theme can change without drawing. */
function seriesOf({ marker, points }: Series, dx: number, { x, y }: Places): SVGTemplateResult {
  const known = points.filter(isKnown);
  const bounded = known.filter(isBounded);
  const at = ({ occasion, mean }: Known): Place => [round(x(occasion) + dx), y(mean)];
  const look = `look-${lookName(marker)}`;
  return svg`<g class="series ${look}" stroke="currentColor">
      <path fill="none" stroke-width="2" stroke-dasharray=${dashOf(marker)} d=${pathOf(known.map(at))} />
      ${bounded.map((point) => svg`<path stroke-width="1.5" d=${`M${at(point)[0]} ${y(point.low)}V${y(point.high)}`} />`)}
    </g>
    <g class="series point ${look}" fill="currentColor" stroke="currentColor">${known.map((point) => shapeAt(at(point), marker, SIZE_PX))}</g>
    ${known.map((point) => target(at(point), point.description))}`;
}

/** An estimate or limit that is no finite number comes as nothing. */
type Known = Point & { mean: number };
type Bounded = Known & { low: number; high: number };

function isKnown(point: Point): point is Known {
  return point.mean !== null;
}

function isBounded(point: Known): point is Bounded {
  return point.low !== null && point.high !== null;
}

/** A wide, unseen target for the pointer. */
function target([x, y]: Place, description: string): SVGTemplateResult {
  return svg`<circle class="target" cx=${x} cy=${y} r="16" fill="transparent"><title>${description}</title></circle>`;
}

/** The arms' names beside the ends of their lines, moved apart where they would touch. */
function labels(series: Series[], last: number, { x, y, top, bottom }: Places): SVGTemplateResult[] {
  const ends = series
    .flatMap((one) => {
      const end = one.points.findLast(isKnown);
      return end === undefined ? [] : [{ one, px: y(end.mean) - top }];
    })
    .sort((a, b) => a.px - b.px);
  const apart = spread(ends.map((end) => end.px), LABEL_GAP_PX, bottom - top);
  const left = x(last) + dodge(series.length - 1, series.length) + 14;
  return ends.map(({ one, px }, i) => svg`<g class="label look-${lookName(one.marker)}">
    <text x=${left} y=${round(top + (apart[i] ?? px))} dy="0.32em">${clipped(one.name)}<title>${one.name}</title></text>
  </g>`);
}

/** Sorted places moved as little as needed to stand `gap` apart, within `limit`. */
function spread(places: number[], gap: number, limit: number): number[] {
  const down: number[] = [];
  for (const place of places) down.push(Math.max(place, (down.at(-1) ?? -Infinity) + gap));
  const over = Math.max(0, (down.at(-1) ?? 0) - limit);
  // Half of the shift goes up, so that two names that meet stand about their lines.
  const pushed = down.map((place, i) => place - over - (place - (places[i] ?? place)) / 2);
  const fixed: number[] = [];
  for (const place of pushed) fixed.push(Math.max(place, (fixed.at(-1) ?? -Infinity) + gap));
  return fixed;
}

/** Room for the longest name, by its letters; the text itself is measured by nobody. */
function labelRoom(series: Series[]): number {
  const longest = Math.max(0, ...series.map((one) => one.name.length));
  return series.length < 2 ? 16 : Math.min(200, 40 + longest * 7.4);
}
