// The core's types by the names that the page uses. They come from Rust: when the core changes, what calls it stops
// compiling.
import type { Items } from "#core";

export type {

} from "#core";

export type {
  Adjust, Answer, Answers, ArmPlan, Better, Block, Cell, CellPlace, ClaimKind, ClaimPlan, Code, ColumnHead, DesignGrid, Draft, Edit, Edited, ErrorTerm, Figure, Forest, GuideLine, Inquiry,
  Interval, Items, KeyOpened, KeyScoreShown, KeyShown, Level, LinkMade, LinkOpened, LinkOptions, Margin, MarginUnit, Marker, Notice, Offer, Opened, OutcomePlan, OutcomeReport, OutcomeRole, Plan, Point, PointGroup, Profile, Question, ReliableChangePlan, Report, ResamplingPlan, Rule, Scale, ScalePlan,
  Scatter, Section, Series, Span, Spark, Style, SubscalePlan, SumsOfSquares, Table, TableRow, Text, Why as Reason, ReadOptions,
} from "#core";

export type Example = "example" | "example-items" | "example-dropout";
export type Format = "tidy" | "markdown" | "html" | "r" | "spss";

/** Each occasion with its columns; no name where there is one. */
export function atOccasions(items: Items = []): [occasion: string, columns: string[]][] {
  return Array.isArray(items) ? [["", items]] : [...items];
}

export function itemsAt(occasions: [occasion: string, columns: string[]][]): Items {
  const [first] = occasions;
  return occasions.length === 1 && first?.[0] === "" ? first[1] : new Map(occasions);
}
