// Points against each other and the line that they would follow. Plot draws; positions and ticks are the report's own.
import * as Plot from "@observablehq/plot";
import type { Scatter } from "../core-types";

const MARGIN = { top: 12, bottom: 42, left: 44, right: 12 };
/** A Q–Q plot is read along its diagonal: wider than this it only gets flatter. */
const WIDEST_PX = 440;

export function plotScatter(scatter: Scatter, available: number): Element {
  const { x_domain, y_domain, x_ticks, y_ticks, points, line, x_label } = scatter;
  const width = Math.min(available, WIDEST_PX);
  const svg = Plot.plot({
    width,
    height: Math.round(width * 0.72),
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    x: { type: "linear", domain: x_domain, axis: null },
    y: { type: "linear", domain: y_domain, axis: null },
    marks: [
      Plot.ruleY(y_ticks, { y: "value", className: "grid" }),
      Plot.text(y_ticks, { y: "value", text: "text", frameAnchor: "left", textAnchor: "end", dx: -8, className: "tick" }),
      Plot.text(x_ticks, { x: "value", text: "text", frameAnchor: "bottom", lineAnchor: "top", dy: 8, className: "tick" }),
      Plot.text([x_label], { frameAnchor: "bottom", lineAnchor: "top", dy: 24, className: "tick" }),
      Plot.line(line, { x: (at: [number, number]) => at[0], y: (at: [number, number]) => at[1], stroke: "currentColor", className: "guide" }),
      Plot.dot(points, { x: (at: [number, number]) => at[0], y: (at: [number, number]) => at[1], r: 2.6, fill: "currentColor", className: "points" }),
    ],
  });
  // The page's policy refuses inline styles: Plot's own sheet goes, ours has what it said.
  svg.querySelector("style")?.remove();
  svg.setAttribute("aria-hidden", "true");
  return svg;
}
