// The page's state: one value, changed only by `reduce`. The page is drawn from it and from nothing else.
import type { DesignGrid, TrialDraft, Edit, Edited, Example, Format, KeyOpened, KeyDescription, LinkMade, LinkOpened, LinkOptions, Notice, Opened, Plan, Question, ReadOptions, Reason, Report, ScalePlan } from "../core-types";
import type { Offline } from "../offline";
import type { GivenFile } from "../core/api";

/** A file that the visitor gave, or several, one for each occasion; and how to read it where that is not as detected. */
export type Source = {
  name: string;
  from: "file" | "pasted" | "example";
  /** An example that is still to be read: as any file, once the page is locked. */
  example?: Example;
  files: readonly GivenFile[];
  options: ReadOptions;
};

/** What the core can be busy with in the foreground. */
export type Work = "reading" | "opening" | "analysing";

/** What the core is doing, or how its last work ended. */
export type Run =
  | { at: "idle" }
  | ({ at: "reading"; source: Source } & Pace)
  | ({ at: "opening" } & Pace)
  | ({ at: "analysing"; share?: number } & Pace)
  | { at: "ready" }
  | { at: "cancelled" }
  | { at: "failed"; what: Work; name: string; notices: Notice[] };

/** `slow`: long enough to be shown; `silent`: so long without a sign that it may never end. One job keeps it from step to step. */
export type Pace = { slow: boolean; silent?: boolean };

/** Permutation and bootstrap, which come to a report that is there already. `share` is told once they take long. */
export type Resampling =
  | { at: "done" }
  | { at: "running"; share?: number }
  | { at: "cancelled" }
  | { at: "failed"; notice: Notice };

/** Whether the page has locked itself, what still loads, and what did not. */
export type Lock = { loading: string[]; notices: Notice[]; tried?: Tried } & (
  | { at: "open" }
  | { at: "locking" }
  /** `name`: the file that was to be read then. */
  | { at: "locked"; since: Date; name: string }
);

/** What became of a request that the page made to try the lock, with the browser's words. */
export type Tried =
  | { how: "not-locked" }
  | { how: "refused"; detail: string; rule: string }
  | { how: "failed"; detail: string }
  | { how: "went-out" };

/** A design as it was at one time. */
export type Design = {
  plan: Plan;
  /** What of it is filled in. */
  grid: DesignGrid;
  /** Why the parts of the Plan that nobody has touched were guessed so. */
  reasons: Reason[];
  /** How far the visitor has made it their own. */
  design: "guessed" | "linked" | "drafted" | "edited" | "confirmed";
};

/** A file that was read, or what takes its place; and its design. */
export type Trial = Design & {
  /** Nothing where the Plan came with a link's summaries, or is drawn up before there are data. */
  source: Source | undefined;
  opened: Opened;
  /** The designs before this one, each changed into the next by one edit. */
  past: readonly Design[];
};

/** A link that was opened: its text, and what the core made of it. */
export type Link = { text: string; opened: LinkOpened };

/** What the visitor typed of a trial to come. */
export type DraftText = { arms: string; occasions: string; outcomes: string };

/** A link that was made of a Plan by these options, or why none could be. */
export type Made = { plan: Plan; options: LinkOptions; link: LinkMade | undefined; notices: Notice[] };

/** The link that can be copied. */
export type Sharing = { options: LinkOptions; made: Made | undefined; copied: "no" | "yes" | "refused" };

/** The builder of a questionnaire: what it starts from, and the one of the Plan that it replaces, if any. */
export type Building = { start: ScalePlan; instead: string };

/** What the design knows of questionnaires. `keys`: those that come with Prepost, once asked for. */
export type Scales = {
  keys: readonly KeyDescription[] | undefined;
  building: Building | undefined;
  /** What a key file has wrong. */
  notices: Notice[];
};

export type Theme = "system" | "light" | "dark";

export type State = {
  trial: Trial | undefined;
  link: Link | undefined;
  /** A link that came while something else is shown: whether it takes its place is asked. */
  offered: string | undefined;
  draft: DraftText | undefined;
  sharing: Sharing;
  run: Run;
  lock: Lock;
  resampling: Resampling;
  report: Report | undefined;
  /** The outcome that is shown, by name, so that it survives a change of the design. */
  outcome: string | undefined;
  designOpen: boolean;
  scales: Scales;
  /** Sections that the visitor folded or unfolded, by id. */
  folds: ReadonlyMap<string, boolean>;
  theme: Theme;
  /** Whether the page works without a network, once it is known. */
  offline: "preparing" | Offline;
  /** Whether a new version is offered. */
  newVersion: boolean;
  /** What the live region says. */
  said: string;
};

export const START: State = {
  trial: undefined,
  link: undefined,
  offered: undefined,
  draft: undefined,
  sharing: { options: {}, made: undefined, copied: "no" },
  run: { at: "idle" },
  lock: { at: "open", loading: [], notices: [] },
  resampling: { at: "done" },
  report: undefined,
  outcome: undefined,
  designOpen: false,
  scales: { keys: undefined, building: undefined, notices: [] },
  folds: new Map(),
  theme: "system",
  offline: "preparing",
  newVersion: false,
  said: "",
};

export type Action =
  | { type: "open"; source: Source }
  | { type: "opened"; source: Source; opened: Opened; link: Link | undefined; narrow: boolean }
  | { type: "open-link"; text: string }
  | { type: "link-opened"; link: Link }
  | { type: "offer-link"; text: string }
  | { type: "decline-link" }
  | { type: "close-link" }
  | { type: "draft"; text: DraftText; draft: TrialDraft }
  | { type: "drafted"; opened: Opened }
  | { type: "leave-draft" }
  | { type: "share"; options: LinkOptions }
  | { type: "link-made"; made: Made }
  | { type: "copy"; text: string }
  | { type: "copied"; how: "yes" | "refused" }
  | { type: "save-plan" }
  | { type: "save-table" }
  | { type: "save-qr"; picture: string }
  | { type: "reread"; options: ReadOptions }
  | { type: "edit"; change: Edit; say?: string }
  | { type: "edited"; edit: Edit; edited: Edited; say: string }
  | { type: "answer"; question: Question; means: "missing" | "value" }
  | { type: "want-keys" }
  | { type: "keys"; keys: readonly KeyDescription[] }
  | { type: "build"; scale: string | undefined }
  | { type: "built" }
  | { type: "scale"; scale: ScalePlan; instead: string }
  | { type: "unscale"; name: string }
  | { type: "save-key"; scale: ScalePlan }
  | { type: "open-key"; file: Blob }
  | { type: "key-opened"; opened: KeyOpened }
  | { type: "confirm" }
  | { type: "fold-design"; open: boolean }
  | { type: "analysing" }
  | { type: "analysed"; report: Report }
  | { type: "slow" }
  | { type: "silent" }
  | { type: "progress"; share: number }
  | { type: "failed"; what: Work; notices: Notice[] }
  | { type: "cancel" }
  | { type: "resample" }
  | { type: "resampling"; share?: number }
  | { type: "resampled"; report?: Report }
  | { type: "resampling-failed"; notice: Notice }
  | { type: "cancel-resampling" }
  | { type: "again" }
  | { type: "dismiss" }
  | { type: "show-outcome"; name: string }
  | { type: "fold"; section: string; open: boolean }
  | { type: "export"; format: Format }
  | { type: "loading"; parts: string[] }
  | { type: "not-loaded"; notice: Notice }
  | { type: "locking" }
  | { type: "lock-now"; name: string }
  | { type: "locked"; since: Date; name: string }
  | { type: "try-lock" }
  | { type: "tried"; tried: Tried }
  | { type: "theme"; theme: Theme }
  | { type: "offline"; offline: Offline }
  | { type: "new-version" }
  | { type: "update" }
  | { type: "update-later" }
  | { type: "say"; text: string };

/** What the report is made of: a file, a link's summaries, or nothing yet where a trial is drawn up. */
export type Basis = "file" | "summaries" | "draft";

export function basisOf({ trial, link }: State): Basis | undefined {
  if (trial === undefined) return undefined;
  if (trial.source !== undefined) return "file";
  return link === undefined ? "draft" : "summaries";
}

/** The pace of what the core does now: what goes on after a slow reading can be cancelled as the reading could. */
export function paceOf({ run }: State): Pace {
  return { slow: "slow" in run && run.slow };
}

/** Whether the core is at work on what the page shows. */
export function isBusy({ run: { at } }: State): boolean {
  return at === "reading" || at === "opening" || at === "analysing";
}

/** The columns that have few values, which may name arms or occasions, in the file's order. */
export function levelled({ columns, levels }: Opened): string[] {
  return columns.filter((column) => levels.has(column));
}
