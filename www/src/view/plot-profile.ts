// The profile plot. Plot draws; positions, ticks and texts are the report's own.
import * as Plot from "@observablehq/plot";
import type { Profile, Series } from "../core-types";
import { cornersOf, dashOf, lookName } from "./marks";

/** Sideways distance between the arms, so that their bars do not cover each other. */
const DODGE_PX = 9;
const LABEL_GAP_PX = 16;
const SIZE_PX = 5.6;
const MARGIN = { top: 12, bottom: 34, left: 38 };

export function plotProfile(profile: Profile, width: number, direct: boolean): Element {
  const { occasions, series, y_domain, y_ticks } = profile;
  const height = direct ? 330 : 290;
  const marginRight = direct ? labelRoom(series) : 10;
  const places = { height, domain: y_domain };
  const last = occasions.length - 1;
  const svg = Plot.plot({
    width,
    height,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    marginRight,
    x: { type: "linear", domain: last === 0 ? [-1, 1] : [-0.28, last + 0.28], axis: null },
    y: { type: "linear", domain: y_domain, axis: null },
    marks: [
      Plot.ruleY(y_ticks, { y: "value", className: "grid" }),
      Plot.text(y_ticks, { y: "value", text: "text", frameAnchor: "left", textAnchor: "end", dx: -8, className: "tick" }),
      Plot.text(occasions, {
        x: (_: string, i: number) => i,
        text: (name: string) => name,
        frameAnchor: "bottom",
        lineAnchor: "top",
        dy: 12,
        lineWidth: Math.max(5, (width - MARGIN.left - marginRight) / (occasions.length * 13)),
        className: "occasion",
      }),
      ...series.flatMap((one, i) => marksOf(one, (i - (series.length - 1) / 2) * DODGE_PX)),
      ...(direct && series.length > 1 ? labels(series, last, places) : []),
    ],
  });
  // The page's policy refuses inline styles: Plot's own sheet goes, ours has what it said.
  svg.querySelector("style")?.remove();
  svg.setAttribute("aria-hidden", "true");
  return svg;
}

/** A series: its line, its intervals, its marks. Its look is a class, so that the theme can change without drawing. */
function marksOf({ marker, points }: Series, dx: number): Plot.Markish[] {
  const className = `series look-${lookName(marker)}`;
  const known = points.filter((point) => Number.isFinite(point.mean));
  const bounded = known.filter((point) => Number.isFinite(point.low) && Number.isFinite(point.high));
  const at = { x: "occasion", y: "mean", dx } as const;
  const dash = dashOf(marker);
  return [
    Plot.line(known, { ...at, stroke: "currentColor", strokeWidth: 2, className, ...(dash === "" ? {} : { strokeDasharray: dash }) }),
    Plot.ruleX(bounded, { x: "occasion", y1: "low", y2: "high", dx, stroke: "currentColor", strokeWidth: 1.5, className }),
    Plot.dot(known, { ...at, symbol: symbolOf(marker), r: SIZE_PX, fill: "currentColor", stroke: "currentColor", className: `${className} point` }),
    // A wide, unseen target for the pointer.
    Plot.dot(known, { ...at, r: 16, fill: "transparent", stroke: "none", title: "description", className: "target" }),
  ];
}

/** The same shape as beside the arm's name. */
function symbolOf(marker: Series["marker"]): { draw(context: CanvasPath, size: number): void } {
  const corners = cornersOf(marker);
  return {
    draw(context: CanvasPath, size: number) {
      const radius = Math.sqrt(size / Math.PI);
      if (corners.length === 0) {
        context.arc(0, 0, radius * 0.92, 0, 2 * Math.PI);
        return;
      }
      corners.forEach(([x, y], i) => (i === 0 ? context.moveTo(x * radius, y * radius) : context.lineTo(x * radius, y * radius)));
      context.closePath();
    },
  };
}

type Places = { height: number; domain: [number, number] };

/** The arms' names beside the ends of their lines, moved apart where they would touch. */
function labels(series: Series[], last: number, { height, domain: [low, high] }: Places): Plot.Markish[] {
  const inner = height - MARGIN.top - MARGIN.bottom;
  const ends = series
    .flatMap((one) => {
      const end = one.points.findLast((point) => Number.isFinite(point.mean));
      return end === undefined ? [] : [{ one, mean: end.mean, px: ((high - end.mean) / (high - low)) * inner }];
    })
    .sort((a, b) => a.px - b.px);
  const apart = spread(ends.map((end) => end.px), LABEL_GAP_PX, inner);
  return ends.map(({ one, mean, px }, i) =>
    Plot.text([mean], {
      x: last,
      y: (value: number) => value,
      text: () => one.name,
      textAnchor: "start",
      dx: ((series.length - 1) / 2) * DODGE_PX + 14,
      dy: (apart[i] ?? px) - px,
      className: `label look-${lookName(one.marker)}`,
    }),
  );
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
