// The mark of an arm: a shape and a colour of its own. The control, arm 0, is grey and hollow; a contrast is a diamond.
import { svg, html, type TemplateResult } from "lit";
import type { Marker } from "../core-types";

/** Corners of each arm's shape, in a box from −1 to 1; the circle has none. */
const SHAPES: readonly (readonly [number, number][])[] = [
  box(0.8),
  [],
  [[0, -1], [1, 0.8], [-1, 0.8]],
  [[0, 1], [1, -0.8], [-1, -0.8]],
  cross(0.34),
  ring(6, 1),
  box(0.8),
];
const DIAMOND: readonly [number, number][] = [[0, -1.05], [1.05, 0], [0, 1.05], [-1.05, 0]];
const DASHES = ["2 4", "", "9 4", "1 3", "12 3 2 3", "6 2", "3 3"];

/** The place of an arm among the looks that there are; after the last they come round again, the control's excepted. */
export function lookOf(arm: number): number {
  return arm === 0 ? 0 : ((arm - 1) % (SHAPES.length - 1)) + 1;
}

/** The name of the look, for `[data-look]` in the styles: `0` to `6`, or `contrast`. */
export function lookName(marker: Marker): string {
  return marker.kind === "arm" ? String(lookOf(marker.index)) : "contrast";
}

export function cornersOf(marker: Marker): readonly (readonly [number, number])[] {
  return marker.kind === "contrast" ? DIAMOND : (SHAPES[lookOf(marker.index)] ?? []);
}

export function dashOf(marker: Marker): string {
  return marker.kind === "contrast" ? "" : (DASHES[lookOf(marker.index)] ?? "");
}

/** The mark as a small picture beside a name that says the same. */
export function mark(marker: Marker): TemplateResult {
  const corners = cornersOf(marker);
  const shape =
    corners.length === 0
      ? svg`<circle r="0.92"></circle>`
      : svg`<polygon points=${corners.map((corner) => corner.join()).join(" ")}></polygon>`;
  return html`<svg class="mark" data-look=${lookName(marker)} viewBox="-1.1 -1.1 2.2 2.2" aria-hidden="true">${shape}</svg>`;
}

function box(half: number): [number, number][] {
  return [[-half, -half], [half, -half], [half, half], [-half, half]];
}

function cross(arm: number): [number, number][] {
  const quarter: [number, number][] = [[arm, -1], [arm, -arm], [1, -arm]];
  const turn = ([x, y]: [number, number]): [number, number] => [-y, x];
  const second = quarter.map(turn);
  const third = second.map(turn);
  return [...quarter, ...second, ...third, ...third.map(turn)];
}

function ring(corners: number, radius: number): [number, number][] {
  return Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    return [radius * Math.sin(angle), -radius * Math.cos(angle)];
  });
}
