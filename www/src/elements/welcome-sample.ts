// The first rows of the example's file and one line of its report, shown before there is a file. An end-to-end test
// holds the line against the example's real report.
import type { Answer, Scale } from "../core-types";
import { exampleTable } from "../sources";
import { marked, say } from "../words";

/** These columns of the example's first rows, and a sign that there are more. */
const SHOWN = ["id", "group", "resilience_pre", "resilience_post", "resilience_fu", "exhaustion_pre"];
const ROWS = 3;

export const SAMPLE_TABLE: string[][] = rowsOf(exampleTable());

function rowsOf(table: string): string[][] {
  const rows = table.split("\n", 1 + ROWS).map((line) => line.trim().split(","));
  const places = SHOWN.map((name) => rows[0]?.indexOf(name) ?? -1);
  return rows.map((row) => [...places.map((place) => row[place] ?? ""), "…"]);
}

export const SAMPLE_SCALE: Scale = {
  reversed: false,
  zero: 37,
  ticks: [
    { value: -10, text: "−10", at: 14.4 },
    { value: 0, text: "0", at: 37 },
    { value: 10, text: "10", at: 59.7 },
    { value: 20, text: "20", at: 82.3 },
  ],
};

export const SAMPLE_ANSWER: Answer = {
  sentence: marked("page-sample-sentence"),
  statistics: marked("page-sample-statistics"),
  interval: {
    estimate: 16.6,
    low: 7.5,
    high: 25.8,
    at: [54, 74.7, 95.4],
    label: say("page-sample-label"),
    description: say("page-sample-description"),
  },
  marker: { kind: "arm", index: 1 },
  source: { table: "", row: 0 },
};
