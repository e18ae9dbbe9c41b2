// A table in APA's three lines: caption, spanners that stop at their own columns, numbers aligned by their decimals.
import { html, nothing, type TemplateResult } from "lit";
import type { Cell, ColumnHead, Table, TableRow } from "../core-types";
import { say } from "../words";
import { mark } from "./marks";
import { plain, text } from "./text";

/** More columns than these scroll on a narrow page; with fewer the row's label stands above its numbers. */
const STACKED = 10;

export function tableOf(table: Table): TemplateResult {
  const { id, number, caption, columns, rows, note } = table;
  return html`<div class="table">
    <div class="scroll" tabindex="0" role="region" aria-labelledby="caption-${id}">
      <table id="table-${id}" data-shape=${shapeOf(columns)} ?data-wraps=${columns.some(({ kind }) => kind === "words")} data-columns=${columns.length}>
        <caption id="caption-${id}">
          <span class="caption"><b>${say("page-table", { number })}</b> <i>${text(caption)}</i></span>
        </caption>
        ${head(columns)}
        <tbody>
          ${rows.map((row, index) => bodyRow(table, row, index))}
        </tbody>
      </table>
    </div>
    ${note.length === 0 ? nothing : html`<p class="note"><i>${say("page-note")}</i> ${text(note)}</p>`}
  </div>`;
}

function shapeOf(columns: ColumnHead[]): "words" | "stack" | "scroll" {
  const words = columns.filter((column) => column.kind === "words").length;
  if (words > 0 && words === columns.length - 1) return "words";
  return columns.length <= STACKED ? "stack" : "scroll";
}

/** One row of heads, or two where columns share a spanner; a column without one spans both. */
function head(columns: ColumnHead[]): TemplateResult {
  const spanned = columns.some(({ spanner }) => spanner.length > 0);
  const upper = spanned ? html`<tr>${groupsOf(columns).map(upperHead)}</tr>` : nothing;
  const lower = columns.filter(({ spanner }) => !spanned || spanner.length > 0);
  return html`<thead>
    ${upper}
    <tr>${lower.map((column) => html`<th scope="col" data-kind=${column.kind}>${text(column.head)}</th>`)}</tr>
  </thead>`;
}

type Group = { columns: ColumnHead[]; first: ColumnHead };

function groupsOf(columns: ColumnHead[]): Group[] {
  const groups: Group[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    const same = last !== undefined && column.spanner.length > 0 && plain(column.spanner) === plain(last.first.spanner);
    if (same) last.columns.push(column);
    else groups.push({ columns: [column], first: column });
  }
  return groups;
}

function upperHead({ columns, first }: Group): TemplateResult {
  return first.spanner.length === 0
    ? html`<th scope="col" rowspan="2" data-kind=${first.kind}>${text(first.head)}</th>`
    : html`<th scope="colgroup" colspan=${columns.length} data-kind="spanner">${text(first.spanner)}</th>`;
}

function bodyRow({ id, columns, rows }: Table, row: TableRow, index: number): TemplateResult {
  const at = `row-${id}-${index}`;
  if (row.kind === "group") {
    return html`<tr id=${at} data-kind="group" tabindex="-1">
      <th scope="rowgroup" colspan=${columns.length}>${text(row.label)}</th>
    </tr>`;
  }
  const grouped = rows.slice(0, index).some((before) => before.kind === "group");
  return html`<tr id=${at} data-kind=${row.kind} ?data-grouped=${grouped} tabindex="-1">
    <th scope="row">${row.marker === null ? nothing : mark(row.marker)}${text(row.label)}</th>
    ${row.cells.map((cell, i) => bodyCell(cell, columns[i + 1]))}
  </tr>`;
}

function bodyCell({ text: words, key }: Cell, column: ColumnHead | undefined): TemplateResult {
  const kind = column?.kind ?? "number";
  return kind === "words"
    ? html`<td data-kind=${kind} data-head=${plain(column?.head ?? [])} ?data-key=${key}>${words}</td>`
    : html`<td data-kind=${kind} ?data-key=${key}>${words}</td>`;
}
