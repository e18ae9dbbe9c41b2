// The reducer for links: the one that was opened, the one that can be copied, and the plan of a trial without data.
import { assertNever } from "../assert-never";
import type { Opened } from "../core-types";
import { say } from "../words";
import { paceOf, type Action, type Link, type Sharing, type State, type Trial } from "./state";

type LinkAction = Extract<
  Action,
  {
    type:
      | "open-link" | "link-opened" | "offer-link" | "decline-link"
      | "draft" | "drafted" | "leave-draft"
      | "share" | "link-made" | "copied";
  }
>;

export const NOT_SHARED: Sharing = { options: {}, made: undefined, copied: "no" };

export function linksAfter(state: State, action: LinkAction): State {
  const { sharing } = state;
  switch (action.type) {
    case "open-link":
      return { ...state, offered: undefined, run: { at: "opening", slow: false }, resampling: { at: "done" } };
    case "link-opened":
      return linkOpened(state, action.link);
    case "offer-link":
      return { ...state, offered: action.text };
    case "decline-link":
      return { ...state, offered: undefined };
    case "draft":
      return { ...state, draft: action.text };
    case "drafted":
      return withTrial({ ...state, link: undefined, designOpen: true, run: { at: "idle" } }, trialOf(action.opened, "drafted"));
    case "leave-draft":
      return { ...state, trial: undefined, run: { at: "idle" } };
    case "share":
      return { ...state, sharing: { ...sharing, options: action.options, copied: "no" } };
    case "link-made":
      return { ...state, sharing: { ...sharing, made: action.made, copied: "no" } };
    case "copied":
      return { ...state, sharing: { ...sharing, copied: action.how }, said: say(`share-copied-${action.how}`) };
    default:
      return assertNever(action);
  }
}

/** A link with summaries is analysed at once; one without waits for its file. */
function linkOpened(state: State, link: Link): State {
  const { opened, has_summaries: hasSummaries } = link.opened;
  const left = withTrial({ ...state, link, draft: undefined, designOpen: false }, undefined);
  if (opened === null || !hasSummaries) return { ...left, run: { at: "idle" } };
  return withTrial({ ...left, run: { at: "analysing", ...paceOf(state) } }, trialOf(opened, "linked"));
}

function trialOf(opened: Opened, design: Trial["design"]): Trial {
  return { source: undefined, opened, plan: opened.plan, grid: opened.grid, reasons: [], design, past: [] };
}

/** Nothing of what was shown before belongs to another trial. */
function withTrial(state: State, trial: Trial | undefined): State {
  return { ...state, trial, report: undefined, outcome: undefined, folds: new Map(), sharing: NOT_SHARED, resampling: { at: "done" } };
}
