// What the plots share: from the report's numbers to places on the screen.

import { svg, type SVGTemplateResult } from "lit";
import type { Marker } from "../core-types";
import { cornersOf } from "./marks";

/** Longer words than this leave the picture. */
const LONGEST = 24;

export type Place = [number, number];

/** From values to pixels. */
export function scale([low, high]: [number, number], [from, to]: [number, number]): (value: number) => number {
  return (value) => round(from + ((value - low) / (high - low)) * (to - from));
}

/** A line through these places. */
export function pathOf(places: Place[]): string {
  return places.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x} ${y}`).join("");
}

/** The shape that stands beside the arm's name, this far from its middle to its edge. */
export function shapeAt([x, y]: Place, marker: Marker, size: number): SVGTemplateResult {
  const corners = cornersOf(marker).map(([dx, dy]): Place => [round(x + dx * size), round(y + dy * size)]);
  return corners.length === 0
    ? svg`<circle cx=${x} cy=${y} r=${size * 0.92} />`
    : svg`<path d=${`${pathOf(corners)}Z`} />`;
}

/** A hundredth of a pixel is not seen. */
export function round(px: number): number {
  return Math.round(px * 100) / 100;
}

/** A name as it fits beside a line or under an axis: its whole stands in the table. */
export function clipped(name: string): string {
  const letters = [...name];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : name;
}

/** A text in lines of at most so many letters, broken at spaces. */
export function linesOf(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").map(clipped)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
