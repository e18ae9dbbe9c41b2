// A notice: what is wrong, where, what to do, and buttons to answer it where it asks a question.
import { html, nothing, type TemplateResult } from "lit";
import type { Edit, Level, Notice, Offer, Question } from "../core-types";
import type { Action } from "../state/state";
import { label as shown, within } from "../label";
import { say } from "../words";
import { text } from "./text";

const FLAGS: Record<Level, string> = { note: "i", warning: "!", error: "×" };

export type Send = (action: Action) => void;

export function noticeLine(notice: Notice, send?: Send): TemplateResult {
  const { question, offer } = notice;
  const flag = question === null && offer === null ? FLAGS[notice.severity] : "?";
  return html`<div class="notice" data-severity=${notice.severity}>
    <p>
      <span class="flag" aria-hidden="true">${flag}</span
      ><span class="hidden">${say(`page-level-${notice.severity}`)}</span>${text(notice.message)}${place(notice)}
      ${notice.hint === null ? nothing : html`<span class="hint">${text(notice.hint)}</span>`}
    </p>
    ${question === null || send === undefined ? nothing : answers(question, send)}
    ${offer === null || send === undefined ? nothing : offers(offer, send)}
  </div>`;
}

/** Notices, the questions first and then what weighs most; those beyond `most` are folded, the questions excepted. */
export function noticeList(notices: Notice[], most: number, send: Send): TemplateResult | typeof nothing {
  if (notices.length === 0) return nothing;
  const ordered = [...notices].sort((one, other) => rank(one) - rank(other));
  const asked = notices.filter(isQuestion).length;
  const shown = ordered.slice(0, Math.max(most, asked));
  const folded = ordered.slice(shown.length);
  const line = (notice: Notice) => noticeLine(notice, send);
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

export function isQuestion({ question, offer }: Notice): boolean {
  return question !== null || offer !== null;
}

function rank(notice: Notice): number {
  return isQuestion(notice) ? 0 : { error: 1, warning: 2, note: 3 }[notice.severity];
}

function place({ file, line, column }: Notice): TemplateResult | typeof nothing {
  const parts = [
    file === null ? [] : within(file),
    line === null ? [] : say("page-place-line", { line }),
    column === null ? [] : say("page-place-column", { column }),
  ].flat();
  return parts.length === 0 ? nothing : html` <span class="label">(${parts.join(", ")})</span>`;
}

function answers(question: Question, send: Send): TemplateResult {
  return html`<span class="choices" role="group" aria-label=${say("page-question", { column: question.column })}>
    <button class="link" @click=${() => send({ type: "answer", question, means: "missing" })}>${question.missing}</button>
    <button class="link" @click=${() => send({ type: "answer", question, means: "value" })}>${question.real}</button>
  </span>`;
}

/** What a scale may be made of: its key as it is, or another; its answers shifted, or as they are. */
function offers({ scale, shift, label }: Offer, send: Send): TemplateResult {
  const take = (change: Edit) => send({ type: "edit", change, say: say("page-answered") });
  const shifted = (by: number): Edit => ({ edit: "scale-shift", name: scale, by });
  return html`<span class="choices" role="group" aria-label=${shown(scale)}>
    <button class="link" @click=${() => take(shift === null ? { edit: "scale-confirm", name: scale } : shifted(shift))}>${label}</button>
    ${shift === null
      ? html`<button class="link" @click=${() => send({ type: "build", scale })}>${say("scales-differs")}</button>`
      : html`<button class="link" @click=${() => take(shifted(0))}>${say("scales-no-shift")}</button>`}
  </span>`;
}
