// The reducer: the next state for each action. Pure: work in the worker is started in `work.ts`.
import type { Edit, Edited, KeyOpened, OutcomeReport, Report, ScalePlan } from "../core-types";
import { notice, say } from "../words";
import { linksAfter, NOT_SHARED } from "./links";
import { lockAfter } from "./lock";
import { basisOf, paceOf, type Action, type Building, type Pace, type Run, type Source, type State, type Trial } from "./state";

type Actions = { [T in Action["type"]]: Extract<Action, { type: T }> };

/** What each action makes of the state, by its type. */
const AFTER: { [T in keyof Actions]: (state: State, action: Actions[T]) => State } = {
  open: (state, { source }) => reading(state, source),
  reread: (state, { options }) => (state.trial?.source === undefined ? state : reading(state, reworked(state.trial.source, options))),
  opened,
  "open-link": linksAfter,
  "link-opened": linksAfter,
  "offer-link": linksAfter,
  "decline-link": linksAfter,
  drafted: linksAfter,
  "leave-draft": linksAfter,
  draft: linksAfter,
  share: linksAfter,
  "link-made": linksAfter,
  copied: linksAfter,
  "close-link": closeLink,

  edit: unchanged,
  answer: unchanged,
  edited: (state, action) => edited({ ...state, said: action.say }, action.edit, action.edited),
  confirm: (state) => withTrial({ ...state, designOpen: false, said: say("page-design-confirmed-said") }, { design: "confirmed" }),
  "fold-design": (state, { open }) => ({ ...state, designOpen: open }),

  analysing,
  again: analysing,
  analysed: (state, { report }) => analysed(state, report),
  slow: (state) => paced(state, { slow: true }),
  silent: (state) => ({ ...paced(state, { silent: true }), said: say("page-silent") }),
  progress: (state, { share }) => (state.run.at === "analysing" ? { ...state, run: { ...state.run, share, silent: false } } : state),
  failed,
  cancel: (state) => ({ ...state, run: cancelled(state), said: say("page-cancelled") }),
  dismiss: (state) => ({ ...state, run: state.report === undefined ? { at: "idle" } : { at: "ready" } }),
  resample: unchanged,
  resampling: (state, { share }) => ({ ...state, resampling: { at: "running", ...(share === undefined ? {} : { share }) } }),
  resampled: (state, { report }) => resampled(state, report),
  "resampling-failed": (state, action) => ({
    ...state,
    resampling: { at: "failed", notice: action.notice },
    said: say("page-resampling-failed"),
  }),
  "cancel-resampling": (state) => ({ ...state, resampling: { at: "cancelled" }, said: say("page-cancelled") }),

  "want-keys": unchanged,
  unscale: unchanged,
  "save-key": unchanged,
  "open-key": unchanged,
  keys: (state, { keys }) => ({ ...state, scales: { ...state.scales, keys } }),
  build: (state, { scale }) => ({
    ...state,
    designOpen: true,
    scales: { ...state.scales, building: builderOf(state, scale), notices: [] },
  }),
  scale: closeBuilder,
  built: closeBuilder,
  "key-opened": (state, { opened }) => keyOpened(state, opened),

  "show-outcome": (state, { name }) => ({ ...state, outcome: name, said: say("page-outcome-shown", { outcome: name }) }),
  fold: (state, { section, open }) => ({ ...state, folds: new Map(state.folds).set(section, open) }),
  theme: (state, { theme }) => ({ ...state, theme }),
  offline: (state, { offline }) => ({ ...state, offline }),
  "new-version": (state) => ({ ...state, newVersion: true, said: say("page-update") }),
  "update-later": (state) => ({ ...state, newVersion: false }),
  say: (state, { text }) => ({ ...state, said: text }),

  export: unchanged,
  copy: unchanged,
  "save-plan": unchanged,
  "save-table": unchanged,
  "save-qr": unchanged,
  update: unchanged,
  "lock-now": unchanged,
  "try-lock": unchanged,
  loading: withLock,
  "not-loaded": withLock,
  locking: withLock,
  locked: withLock,
  tried: withLock,
};

export function reduce(state: State, action: Action): State {
  return after(action.type, state, action);
}

function after<T extends keyof Actions>(type: T, state: State, action: Actions[T]): State {
  return AFTER[type](state, action);
}

/** Work in the worker, a file, the clipboard: started elsewhere. */
function unchanged(state: State): State {
  return state;
}

function closeLink(state: State): State {
  const { source } = state.trial ?? {};
  const left = { ...state, link: undefined };
  return source === undefined ? { ...left, trial: undefined, report: undefined, run: { at: "idle" } } : reading(left, source);
}

/** A trial to come has nothing to analyse. */
function analysing(state: State): State {
  return basisOf(state) === "draft" ? state : { ...state, run: { at: "analysing", slow: false }, resampling: { at: "done" } };
}

function failed(state: State, { what, notices }: Actions["failed"]): State {
  const said = notices.map((notice) => notice.message.map((span) => span.text).join("")).join(" ");
  return { ...state, run: { at: "failed", what, name: nameOf(state), notices }, said };
}

function closeBuilder(state: State): State {
  return { ...state, scales: { ...state.scales, building: undefined, notices: [] } };
}

function withLock(state: State, action: Parameters<typeof lockAfter>[1]): State {
  return { ...state, lock: lockAfter(state.lock, action) };
}

/** The builder with a questionnaire of the Plan, with one that may be scored, or with none. */
function builderOf({ trial }: State, name: string | undefined): Building | undefined {
  const isNamed = (scale: ScalePlan) => scale.name === name;
  const planned = trial?.plan.scales?.find(isNamed);
  const start = planned ?? trial?.opened.suggested.find(isNamed) ?? { name: "", items: [], score: "sum" };
  return { instead: planned?.name ?? "", start };
}

/** The items' columns are the file's, and stay. */
function keyOpened(state: State, { scale, notices }: KeyOpened): State {
  const { building } = state.scales;
  if (building === undefined) return state;
  const start = scale == null ? building.start : { ...scale, items: building.start.items ?? [] };
  return { ...state, scales: { ...state.scales, notices, building: { ...building, start } } };
}

function reading(state: State, source: Source): State {
  const run: Run = { at: "reading", source, slow: false };
  return { ...state, run, resampling: { at: "done" }, said: say("page-reading", { name: source.name }) };
}

function reworked(source: Source, options: Source["options"]): Source {
  return { ...source, options: { ...source.options, ...options } };
}

function opened(state: State, { source, opened: file, link, narrow }: Actions["opened"]): State {
  const certain = file.reasons.every((reason) => reason.certain);
  const design = link === undefined ? "guessed" : "linked";
  const trial: Trial = { source, opened: file, plan: file.plan, grid: file.grid, reasons: file.reasons, design, past: [] };
  const same = state.trial?.source?.files === source.files;
  return {
    ...state,
    trial,
    link,
    sharing: same ? state.sharing : NOT_SHARED,
    scales: same ? state.scales : { ...state.scales, building: undefined, notices: [] },
    // A report of another file would be taken for this one's.
    report: same ? state.report : undefined,
    outcome: same ? state.outcome : undefined,
    folds: same ? state.folds : new Map(),
    designOpen: !certain && !narrow,
    run: { at: "analysing", ...paceOf(state) },
  };
}

/** The design that the core made of an edit; the one before it is kept. */
function edited(state: State, { edit }: Edit, { plan, grid, settled }: Edited): State {
  const { trial } = state;
  if (trial === undefined) return state;
  const { plan: before, grid: gridBefore, reasons, design, past } = trial;
  return withTrial(state, {
    plan,
    grid,
    reasons: reasons.filter(({ part }) => !settled.includes(part)),
    design: design !== "confirmed" && edit !== "code" ? "edited" : design,
    past: [...past, { plan: before, grid: gridBefore, reasons, design }],
  });
}

function withTrial(state: State, change: Partial<Trial>): State {
  return state.trial === undefined ? state : { ...state, trial: { ...state.trial, ...change } };
}

function analysed(state: State, report: Report): State {
  if (report.outcomes.length === 0) {
    const notices = report.notices.length > 0 ? report.notices : [notice("page-nothing")];
    return { ...state, report: undefined, run: { at: "failed", what: "analysing", name: nameOf(state), notices } };
  }
  return {
    ...state,
    report,
    outcome: shownOf(report, state)?.name,
    run: { at: "ready" },
    said: say(state.report === undefined ? "page-report-ready" : "page-report-updated"),
  };
}

/** What was read already stays where it is; only a wait that was seen is said to be over. */
function resampled(state: State, report: Report | undefined): State {
  const { resampling } = state;
  const wasSeen = resampling.at === "running" && resampling.share !== undefined;
  return {
    ...state,
    resampling: { at: "done" },
    report: report ?? state.report,
    said: wasSeen ? say("page-resampled") : state.said,
  };
}

/** The outcome that was shown; where its name is gone, the one in its place. */
function shownOf({ outcomes }: Report, { report, outcome }: State): OutcomeReport | undefined {
  const place = report?.outcomes.findIndex(({ name }) => name === outcome) ?? 0;
  return outcomes.find(({ name }) => name === outcome) ?? outcomes[Math.max(0, place)] ?? outcomes.at(-1);
}

function paced(state: State, pace: Partial<Pace>): State {
  const { run } = state;
  return run.at === "reading" || run.at === "opening" || run.at === "analysing" ? { ...state, run: { ...run, ...pace } } : state;
}

/** Nothing is left running: back to what was there before, or to a report that a change of the design has left behind. */
function cancelled({ run, report }: State): Run {
  if (run.at === "analysing") return { at: "cancelled" };
  return report === undefined ? { at: "idle" } : { at: "ready" };
}

function nameOf(state: State): string {
  return state.run.at === "reading" ? state.run.source.name : (state.trial?.source?.name ?? "");
}
