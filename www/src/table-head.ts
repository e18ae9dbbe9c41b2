// An empty table for a trial to come: the first line of its file.
import type { Plan } from "./core-types";
import { usedColumns } from "./state/plan-edit";

/** The names of the Plan's columns as the head of a CSV file that spreadsheets read as UTF-8. */
export function csvHead(plan: Plan): string {
  const named = [...usedColumns(plan)].filter((column) => column !== "");
  return `\u{FEFF}${named.map(quoted).join(",")}\r\n`;
}

function quoted(name: string): string {
  return /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
