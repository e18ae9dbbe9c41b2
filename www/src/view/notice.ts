// A Problem in words: what was found, where, what to do, and the two answers where it is a question.
import { html, nothing, type TemplateResult } from "lit";
import type { Level, Notice, Question } from "../core-types";
import { say } from "../words";
import { text } from "./text";

const FLAGS: Record<Level, string> = { note: "i", warning: "!", error: "×" };

export type Asked = (question: Question, means: "missing" | "value") => void;

export function noticeLine(notice: Notice, answer?: Asked): TemplateResult {
  const { question } = notice;
  const flag = question === null ? FLAGS[notice.severity] : "?";
  return html`<div class="notice" data-severity=${notice.severity}>
    <p>
      <span class="flag" aria-hidden="true">${flag}</span
      ><span class="hidden">${say(`page-level-${notice.severity}`)}</span>${text(notice.message)}${place(notice)}
      ${notice.hint === null ? nothing : html`<span class="hint">${text(notice.hint)}</span>`}
    </p>
    ${question === null || answer === undefined ? nothing : answers(question, answer)}
  </div>`;
}

/** Notices, the questions first and then what weighs most; those beyond `most` are folded, the questions excepted. */
export function noticeList(notices: Notice[], most: number, answer: Asked): TemplateResult | typeof nothing {
  if (notices.length === 0) return nothing;
  const ordered = [...notices].sort((one, other) => rank(one) - rank(other));
  const asked = notices.filter((notice) => notice.question !== null).length;
  const shown = ordered.slice(0, Math.max(most, asked));
  const folded = ordered.slice(shown.length);
  const line = (notice: Notice) => noticeLine(notice, answer);
  return html`<div class="notices">
    ${shown.map(line)}
    ${folded.length === 0
      ? nothing
      : html`<details>
          <summary class="link">${say("page-more-notices", { count: folded.length })}</summary>
          ${folded.map(line)}
        </details>`}
  </div>`;
}

function rank({ question, severity }: Notice): number {
  return question === null ? { error: 1, warning: 2, note: 3 }[severity] : 0;
}

function place({ line, column }: Notice): TemplateResult | typeof nothing {
  if (line === null && column === null) return nothing;
  const at =
    line === null
      ? say("page-place-column", { column: column ?? "" })
      : column === null
        ? say("page-place-line", { line })
        : say("page-place", { line, column });
  return html` <span class="label">(${at})</span>`;
}

function answers(question: Question, answer: Asked): TemplateResult {
  return html`<span class="choices" role="group" aria-label=${say("page-question", { column: question.column })}>
    <button class="link" @click=${() => answer(question, "missing")}>${question.missing}</button>
    <button class="link" @click=${() => answer(question, "value")}>${question.real}</button>
  </span>`;
}
