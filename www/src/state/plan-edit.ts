// The edits of a Plan that the design editor offers, each a pure function of the Plan.
import { assertNever } from "../assert-never";
import { atOccasions } from "../core-types";
import type {
  Adjust, Better, ClaimPlan, Code, ErrorTerm, Margin, Opened, OutcomePlan, OutcomeRole, Plan, ReliableChangePlan,
  ResamplingPlan, SumsOfSquares,
} from "../core-types";
import { moved, replaced, swapped, without } from "./lists";

/** A cell of the design's grid: an outcome's column at one occasion (and further within level). */
export type CellPlace = { outcome: number; cell: number };

export type PlanEdit =
  | { edit: "id"; column: string | undefined }
  | { edit: "arm-column"; column: string | undefined; levels: string[] }
  | { edit: "arm-move"; level: string; to: number }
  | { edit: "arm-leave"; level: string }
  | { edit: "arm-restore"; level: string }
  | { edit: "control"; level: string | undefined }
  | { edit: "randomised"; value: boolean | undefined }
  | { edit: "long"; occasion: string; levels: string[] }
  | { edit: "wide" }
  | { edit: "occasion-name"; index: number; name: string }
  | { edit: "occasion-move"; index: number; to: number }
  | { edit: "occasion-add"; name: string }
  | { edit: "occasion-remove"; index: number }
  | { edit: "outcome-add"; name: string; column: string }
  | { edit: "outcome-remove"; index: number }
  | { edit: "outcome-move"; index: number; to: number }
  | { edit: "outcome-name"; index: number; name: string }
  | { edit: "better"; index: number; better: Better }
  | { edit: "role"; index: number; role: OutcomeRole | undefined }
  | { edit: "margin"; index: number; margin: Margin | undefined }
  | { edit: "reliable-change"; index: number; change: ReliableChangePlan | undefined }
  | { edit: "scale"; name: string; change: ScaleChange }
  /** The core put a questionnaire of that name in or out. */
  | { edit: "scales"; name: string; plan: Plan }
  | { edit: "claim"; claim: ClaimPlan; made: boolean }
  | { edit: "cell"; at: CellPlace; column: string }
  | { edit: "cell-swap"; from: CellPlace; to: CellPlace }
  | { edit: "use"; role: "covariates" | "factors"; column: string }
  | { edit: "disuse"; role: "covariates" | "factors"; column: string }
  | { edit: "code"; code: Code }
  | { edit: "adjust"; adjust: Adjust }
  | { edit: "error-term"; errorTerm: ErrorTerm }
  | { edit: "squares"; squares: SumsOfSquares }
  | { edit: "resampling"; resampling: Required<ResamplingPlan> }
  | { edit: "therapy-group"; size?: number };

/** What the visitor answered about a questionnaire. */
export type ScaleChange = { confirmed: true } | { shift: number };

export function editPlan(plan: Plan, change: PlanEdit): Plan {
  switch (change.edit) {
    case "id":
      return withId(plan, change.column);
    case "arm-column":
      return armColumn(plan, change.column, change.levels);
    case "arm-move":
    case "arm-leave":
    case "arm-restore":
    case "control":
      return editArm(plan, change);
    case "randomised":
      return withRandomised(plan, change.value);
    case "long":
      return toLong(plan, change.occasion, change.levels);
    case "wide":
      return toWide(plan);
    case "occasion-name":
      return { ...plan, occasions: replaced(plan.occasions, change.index, change.name) };
    case "occasion-move":
      return moveOccasion(plan, change.index, change.to);
    case "occasion-add":
      return addOccasion(plan, change.name);
    case "occasion-remove":
      return removeOccasion(plan, change.index);
    case "outcome-add":
      return addOutcome(plan, change.name, change.column);
    case "outcome-remove":
      return { ...plan, outcomes: without(plan.outcomes, change.index) };
    case "outcome-move":
      return { ...plan, outcomes: moved(plan.outcomes, change.index, change.to) };
    case "outcome-name":
      return editOutcome(plan, change.index, (outcome) => ({ ...outcome, name: change.name }));
    case "better":
      return editOutcome(plan, change.index, (outcome) => ({ ...outcome, better: change.better }));
    case "role":
      return editOutcome(plan, change.index, ({ role: _, ...rest }) =>
        change.role === undefined ? rest : { ...rest, role: change.role });
    case "margin":
      return editOutcome(plan, change.index, ({ margin: _, ...rest }) =>
        change.margin === undefined ? rest : { ...rest, margin: change.margin });
    case "reliable-change":
      return editOutcome(plan, change.index, ({ reliable_change: _, ...rest }) =>
        change.change === undefined ? rest : { ...rest, reliable_change: change.change });
    case "scale":
      return { ...plan, scales: (plan.scales ?? []).map((scale) => (scale.name === change.name ? { ...scale, ...change.change } : scale)) };
    case "scales":
      return change.plan;
    case "claim":
      return setClaim(plan, change.claim, change.made);
    case "cell":
      return setCell(plan, change.at, change.column);
    case "cell-swap":
      return swapCells(plan, change.from, change.to);
    case "use":
      return { ...plan, [change.role]: [...plan[change.role].filter((name) => name !== change.column), change.column] };
    case "disuse":
      return { ...plan, [change.role]: plan[change.role].filter((name) => name !== change.column) };
    case "code":
      return setCode(plan, change.code);
    case "adjust":
      return { ...plan, adjust: change.adjust };
    case "error-term":
      return { ...plan, error_term: change.errorTerm };
    case "squares":
      return { ...plan, sums_of_squares: change.squares };
    case "therapy-group": {
      const { therapy_group_size: _, ...rest } = plan;
      return change.size === undefined ? rest : { ...rest, therapy_group_size: change.size };
    }
    case "resampling":
      return { ...plan, resampling: change.resampling };
    default:
      return assertNever(change);
  }
}

/** How many columns an outcome has at each occasion: one, or one per combination of further within levels. */
export function cellsPerOccasion(plan: Plan): number {
  return plan.within.reduce((product, factor) => product * factor.levels.length, 1);
}

/** How many columns an outcome needs. */
export function cellsPerOutcome(plan: Plan): number {
  return plan.long === undefined ? plan.occasions.length * cellsPerOccasion(plan) : 1;
}

/** Whether every cell of an outcome has its column. */
export function isComplete(plan: Plan, outcome: OutcomePlan): boolean {
  const needed = cellsPerOutcome(plan);
  if (plan.long?.value !== undefined && outcome.columns.length === 0) return true;
  return outcome.columns.length === needed && outcome.columns.every((column) => column !== "");
}

/** The Plan without the rows that are still being filled in. */
export function runnable(plan: Plan): Plan {
  return { ...plan, outcomes: plan.outcomes.filter((outcome) => isComplete(plan, outcome)) };
}

/** The columns that the Plan has a use for. */
export function usedColumns(plan: Plan): Set<string> {
  const named = [plan.id, plan.arm?.column, plan.long?.occasion, plan.long?.value];
  return new Set([
    ...named.filter((column) => column !== undefined),
    ...plan.covariates,
    ...plan.factors,
    ...plan.outcomes.flatMap((outcome) => outcome.columns),
    ...(plan.scales ?? []).flatMap(({ items }) => atOccasions(items).flatMap(([, columns]) => columns)),
  ]);
}

/** The columns that have few values, which may name arms or occasions, in the file's order. */
export function levelled(opened: Opened): string[] {
  return opened.columns.filter((column) => opened.levels.has(column));
}

function withId(plan: Plan, id: string | undefined): Plan {
  const { id: _, ...rest } = plan;
  return id === undefined ? rest : { ...rest, id };
}

function withRandomised(plan: Plan, randomised: boolean | undefined): Plan {
  const { randomised: _, ...rest } = plan;
  return randomised === undefined ? rest : { ...rest, randomised };
}

function armColumn(plan: Plan, column: string | undefined, levels: string[]): Plan {
  const { arm: _, ...rest } = plan;
  if (column === undefined) return rest;
  const control = levels[0];
  return { ...rest, arm: { column, levels, ...(control === undefined ? {} : { control }) } };
}

type ArmEdit = Extract<PlanEdit, { edit: "arm-move" | "arm-leave" | "arm-restore" | "control" }>;

function editArm(plan: Plan, change: ArmEdit): Plan {
  const { arm } = plan;
  if (arm === undefined) return plan;
  const { control, ...rest } = arm;
  const at = arm.levels.indexOf(change.level ?? "");
  switch (change.edit) {
    case "arm-move": {
      // The control stays first; the others share the places after it.
      const first = control === undefined ? 0 : 1;
      if (at < first || change.to < first || change.to >= arm.levels.length) return plan;
      return { ...plan, arm: { ...arm, levels: moved(arm.levels, at, change.to) } };
    }
    case "arm-leave": {
      const levels = without(arm.levels, at);
      return { ...plan, arm: control === change.level ? { ...rest, levels } : { ...arm, levels } };
    }
    case "arm-restore":
      return { ...plan, arm: { ...arm, levels: [...arm.levels, change.level] } };
    case "control":
      if (change.level === undefined) return { ...plan, arm: rest };
      return { ...plan, arm: { ...arm, levels: moved(arm.levels, at, 0), control: change.level } };
    default:
      return assertNever(change);
  }
}

function toLong(plan: Plan, occasion: string, levels: string[]): Plan {
  const outcomes = plan.outcomes.map((outcome) => ({ ...outcome, columns: outcome.columns.slice(0, 1) }));
  return { ...plan, long: { occasion }, occasions: levels, outcomes, within: [] };
}

function toWide(plan: Plan): Plan {
  const { long: _, ...rest } = plan;
  const wide = { ...rest, within: [] };
  return { ...wide, outcomes: plan.outcomes.map((outcome) => ({ ...outcome, columns: padded(wide, outcome.columns) })) };
}

/** The columns of a row, one for each cell; those not chosen yet are empty. */
function padded(plan: Plan, columns: string[]): string[] {
  return Array.from({ length: cellsPerOutcome(plan) }, (_, cell) => columns[cell] ?? "");
}

function eachOutcome(plan: Plan, columns: (columns: string[]) => string[]): OutcomePlan[] {
  if (plan.long !== undefined) return plan.outcomes;
  return plan.outcomes.map((outcome) => ({ ...outcome, columns: columns(outcome.columns) }));
}

function moveOccasion(plan: Plan, index: number, to: number): Plan {
  if (to < 0 || to >= plan.occasions.length) return plan;
  const width = cellsPerOccasion(plan);
  const blocks = (columns: string[]) => plan.occasions.map((_, i) => columns.slice(i * width, (i + 1) * width));
  return {
    ...plan,
    occasions: moved(plan.occasions, index, to),
    outcomes: eachOutcome(plan, (columns) => moved(blocks(columns), index, to).flat()),
  };
}

function addOccasion(plan: Plan, name: string): Plan {
  const wider = { ...plan, occasions: [...plan.occasions, name] };
  return { ...wider, outcomes: eachOutcome(plan, (columns) => padded(wider, columns)) };
}

function removeOccasion(plan: Plan, index: number): Plan {
  const width = cellsPerOccasion(plan);
  return {
    ...plan,
    occasions: without(plan.occasions, index),
    outcomes: eachOutcome(plan, (columns) => columns.filter((_, cell) => Math.floor(cell / width) !== index)),
  };
}

function addOutcome(plan: Plan, name: string, column: string): Plan {
  return { ...plan, outcomes: [...plan.outcomes, { name, columns: padded(plan, [column]), better: "higher" }] };
}

function editOutcome(plan: Plan, index: number, change: (outcome: OutcomePlan) => OutcomePlan): Plan {
  return { ...plan, outcomes: plan.outcomes.map((outcome, i) => (i === index ? change(outcome) : outcome)) };
}

/** Choosing a column that the same outcome already has elsewhere exchanges the two. */
function setCell(plan: Plan, at: CellPlace, column: string): Plan {
  return editOutcome(plan, at.outcome, (outcome) => {
    const columns = padded(plan, outcome.columns);
    const elsewhere = column === "" ? -1 : columns.indexOf(column);
    return { ...outcome, columns: elsewhere < 0 ? replaced(columns, at.cell, column) : swapped(columns, elsewhere, at.cell) };
  });
}

function swapCells(plan: Plan, from: CellPlace, to: CellPlace): Plan {
  const column = (at: CellPlace) => plan.outcomes[at.outcome]?.columns[at.cell] ?? "";
  if (from.outcome === to.outcome) return setCell(plan, to, column(from));
  const [given, taken] = [column(from), column(to)];
  return setCell(setCell(plan, to, given), from, taken);
}

export function isSameClaim(one: ClaimPlan, other: ClaimPlan): boolean {
  return one.claim === other.claim && one.outcome === other.outcome;
}

function setClaim(plan: Plan, claim: ClaimPlan, made: boolean): Plan {
  const others = (plan.claims ?? []).filter((old) => !isSameClaim(old, claim));
  return { ...plan, claims: made ? [...others, claim] : others };
}

function setCode(plan: Plan, code: Code): Plan {
  const others = (plan.codes ?? []).filter((old) => old.column !== code.column || old.value !== code.value);
  return { ...plan, codes: [...others, code] };
}
