// The core's types by the names that the page uses. They come from Rust: when the core changes, what calls it stops
// compiling.
import type * as core from "#core";

export type {
  Adjust, Answer, Answers, Better, Block, Cell, ClaimKind, ClaimPlan, Code, ColumnHead, ErrorTerm, Figure, Forest, Inquiry,
  Interval, Level, LinkMade, LinkOptions, Margin, MarginUnit, Marker, Notice, OutcomeReport, OutcomeRole, Point, Profile, Question, Report, ResamplingPlan, Scale,
  Scatter, Section, Series, Span, Spark, Style, SumsOfSquares, Table, TableRow, Text,
} from "#core";
export type { ReadOptions, Why as Reason } from "#core";

type Whole<T> = { [K in keyof T]-?: T[K] };

/** A Plan written by hand may leave out what has a default; the one that the page edits has everything. */
export type Plan = Whole<Omit<core.Plan, Optional | "arm" | "long" | "outcomes" | "within">> &
  Pick<core.Plan, Optional> & { arm?: ArmPlan; long?: LongPlan; outcomes: OutcomePlan[]; within: WithinPlan[] };
type Optional = "id" | "scales" | "codes" | "randomised" | "declared" | "claims" | "therapy_group_size" | "resampling";
export type ArmPlan = Whole<Omit<core.ArmPlan, "control">> & Pick<core.ArmPlan, "control">;
export type LongPlan = Whole<Omit<core.LongPlan, "value">> & Pick<core.LongPlan, "value">;
export type OutcomePlan = Whole<Omit<core.OutcomePlan, "role" | "margin">> & Pick<core.OutcomePlan, "role" | "margin">;
export type WithinPlan = Whole<core.WithinPlan>;
/** The levels are in a Map, never in an object: a column may be called `__proto__`. */
export type Opened = Omit<core.Opened, "plan" | "levels"> & { plan: Plan; levels: ReadonlyMap<string, string[]> };
export type LinkOpened = Omit<core.LinkOpened, "opened"> & { opened: Opened | null };
export type Draft = Whole<core.Draft>;

export type Format = "tidy" | "markdown" | "html" | "r" | "spss";

/** The same design with a Plan that has everything. */
export function wholeOpened(opened: core.Opened): Opened {
  return { ...opened, plan: wholePlan(opened.plan), levels: new Map(opened.levels) };
}

/** The same Plan with what it left out. */
export function wholePlan(plan: core.Plan): Plan {
  const { arm, long, ...rest } = plan;
  return {
    version: 1,
    occasions: [],
    covariates: [],
    factors: [],
    sums_of_squares: "III",
    adjust: "bonferroni",
    error_term: "separate",
    ...rest,
    ...(arm === undefined ? {} : { arm: { column: "", levels: [], ...arm } }),
    ...(long === undefined ? {} : { long: { occasion: "", ...long } }),
    within: (plan.within ?? []).map((factor) => ({ name: "", levels: [], ...factor })),
    outcomes: (plan.outcomes ?? []).map((outcome) => ({ name: "", columns: [], better: "higher", ...outcome })),
  };
}
