// The core's types by the names that the page uses. They come from Rust: when the core changes, what calls it stops
// compiling.
import type { Items, Session } from "#core";

export type {
  Adjust, ArmPlan, Better, CellPlace, ClaimKind, ClaimPlan, Code, CompareArms, DesignGrid, Edit, Edited, ErrorTerm, Items, KeyOpened, KeyScoreDescription,
  KeyDescription, Level, LinkMade, LinkOpened, LinkOptions, Margin, MarginUnit, Notice, Offer, Opened, OutcomePlan, OutcomeRole, Plan, Question,
  ReadOptions, ReliableChangePlan, ReportExtent, ResamplingPlan, ScalePlan, ScoringRule, Span, Style, SubscalePlan, SumsOfSquares, Text, TrialDraft,
} from "#core";
export type { OutcomePieces as OutcomeReport, ReportPieces as Report, SectionPiece as Section, Why as Reason } from "#core";

export type Example = "example" | "example-items" | "example-dropout";
/** The formats that the page offers; the core has them by these names. */
export type Format = "tidy" | "markdown" | "html" | "docx" | "latex" | "r" | "spss";
/** A file: how its name ends, its media type, its content. */
export type Exported = ReturnType<Session["export"]>;

/** Each occasion with its columns; no name where there is one. */
export function atOccasions(items: Items = []): [occasion: string, columns: string[]][] {
  return Array.isArray(items) ? [["", items]] : [...items];
}

export function itemsAt(occasions: [occasion: string, columns: string[]][]): Items {
  const [first] = occasions;
  return occasions.length === 1 && first?.[0] === "" ? first[1] : new Map(occasions);
}
