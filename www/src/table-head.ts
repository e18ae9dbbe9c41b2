// An empty table for a planned trial: the header line of its file.
import type { DesignGrid } from "./core-types";

/** The names of the Plan's columns as the head of a CSV file that spreadsheets read as UTF-8. */
export function csvHead({ columns }: DesignGrid): string {
  return `\u{FEFF}${columns.map(quoted).join(",")}\r\n`;
}

function quoted(name: string): string {
  return /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
