// The core's types by the names that the page uses. They come from Rust: when the core changes, what calls it stops
// compiling.
import type * as core from "#core";

export type {
  Adjust, Answer, Answers, Better, Block, Cell, ClaimKind, ClaimPlan, Code, ColumnHead, ErrorTerm, Figure, Forest, GuideLine, Inquiry,
  Interval, KeyOpened, KeyScoreShown, KeyShown, Level, LinkMade, LinkOptions, Margin, MarginUnit, Marker, Notice, Offer, OutcomeReport, OutcomeRole, Point, PointGroup, Profile, Question, ReliableChangePlan, Report, ResamplingPlan, Rule, Scale,
  Scatter, Section, Series, Span, Spark, Style, SubscalePlan, SumsOfSquares, Table, TableRow, Text,
} from "#core";
export type { ReadOptions, Why as Reason } from "#core";

type Whole<T> = { [K in keyof T]-?: T[K] };

/** A Plan written by hand may leave out what has a default; the one that the page edits has everything. */
export type Plan = Whole<Omit<core.Plan, Optional | "arm" | "long" | "outcomes" | "scales" | "within">> &
  Pick<core.Plan, Optional> & { arm?: ArmPlan; long?: LongPlan; outcomes: OutcomePlan[]; within: WithinPlan[]; scales?: ScalePlan[] };
type Optional = "id" | "codes" | "randomised" | "declared" | "claims" | "therapy_group_size" | "resampling";
export type ArmPlan = Whole<Omit<core.ArmPlan, "control">> & Pick<core.ArmPlan, "control">;
export type LongPlan = Whole<Omit<core.LongPlan, "value">> & Pick<core.LongPlan, "value">;
export type OutcomePlan = Whole<Omit<core.OutcomePlan, OutcomeOptional>> & Pick<core.OutcomePlan, OutcomeOptional>;
type OutcomeOptional = "role" | "margin" | "reliable_change";
/** The columns of the items, of one occasion or of each. */
export type Items = core.Items;
export type ScalePlan = Omit<core.ScalePlan, "name" | "items"> & { name: string; items: Items };
export type WithinPlan = Whole<core.WithinPlan>;
/** The levels are in a Map, never in an object: a column may be called `__proto__`. */
export type Opened = Omit<core.Opened, "plan" | "levels" | "suggested"> & { plan: Plan; suggested: ScalePlan[]; levels: ReadonlyMap<string, string[]> };
export type LinkOpened = Omit<core.LinkOpened, "opened"> & { opened: Opened | null };
export type Draft = Whole<core.Draft>;

export type Example = "example" | "example-items" | "example-dropout";
export type Format = "tidy" | "markdown" | "html" | "r" | "spss";

/** The same design with a Plan that has everything. */
export function wholeOpened(opened: core.Opened): Opened {
  return { ...opened, plan: wholePlan(opened.plan), suggested: opened.suggested.map(wholeScale), levels: new Map(opened.levels) };
}

/** Each occasion with its columns; no name where there is one. */
export function atOccasions(items: Items): [occasion: string, columns: string[]][] {
  return Array.isArray(items) ? [["", items]] : [...items];
}

export function itemsAt(occasions: [occasion: string, columns: string[]][]): Items {
  const [first] = occasions;
  return occasions.length === 1 && first?.[0] === "" ? first[1] : new Map(occasions);
}

export function wholeScale(scale: core.ScalePlan): ScalePlan {
  return { ...scale, name: scale.name ?? "", items: scale.items ?? [] };
}

/** The same Plan with what it left out. */
export function wholePlan(plan: core.Plan): Plan {
  const { arm, long, scales, ...rest } = plan;
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
    ...(scales === undefined ? {} : { scales: scales.map(wholeScale) }),
    ...(long === undefined ? {} : { long: { occasion: "", ...long } }),
    within: (plan.within ?? []).map((factor) => ({ name: "", levels: [], ...factor })),
    outcomes: (plan.outcomes ?? []).map((outcome) => ({ name: "", columns: [], better: "higher", ...outcome })),
  };
}
