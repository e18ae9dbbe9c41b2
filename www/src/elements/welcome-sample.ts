// The first rows of the example's file and one line of its report, shown before there is a file. An end-to-end test
// holds them against the file and its real report.
import type { Answer, Scale } from "../core-types";
import { marked, say } from "../words";

/** Some columns of the example's first rows, and a sign that there are more. */
export const SAMPLE_TABLE: string[][] = [
  ["id", "group", "resilience_pre", "resilience_post", "resilience_fu", "exhaustion_pre", "…"],
  ["P01", "waitlist", "61", "29", "49", "39", "…"],
  ["P02", "mentalization", "39", "58", "36", "38", "…"],
  ["P03", "mentalization", "48", "67", "59", "36", "…"],
];

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
