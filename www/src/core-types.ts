// The core's types by the names that the page uses. They come from Rust: when the core changes, what calls it stops
// compiling.
import type { Result } from "./core/protocol";

export type {
  Adjust, Answer, Answers, Better, Block, Cell, Code, ColumnHead, ErrorTerm, Inquiry, Interval, Level, Marker, Notice,
  OutcomeReport, Point, Profile, Question, Report, Scale, Section, Series, Span, Spark, Style, SumsOfSquares, Table,
  TableRow, Text,
} from "#core";
export type { ReadOptions, Why as Reason } from "#core";

export type Opened = Result<"read">;
export type Plan = Opened["plan"];
export type ArmPlan = NonNullable<Plan["arm"]>;
export type OutcomePlan = Plan["outcomes"][number];

export type Format = "tidy" | "markdown" | "html";
