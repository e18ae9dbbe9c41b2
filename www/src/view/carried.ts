// What a link carries, as folded sections: shown before it is copied, and again where it is opened.
import { html, nothing, type TemplateResult } from "lit";
import type { Block, Section } from "../core-types";
import { noticeLine } from "./notice";
import { tableOf } from "./table";
import { text } from "./text";
import "../elements/app-section";

/** `where` goes before the sections' ids: the same link may be shown twice on a page. */
export function carriedOf(sections: readonly Section[], where: string, folds: ReadonlyMap<string, boolean>): TemplateResult {
  return html`<div class="carried">
    ${sections.map((section) => {
      const id = `${where}-${section.id}`;
      return html`<app-section
        .section=${{ ...section, id }}
        .open=${folds.get(id) ?? section.open}
        .blocks=${section.blocks.map((block) => blockOf(block, where))}
      ></app-section>`;
    })}
  </div>`;
}

function blockOf(block: Block, where: string): TemplateResult | typeof nothing {
  switch (block.kind) {
    case "table":
      return tableOf({ ...block.table, id: `${where}-${block.table.id}` });
    case "paragraph":
      return html`<p class="paragraph">${text(block.text)}</p>`;
    case "notice":
      return noticeLine(block.notice);
    case "figure":
      return nothing;
  }
}
