// Numbers of items as people write them: `1–3, 6`. And columns by a name that has # for the number.

/** No questionnaire has more items. */
const MOST = 600;
const DIGITS = "[0-9٠-٩۰-۹]+";

/** What an input of numbers may hold. */
export const NUMBERS = "[0-9٠-٩۰-۹\\s,;–\\-]*";

export function numbersIn(text: string): number[] {
  const runs = text.matchAll(new RegExp(`(${DIGITS})(?:\\s*[-–]\\s*(${DIGITS}))?`, "g"));
  return [...runs].flatMap(([, first = "", last = first]) => {
    const from = numberOf(first);
    return Array.from({ length: Math.min(MOST, numberOf(last) - from + 1) }, (_, i) => from + i);
  });
}

export function inShort(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] + 1 === number) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}${last === first + 1 ? ", " : "–"}${last}`)).join(", ");
}

/** The columns of that pattern, by their numbers. */
export function matching(pattern: string, columns: readonly string[]): string[] {
  const [before = "", after = ""] = pattern.split("#");
  const digits = new RegExp(`^${DIGITS}$`);
  const inner = (column: string) => column.slice(before.length, column.length - after.length);
  return columns
    .filter((column) => column.startsWith(before) && column.endsWith(after) && digits.test(inner(column)))
    .sort((one, other) => numberOf(inner(one)) - numberOf(inner(other)));
}

/** The pattern that gives these columns, if there is one. */
export function patternOf(columns: readonly string[], all: readonly string[]): string | undefined {
  const first = columns[0] ?? "";
  const places = [...first.matchAll(new RegExp(DIGITS, "g"))];
  const patterns = places.map(({ index, 0: digits }) => `${first.slice(0, index)}#${first.slice(index + digits.length)}`);
  return patterns.find((pattern) => matching(pattern, all).join("\n") === columns.join("\n"));
}

/** Digits of any of these scripts have their value in the last four bits. */
function numberOf(digits: string): number {
  return [...digits].reduce((value, digit) => 10 * value + (digit.charCodeAt(0) & 15), 0);
}
