// What each action makes of the state. Pure: work in the worker is started in `work.ts`.
import { assertNever } from "../assert-never";
import type { Edit, Edited, KeyOpened, Opened, OutcomeReport, Report, ScalePlan } from "../core-types";
import { notice, say } from "../words";
import { linksAfter, NOT_SHARED } from "./links";
import { lockAfter } from "./lock";
import { basisOf, type Action, type Building, type Link, type Run, type Source, type State, type Trial } from "./state";

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "open":
      return reading(state, action.source);
    case "reread":
      return state.trial?.source === undefined ? state : reading(state, reworked(state.trial.source, action.options));
    case "opened":
      return opened(state, action);
    case "open-link":
    case "link-opened":
    case "offer-link":
    case "decline-link":
    case "drafted":
    case "leave-draft":
    case "draft":
    case "share":
    case "link-made":
    case "copied":
      return linksAfter(state, action);
    case "close-link": {
      const { source } = state.trial ?? {};
      const left = { ...state, link: undefined };
      return source === undefined ? { ...left, trial: undefined, report: undefined, run: { at: "idle" } } : reading(left, source);
    }
    case "edit":
    case "answer":
      return state;
    case "edited":
      return edited({ ...state, said: action.say }, action.edit, action.edited);
    case "confirm":
      return withTrial({ ...state, designOpen: false, said: say("page-design-confirmed-said") }, { design: "confirmed" });
    case "fold-design":
      return { ...state, designOpen: action.open };
    case "analysing":
    case "again":
      // A trial to come has nothing to analyse.
      return basisOf(state) === "draft" ? state : { ...state, run: { at: "analysing", slow: false }, resampling: { at: "done" } };
    case "analysed":
      return analysed(state, action.report);
    case "slow":
      return slow(state);
    case "progress":
      return state.run.at === "analysing" ? { ...state, run: { ...state.run, share: action.share } } : state;
    case "failed":
      return {
        ...state,
        run: { at: "failed", what: action.what, name: nameOf(state), notices: action.notices },
        said: action.notices.map((notice) => notice.message.map((span) => span.text).join("")).join(" "),
      };
    case "cancel":
      return { ...state, run: cancelled(state), said: say("page-cancelled") };
    case "resample":
      return state;
    case "resampling":
      return { ...state, resampling: { at: "running", ...(action.share === undefined ? {} : { share: action.share }) } };
    case "resampled":
      return resampled(state, action.report);
    case "resampling-failed":
      return { ...state, resampling: { at: "failed", notice: action.notice }, said: say("page-resampling-failed") };
    case "cancel-resampling":
      return { ...state, resampling: { at: "cancelled" }, said: say("page-cancelled") };
    case "want-keys":
    case "unscale":
    case "save-key":
    case "open-key":
      return state;
    case "keys":
      return { ...state, scales: { ...state.scales, keys: action.keys } };
    case "build":
      return { ...state, designOpen: true, scales: { ...state.scales, building: builderOf(state, action.scale), notices: [] } };
    case "scale":
    case "built":
      return { ...state, scales: { ...state.scales, building: undefined, notices: [] } };
    case "key-opened":
      return keyOpened(state, action.opened);
    case "dismiss":
      return { ...state, run: state.report === undefined ? { at: "idle" } : { at: "ready" } };
    case "show-outcome":
      return { ...state, outcome: action.name, said: say("page-outcome-shown", { outcome: action.name }) };
    case "fold":
      return { ...state, folds: new Map(state.folds).set(action.section, action.open) };
    case "theme":
      return { ...state, theme: action.theme };
    case "offline":
      return { ...state, offline: action.offline };
    case "new-version":
      return { ...state, newVersion: true, said: say("page-update") };
    case "update-later":
      return { ...state, newVersion: false };
    case "say":
      return { ...state, said: action.text };
    case "export":
    case "copy":
    case "save-plan":
    case "save-table":
    case "save-qr":
    case "update":
    case "lock-now":
    case "try-lock":
      return state;
    case "loading":
    case "not-loaded":
    case "locking":
    case "locked":
    case "tried":
      return { ...state, lock: lockAfter(state.lock, action) };
    default:
      return assertNever(action);
  }
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

type FileOpened = { source: Source; opened: Opened; link: Link | undefined; narrow: boolean };

function opened(state: State, { source, opened: file, link, narrow }: FileOpened): State {
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
    run: { at: "analysing", slow: false },
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

function slow(state: State): State {
  const { run } = state;
  return run.at === "reading" || run.at === "opening" || run.at === "analysing" ? { ...state, run: { ...run, slow: true } } : state;
}

/** Nothing is left running: back to what was there before, or to a report that a change of the design has left behind. */
function cancelled({ run, report }: State): Run {
  if (run.at === "analysing") return { at: "cancelled" };
  return report === undefined ? { at: "idle" } : { at: "ready" };
}

function nameOf(state: State): string {
  return state.run.at === "reading" ? state.run.source.name : (state.trial?.source?.name ?? "");
}
