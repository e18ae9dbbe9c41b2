// A Report and a Plan with the mock's numbers, for looking at the page without the core. Not shipped.
import type {
  Answer, Block, Cell, Marker, Notice, Opened, OutcomeReport, Plan, Report, Section, Series, Span, Table, TableRow, Text,
} from "../src/core-types";

/** `_p_` italic, `*strong*`, `` `code` ``. */
export function t(source: string): Text {
  return source.split(/(_[^_ ]+_|\*[^*]+\*|`[^`]+`)/).filter(Boolean).map((piece): Span => {
    const inner = piece.slice(1, -1);
    if (/^_[^_ ]+_$/.test(piece)) return { text: inner, style: "italic" };
    if (/^\*[^*]+\*$/.test(piece)) return { text: inner, style: "strong" };
    if (/^`[^`]+`$/.test(piece)) return { text: inner, style: "code" };
    return { text: piece, style: "plain" };
  });
}

export function notice(severity: Notice["severity"], message: string, more: Partial<Notice> = {}): Notice {
  return { code: "fixture", severity, message: t(message), hint: null, line: null, column: null, file: null, question: null, offer: null, ...more };
}

const arm = (index: number): Marker => ({ kind: "arm", index });
const CONTRAST: Marker = { kind: "contrast" };
const ARMS = ["waitlist", "compassion", "mentalization"];
const minus = (value: number, places: number) => value.toFixed(places).replace("-", "−");

type Row = [sentence: string, statistics: string, low: number, estimate: number, high: number, marker: Marker, row: number];

function answer([sentence, statistics, low, estimate, high, marker, row]: Row, at: (value: number) => number): Answer {
  const ends = [at(low), at(high)].sort((a, b) => a - b);
  return {
    sentence: t(sentence),
    statistics: t(statistics),
    interval: {
      estimate, low, high,
      at: [ends[0]!, at(estimate), ends[1]!],
      label: (estimate > 0 ? "+" : "") + minus(estimate, 1),
      description: `Estimate ${minus(estimate, 1)}, 95% confidence interval ${minus(low, 1)} to ${minus(high, 1)}`,
    },
    marker,
    source: { table: "change", row },
  };
}

function cells(words: string, keys: number[] = []): Cell[] {
  return words.split(" ").map((word, i) => ({ value: Number(word) || null, text: word.replace("-", "−").replace("<", "< ").replace("~", ""), key: keys.includes(i) }));
}

function row(label: string, words: string, marker?: Marker, marked = false): TableRow {
  return { kind: marked ? "marked" : "plain", label: t(label), marker, cells: cells(words, marked ? [0, 6] : []) };
}

const group = (label: string): TableRow => ({ kind: "group", label: t(label), marker: null, cells: [] });

function heads(...heads: string[]): Table["columns"] {
  return heads.map((head, i) => {
    const [spanner, name] = head.includes("|") ? head.split("|") : ["", head];
    return { spanner: t(spanner ?? ""), head: t(name ?? ""), kind: i === 0 ? "label" : "number" };
  });
}

const block = (table: Table): Block => ({ kind: "table", table });

export function resilience(): OutcomeReport {
  const at = (value: number) => 46.8 + value * 2.13;
  const ticks = [-20, -10, 0, 10, 20].map((value) => ({ value, text: minus(value, 0), at: at(value) }));
  const inquiry = (id: string, heading: string, verdict: string, ends: [string, string], rows: Row[], why: string) =>
    ({ id, heading, verdict: t(verdict), ends, rows: rows.map((it) => answer(it, at)), why: t(why) });
  return {
    id: "outcome-1",
    name: "Resilience",
    subtitle: t("Higher is better. Randomised; 58 of 60 participants measured on all three occasions."),
    notices: [notice("note", "*Two participants are not in these numbers:* *P26* (mentalization) and *P44* (waitlist) have no follow-up.")],
    spark: spark([[45, 38, 42], [8, 92, 88], [5, 66, 42]]),
    answers: {
      scale: { reversed: false, zero: 46.8, ticks },
      inquiries: [
        inquiry("worked", "Did each intervention work?", "Compassion did better than the waitlist at posttest and at follow-up. Mentalization did at posttest; at follow-up there is no evidence of a difference.", ["waitlist gained more", "intervention gained more"], [
          ["From pretest to posttest, resilience rose *13.0 points more* with compassion than on the waitlist.", "95% CI 4.1 to 21.9 · adjusted _p_ < .001 · _g_ = 1.04", 4.1, 13, 21.9, arm(1), 1],
          ["From pretest to follow-up, resilience rose *11.8 points more* with compassion than on the waitlist.", "95% CI 0.9 to 22.7 · adjusted _p_ = .026 · _g_ = 0.95", 0.9, 11.8, 22.7, arm(1), 5],
          ["From pretest to posttest, resilience rose *9.3 points more* with mentalization than on the waitlist.", "95% CI 0.3 to 18.3 · adjusted _p_ = .040 · _g_ = 0.74", 0.3, 9.3, 18.3, arm(2), 2],
          ["From pretest to follow-up, no evidence of a difference: 4.6 points more with mentalization than on the waitlist, with zero inside the interval.", "95% CI −6.5 to 15.6 · adjusted _p_ > .999 · _g_ = 0.37", -6.5, 4.6, 15.6, arm(2), 6],
        ], "The difference in change is the trial’s own question: a fall or rise in one arm alone can be time, retesting or regression to the mean. Each contrast has its own error term; Bonferroni covers all nine differences in change. Unadjusted _p_ are in Table 2."),
        inquiry("lasted", "Did it last?", "From posttest to follow-up the arms changed alike, as far as these data can tell.", ["waitlist gained more", "intervention gained more"], [
          ["From posttest to follow-up, no evidence of a difference: 1.2 points less with compassion than on the waitlist.", "95% CI −8.6 to 6.3 · adjusted _p_ > .999 · _g_ = −0.09", -8.63, -1.18, 6.27, arm(1), 9],
          ["From posttest to follow-up, no evidence of a difference: 4.7 points less with mentalization than on the waitlist.", "95% CI −12.2 to 2.9 · adjusted _p_ = .709 · _g_ = −0.37", -12.23, -4.68, 2.86, arm(2), 10],
        ], "A change that is “not significant” is not evidence that nothing was lost."),
        inquiry("better", "Which is better?", "No evidence that one is better than the other.", ["compassion gained more", "mentalization gained more"], [
          ["From pretest to posttest, resilience rose 3.7 points less with mentalization than with compassion; zero is inside the interval.", "95% CI −12.6 to 5.2 · adjusted _p_ > .999 · _g_ = −0.30", -12.6, -3.7, 5.2, CONTRAST, 3],
          ["From pretest to follow-up, resilience rose 7.2 points less with mentalization than with compassion; zero is inside the interval.", "95% CI −18.2 to 3.7 · adjusted _p_ = .547 · _g_ = −0.58", -18.2, -7.2, 3.7, CONTRAST, 7],
        ], "Only a direct contrast of the two interventions can answer this."),
      ],
      caveats: [t("A waitlist does not control for attention or expectation. Comparisons of several outcomes are exploratory unless they were planned.")],
    },
    figures: [{
      kind: "profile",
      profile: {
        id: "profile", number: 1, table: "cells",
        caption: t("Mean resilience by arm. Bars are 95% confidence intervals of each mean, between participants; overlap of bars is not a test. Points are set apart sideways to be seen."),
        description: "Means and 95% confidence intervals of resilience by arm at pretest, posttest and follow-up. Waitlist: 61.7, 60.7, 61.4. Compassion: 57.4, 69.4, 68.8. Mentalization: 57.2, 65.4, 61.4. The numbers are in Table 1.",
        y_label: "Resilience", y_domain: [50, 80],
        y_ticks: [50, 60, 70, 80].map((value, i) => ({ value, text: String(value), at: (i * 100) / 3 })),
        occasions: ["pretest", "posttest", "two-month follow-up"],
        series: [
          series(0, [[61.7, 55.5, 68.0], [60.7, 54.4, 67.0], [61.4, 55.3, 67.4]]),
          series(1, [[57.4, 51.7, 63.1], [69.4, 63.8, 75.0], [68.8, 63.7, 74.0]]),
          series(2, [[57.2, 51.5, 62.9], [65.4, 59.9, 70.9], [61.4, 57.4, 65.4]]),
        ],
      },
    }],
    sections: [changes(), descriptives(), anova(), assumptions()],
  };
}

function spark(lines: number[][]): OutcomeReport["spark"] {
  return { lines: lines.map((heights, i) => ({ arm: i, points: heights.map((y, x): [number, number] => [x * 50, y]) })) };
}

function series(index: number, points: [number, number, number][]): Series {
  return {
    marker: arm(index), name: ARMS[index]!,
    points: points.map(([mean, low, high], occasion) => ({ occasion, mean, low, high, description: `${ARMS[index]}: ${mean}, 95% CI ${low} to ${high}` })),
  };
}

function changes(): Section {
  const names = ["compassion − waitlist", "mentalization − waitlist", "mentalization − compassion"];
  const numbers = [
    ["13.00 3.08 4.10 21.90 4.22 <.001 <.001 1.04", "9.26 3.12 0.25 18.27 2.97 .004 .040 0.74", "-3.74 3.08 -12.63 5.16 -1.21 .230 >.999 -0.30"],
    ["11.82 3.78 0.90 22.74 3.12 .003 .026 0.95", "4.58 3.83 -6.48 15.64 1.20 .237 >.999 0.37", "-7.24 3.78 -18.16 3.68 -1.91 .061 .547 -0.58"],
    ["-1.18 2.58 -8.63 6.27 -0.46 .649 >.999 -0.09", "-4.68 2.61 -12.23 2.86 -1.79 .079 .709 -0.37", "-3.50 2.58 -10.96 3.95 -1.36 .180 >.999 -0.28"],
  ];
  const marked = [[true, true, false], [true, false, false], [false, false, false]];
  const headings = ["Change from pretest to posttest", "Change from pretest to follow-up", "Change from posttest to follow-up"];
  return {
    id: "change_difference", title: "Comparisons", open: true,
    conclusion: t("Three of nine differences in change exclude zero after Bonferroni."),
    blocks: [block({
      id: "change", number: 2, caption: t("Differences in change of resilience between arms"),
      columns: heads("Contrast", "Estimate", "_SE_", "95% CI|_LL_", "95% CI|_UL_", "_t_(55)", "_p_|unadj.", "_p_|adjusted", "_g_"),
      rows: headings.flatMap((heading, i) => [group(heading), ...names.map((name, j) => row(name, numbers[i]![j]!, undefined, marked[i]![j]!))]),
      note: t("One family, nine comparisons: Bonferroni for _p_ (adjusted) and for the confidence limits. Each contrast has its own error term. Bold: the interval excludes zero."),
    })],
  };
}

function descriptives(): Section {
  const stats = (occasion: string) => ["_M_", "_SD_", "_LL_", "_UL_"].map((name) => `${occasion}|${name}`);
  return {
    id: "descriptives", title: "Descriptives", open: true,
    conclusion: t("The arms started between 57.2 and 61.7 and stood between 61.4 and 68.8 at follow-up."),
    blocks: [block({
      id: "cells", number: 1, caption: t("Resilience by arm and occasion"),
      columns: heads("Arm", "_n_", ...stats("Pretest"), ...stats("Posttest"), ...stats("Follow-up")),
      rows: [
        row("waitlist", "19 61.7 12.9 55.5 68.0 60.7 13.0 54.4 67.0 61.4 12.6 55.3 67.4", arm(0)),
        row("compassion", "20 57.4 12.2 51.7 63.1 69.4 11.9 63.8 75.0 68.8 11.1 63.7 74.0", arm(1)),
        row("mentalization", "19 57.2 11.8 51.5 62.9 65.4 11.4 59.9 70.9 61.4 8.3 57.4 65.4", arm(2)),
      ],
      note: t("_LL_, _UL_: 95% confidence limits of the mean, from that cell’s own standard deviation. Baseline differences are not tested: in a randomised trial they are chance."),
    })],
  };
}

function anova(): Section {
  return {
    id: "mixed_anova", title: "Analysis of variance", open: false,
    conclusion: t("The arms changed differently over time: _F_(3.35, 92.22) = 5.64, _p_ < .001."),
    blocks: [block({
      id: "anova", number: 3, caption: t("Mixed analysis of variance of resilience"),
      columns: heads("Source", "_SS_", "_df_", "_MS_", "_F_", "_p_", "partial η²|est.", "partial η²|_LL_", "partial η²|_UL_"),
      rows: [
        group("Between participants"),
        row("Arm", "603.61 2.00 301.80 0.95 .392 .03 .00 .12"), row("Error", "17420.67 55.00 316.74 ~ ~ ~ ~ ~"),
        group("Within participants, Greenhouse–Geisser"),
        row("Occasion", "1332.55 1.68 794.75 13.47 <.001 .20 .08 .31"), row("Arm × occasion", "1115.96 3.35 332.79 5.64 <.001 .17 .05 .27"),
        row("Error", "5442.84 92.22 59.02 ~ ~ ~ ~ ~"),
      ],
      note: t("Type III sums of squares. Greenhouse–Geisser ε̂ = .838, applied whatever Mauchly’s test says."),
    })],
  };
}

function assumptions(): Section {
  const words = (label: string, ...texts: string[]): TableRow =>
    ({ kind: "plain", label: t(label), marker: null, cells: texts.map((text) => ({ value: null, text, key: false })) });
  return {
    id: "sphericity", title: "Assumptions", open: false,
    conclusion: t("Two to know about."),
    blocks: [
      { kind: "paragraph", text: t("Each assumption with what follows from it.") },
      block({
        id: "assumptions", number: 4, caption: t("Assumptions and their consequences"),
        columns: [
          { spanner: [], head: t("Assumption"), kind: "label" }, { spanner: [], head: t("Seen"), kind: "words" }, { spanner: [], head: t("What follows"), kind: "words" },
        ],
        rows: [
          words("Sphericity", "Mauchly W = .807, χ²(2) = 11.57, p = .003; ε̂ = .838", "The three occasions are not equally variable and correlated. Greenhouse–Geisser df are used; the contrasts above have their own error terms and need no correction."),
          words("Equal covariances", "Box M = 7.90, χ²(12) = 7.28, p = .839", "Pooling the arms’ covariances is not contradicted."),
        ],
        note: [],
      }),
      { kind: "notice", notice: notice("warning", "P01, posttest: 100 where the arm’s mean is 65.4.", { hint: t("It is kept. Check the cell."), line: 2, column: "resilience_post" }) },
    ],
  };
}

/** Lower is better: the scale runs from high to low. */
export function exhaustion(): OutcomeReport {
  const at = (value: number) => 34.6 - value * 3.85;
  const base = resilience();
  return {
    ...base,
    id: "outcome-3", name: "Emotional exhaustion",
    subtitle: t("Lower is better. Randomised; 58 of 60 participants measured on all three occasions."),
    spark: spark([[58, 52, 50], [80, 28, 25], [72, 8, 8]]),
    answers: {
      scale: { reversed: true, zero: 34.6, ticks: [5, 0, -5, -10, -15].map((value) => ({ value, text: minus(value, 0), at: at(value) })) },
      caveats: base.answers!.caveats,
      inquiries: [{
        id: "worked", heading: "Did each intervention work?", verdict: t("Both interventions did better than the waitlist, at posttest and at follow-up."),
        ends: ["waitlist gained more", "intervention gained more"],
        rows: ([
          ["From pretest to posttest, emotional exhaustion fell *6.7 points more* with compassion than on the waitlist.", "95% CI −11.6 to −1.8 · adjusted _p_ = .002 · _g_ = −0.82", -11.6, -6.7, -1.8, arm(1), 1],
          ["From pretest to follow-up, emotional exhaustion fell *6.9 points more* with compassion than on the waitlist.", "95% CI −13.4 to −0.5 · adjusted _p_ = .028 · _g_ = −0.85", -13.4, -6.9, -0.5, arm(1), 5],
          ["From pretest to posttest, emotional exhaustion fell *7.6 points more* with mentalization than on the waitlist.", "95% CI −12.6 to −2.6 · adjusted _p_ < .001 · _g_ = −0.94", -12.6, -7.6, -2.6, arm(2), 2],
          ["From pretest to follow-up, emotional exhaustion fell *7.2 points more* with mentalization than on the waitlist.", "95% CI −13.8 to −0.7 · adjusted _p_ = .022 · _g_ = −0.89", -13.8, -7.2, -0.7, arm(2), 6],
        ] satisfies Row[]).map((it) => answer(it, at)),
        why: base.answers!.inquiries[0]!.why,
      }],
    },
  };
}

export const PLAN: Plan = {
  version: 1, id: "id",
  arm: { column: "group", levels: ARMS, control: "waitlist" },
  occasions: ["pretest", "posttest", "follow-up"],
  outcomes: [
    ["Resilience", "resilience", "higher"], ["Workplace support", "support", "higher"], ["Emotional exhaustion", "exhaustion", "lower"],
    ["Depersonalization", "depersonalization", "lower"], ["Personal accomplishment", "accomplishment", "higher"],
  ].map(([name, stem, better]) => ({ name: name!, columns: [`${stem}_pre`, `${stem}_post`, `${stem}_fu`], better: better === "lower" ? "lower" : "higher" })),
  covariates: [], factors: [], within: [],
  sums_of_squares: "III", adjust: "bonferroni", error_term: "separate",
};

export function reportOf(plan: Plan): Report {
  const full = [resilience(), { ...resilience(), name: "Workplace support", spark: spark([[30, 33, 28], [40, 70, 60], [8, 38, 36]]) }, exhaustion(),
    { ...exhaustion(), name: "Depersonalization" }, { ...resilience(), name: "Personal accomplishment", answers: null, figures: [], sections: [],
      notices: [notice("error", "Personal accomplishment could not be analysed: all values are missing at `follow-up`.", { hint: t("Choose another column for follow-up, or leave the outcome out.") })] }];
  return {
    language: "en",
    labels: { table: "Table", figure: "Figure", note: "Note.", numbers: "Numbers" },
    summary: t("Two interventions against the *waitlist*, three occasions, five outcomes; randomisation is not said."),
    notices: [],
    arms: plan.arm?.levels ?? [],
    outcomes: plan.outcomes.map((outcome, i) => ({ ...(full[i] ?? resilience()), id: `outcome-${i + 1}`, name: outcome.name })),
    colophon: [t("Prepost 0.1.0. Type III sums of squares with sum-to-zero contrasts; each comparison has its own error term; Bonferroni over the nine differences in change."), t("Hedges’ _g_: difference in change over the pooled pretest standard deviation (Morris, 2008).")],
  };
}

export function openedOf(columns: string[], rows: number, certain: boolean): Opened {
  return {
    summary: t(`*${rows}* participants, *3* arms, *3* occasions, *5* outcomes, from`),
    columns, levels: new Map([["group", ARMS], ["gender", ["female", "male"]], ["source", ["simulated"]]]),
    encoding: "utf-8", delimiter: ",", decimal: ".", rows, plan: PLAN,
    reasons: [
      { part: "occasions", text: t("`_pre`, `_post` and `_fu` name the occasions."), certain: true },
      { part: "arm", text: t("`group` has three values and is constant within participants."), certain: true },
      { part: "control", text: t("“waitlist” names a control."), certain: true },
      { part: "id", text: t("`id` has a different value in each row."), certain: true },
      { part: "better:Emotional exhaustion", text: t("Exhaustion: lower is better."), certain: true },
      { part: "better:Workplace support", text: t("Nothing in the name says whether higher is better for Workplace support."), certain },
    ],
    unused: ["age", "gender", "source"],
    suggested: [],
    notices: [
      notice("warning", "*P38*, `depersonalization_fu`: the value *99* lies outside the rest of the column (0 to 30). Until you say, P38 is left out of depersonalization only.", {
        question: { column: "depersonalization_fu", value: 99, missing: "99 means missing", real: "99 is a real value" },
      }),
    ],
  };
}
