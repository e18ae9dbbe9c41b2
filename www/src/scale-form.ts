// The form of the questionnaire builder: its fields while it is filled in, and the questionnaire made of them.
import { atOccasions, itemsAt, type KeyScoreDescription, type KeyDescription, type Plan, type ScoringRule, type ScalePlan, type SubscalePlan } from "./core-types";
import { inShort, matching, numbersIn, patternOf } from "./elements/item-numbers";

/** A score as it is typed. `of` a key: what the key says of it. */
export type ScoreRow = { base: SubscalePlan; name: string; items: string; reversed: string; rule: ScoringRule | ""; of: KeyScoreDescription | undefined };

export type ScaleForm = {
  start: ScalePlan;
  key: KeyDescription | undefined;
  name: string;
  low: string;
  high: string;
  /** The share of items that must be answered, in percent. */
  share: string;
  /** Of each occasion, which has no name where there is one. */
  columns: { occasion: string; columns: string[] }[];
  rows: ScoreRow[];
};

export function formOf(start: ScalePlan, plan: Plan, keys: readonly KeyDescription[]): ScaleForm {
  const form = withKey(
    { start, key: undefined, name: start.name, low: "", high: "", share: "", columns: columnsOf(start, plan), rows: [] },
    keys.find(({ id }) => id === start.key),
  );
  const [low, high] = start.range ?? [form.low, form.high];
  const share = start.least_answered == null ? form.share : percent(start.least_answered);
  const own = (start.subscales ?? []).map((base) => rowOf(base, form.key, start.score));
  const rows = [...form.rows.filter((row) => row.of !== undefined && !own.some(({ name }) => name === row.name)), ...own];
  const whole = { ...blankRow(""), rule: start.score ?? "sum" };
  return { ...form, low: String(low), high: String(high), share, rows: form.key === undefined && own.length === 0 ? [whole] : rows };
}

/** The form with what a key says, or without a key. */
export function withKey(form: ScaleForm, key: KeyDescription | undefined): ScaleForm {
  if (key === undefined) return { ...form, key, rows: [blankRow("")] };
  const [low, high] = key.range ?? ["", ""];
  const rows = key.scores.map((of) => ({ base: {}, name: of.name, items: of.items, reversed: of.reversed, rule: "" as const, of }));
  return { ...form, key, name: form.name || shortTitle(key), low: String(low), high: String(high), share: "", rows };
}

export function shortTitle({ titles, id }: KeyDescription): string {
  return titles[1] ?? titles[0] ?? id;
}

export function blankRow(name: string): ScoreRow {
  return { base: {}, name, items: "", reversed: "", rule: "sum", of: undefined };
}

/** The questionnaire as the Plan has it. What a key says stays the key's unless it was changed. */
export function scaleOf(form: ScaleForm): ScalePlan {
  const { start, key, low, high, share } = form;
  const { key: _, range: __, least_answered: ___, ...rest } = start;
  const changed = form.rows.filter(({ of, items, reversed, rule }) => of === undefined || of.items !== items || of.reversed !== reversed || rule !== "");
  const isKeysRange = key?.range != null && key.range.map(String).join() === [low, high].join();
  return {
    ...rest,
    name: form.name.trim(),
    items: itemsAt(form.columns.filter((at) => at.occasion === "" || at.columns.length > 0).map((at) => [at.occasion, at.columns])),
    ...(key === undefined ? {} : { key: key.id }),
    // Who says what the form has, has compared it.
    confirmed: start.confirmed === true || (key !== undefined && changed.length > 0),
    ...(low === "" || high === "" || isKeysRange ? {} : { range: [Number(low), Number(high)] as [number, number] }),
    ...(share === "" ? {} : { least_answered: Number(share) / 100 }),
    subscales: changed.map((row) => subscaleOf(row, form)),
  };
}

/** The columns as they are typed: a name with # for the number, or all names. */
export function columnsText(columns: readonly string[], all: readonly string[]): string {
  return patternOf(columns, all) ?? columns.join(", ");
}

/** The columns that a text names, and the names that are none. */
export function columnsIn(text: string, all: readonly string[]): { columns: string[]; unknown: string[] } {
  const names = text.split(",").map((name) => name.trim()).filter((name) => name !== "");
  const columns = names.flatMap((name) => (all.includes(name) ? [name] : name.includes("#") ? matching(name, all) : []));
  const isUnknown = (name: string) => !all.includes(name) && (!name.includes("#") || matching(name, all).length === 0);
  return { columns: [...new Set(columns)], unknown: names.filter(isUnknown) };
}

/** Where the items of one occasion are named by it, those of the others are likely to be. */
export function withColumns(form: ScaleForm, at: number, text: string, all: readonly string[]): ScaleForm {
  const { columns } = columnsIn(text, all);
  const own = form.columns[at]?.occasion ?? "";
  const filled = form.columns.map((other, i) => {
    if (i === at) return { ...other, columns };
    if (other.columns.length > 0 || own === "" || !text.includes(own)) return other;
    return { ...other, columns: columnsIn(text.replaceAll(own, other.occasion), all).columns };
  });
  return { ...form, columns: filled };
}

function columnsOf({ items }: ScalePlan, { occasions, long }: Plan): ScaleForm["columns"] {
  if (long !== undefined) return [{ occasion: "", columns: Array.isArray(items) ? items : [] }];
  if (Array.isArray(items) && occasions.length < 2) return [{ occasion: "", columns: items }];
  const named = new Map(Array.isArray(items) ? [] : atOccasions(items));
  // A questionnaire may be there at other occasions than the outcomes.
  const all = named.size === 0 || occasions.some((occasion) => named.has(occasion)) ? occasions : [...named.keys()];
  return all.map((occasion) => ({ occasion, columns: named.get(occasion) ?? [] }));
}

function rowOf(base: SubscalePlan, key: KeyDescription | undefined, usual: ScoringRule = "sum"): ScoreRow {
  const { name = "", items = [], reversed = [], of = [], score } = base;
  const own = key?.scores.find((score) => score.name === name);
  // What was changed stays changed, also where the key says the same by now.
  const rule = score ?? (own === undefined ? usual : "");
  const typed = of.length > 0 ? of.join(", ") : inShort(items);
  return { base, name, items: typed, reversed: inShort(reversed), rule, of: own };
}

function subscaleOf({ base, name, items, reversed, rule }: ScoreRow, form: ScaleForm): SubscalePlan {
  const { score: _, of: __, ...rest } = base;
  const all = Math.max(0, ...form.columns.map(({ columns }) => columns.length));
  const isOfScores = rule === "mean-of-subscale-means";
  return {
    ...rest,
    name: name.trim() || form.name.trim(),
    items: isOfScores ? [] : items.trim() === "" ? Array.from({ length: all }, (_, i) => i + 1) : numbersIn(items),
    ...(isOfScores ? { of: items.split(",").map((own) => own.trim()) } : {}),
    reversed: numbersIn(reversed),
    ...(rule === "" ? {} : { score: rule }),
  };
}

function percent(share: number): string {
  return String(Math.round(share * 100));
}
