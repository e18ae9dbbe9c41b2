// What the core hands to the page, as `src/report/view.rs`, `src/trial/plan.rs` and `src/session.rs` declare it.

export type Style = "plain" | "italic" | "strong" | "code" | "sub" | "sup";
export type Span = { text: string; style: Style };
export type Text = Span[];

export type Level = "note" | "warning" | "error";
export type Question = { column: string; value: number; missing: string; real: string };
export type Notice = {
  code: string;
  severity: Level;
  message: Text;
  hint: Text | undefined;
  line: number | undefined;
  column: string | undefined;
  question: Question | undefined;
};

export type Marker = { kind: "arm"; index: number } | { kind: "contrast" };
export type Tick = { value: number; text: string; at: number };
export type Scale = { reversed: boolean; zero: number; ticks: Tick[] };
export type Interval = {
  estimate: number;
  low: number;
  high: number;
  at: [number, number, number];
  label: string;
  description: string;
};
export type Source = { table: string; row: number };
export type Answer = { sentence: Text; statistics: Text; interval: Interval; marker: Marker; source: Source };
export type Inquiry = {
  id: string;
  heading: string;
  verdict: Text;
  ends: [string, string];
  rows: Answer[];
  why: Text;
};
export type Answers = { scale: Scale; inquiries: Inquiry[]; caveats: Text[] };

export type SparkLine = { arm: number; points: [number, number][] };
export type Spark = { lines: SparkLine[] };

export type ColumnHead = { spanner: Text; head: Text; kind: "label" | "number" | "words" };
export type Cell = { value: number | undefined; text: string; key: boolean };
export type TableRow = {
  kind: "group" | "plain" | "marked";
  label: Text;
  marker: Marker | undefined;
  cells: Cell[];
};
export type Table = {
  id: string;
  number: number;
  caption: Text;
  columns: ColumnHead[];
  rows: TableRow[];
  note: Text;
};
export type Block =
  | { kind: "table"; table: Table }
  | { kind: "paragraph"; text: Text }
  | { kind: "notice"; notice: Notice };
export type Section = { id: string; title: string; conclusion: Text; open: boolean; blocks: Block[] };

export type Point = { occasion: number; mean: number; low: number; high: number; description: string };
export type Series = { marker: Marker; name: string; points: Point[] };
export type Profile = {
  id: string;
  number: number;
  caption: Text;
  description: string;
  table: string;
  y_label: string;
  y_domain: [number, number];
  y_ticks: Tick[];
  occasions: string[];
  series: Series[];
};
export type Figure = { kind: "profile"; profile: Profile };

export type OutcomeReport = {
  id: string;
  name: string;
  subtitle: Text;
  notices: Notice[];
  spark: Spark | undefined;
  answers: Answers | undefined;
  figures: Figure[];
  sections: Section[];
};
export type Report = {
  language: string;
  summary: Text;
  notices: Notice[];
  arms: string[];
  outcomes: OutcomeReport[];
  colophon: Text[];
};

export type Better = "higher" | "lower";
export type Adjust = "none" | "bonferroni" | "holm" | "sidak" | "tukey" | "bh";
export type ErrorTerm = "separate" | "pooled";
export type SumsOfSquares = "III" | "II";
export type ArmPlan = { column: string; levels: string[]; control?: string };
export type OutcomePlan = { name: string; columns: string[]; better: Better };
export type WithinPlan = { name: string; levels: string[] };
export type LongPlan = { occasion: string; value?: string };
export type Code = { column: string; value: number; means: "missing" | "value" };
export type Plan = {
  version: number;
  id?: string;
  arm?: ArmPlan;
  occasions: string[];
  outcomes: OutcomePlan[];
  covariates: string[];
  factors: string[];
  within: WithinPlan[];
  long?: LongPlan;
  scales?: unknown[];
  codes?: Code[];
  randomised?: boolean;
  sums_of_squares: SumsOfSquares;
  adjust: Adjust;
  error_term: ErrorTerm;
};

export type ReadOptions = { encoding?: string; delimiter?: string; decimal?: string };
export type Reason = { part: string; text: Text; certain: boolean };
export type Opened = {
  summary: Text;
  columns: string[];
  levels: Record<string, string[]>;
  encoding: string;
  delimiter: string;
  decimal: string;
  rows: number;
  plan: Plan;
  reasons: Reason[];
  unused: string[];
  notices: Notice[];
};

export type Format = "tidy" | "markdown" | "html";
