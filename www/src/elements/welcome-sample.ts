// The first rows of the example's file and one line of its report, shown before there is a file. An end-to-end test
// holds the line against the example's real report.
import type { Answer, Scale } from "../core-types";
import { marked, say } from "../words";

export const SAMPLE_TABLE: readonly (readonly string[])[] = [
  ["id", "group", "resilience_pre", "resilience_post", "resilience_fu", "exhaustion_pre", "…"],
  ["P01", "compassion", "76", "68", "82", "35", "…"],
  ["P03", "waitlist", "90", "68", "77", "16", "…"],
  ["P05", "mentalization", "62", "65", "51", "27", "…"],
];

export const SAMPLE_SCALE: Scale = {
  reversed: false,
  zero: 46.8,
  ticks: [
    { value: -10, text: "−10", at: 25.5 },
    { value: 0, text: "0", at: 46.8 },
    { value: 10, text: "10", at: 68.1 },
    { value: 20, text: "20", at: 89.4 },
  ],
};

export const SAMPLE_ANSWER: Answer = {
  sentence: marked("page-sample-sentence"),
  statistics: marked("page-sample-statistics"),
  interval: {
    estimate: 13,
    low: 4.1,
    high: 21.9,
    at: [55.5, 74.5, 93.4],
    label: say("page-sample-label"),
    description: say("page-sample-description"),
  },
  marker: { kind: "arm", index: 1 },
  source: { table: "", row: 0 },
};
