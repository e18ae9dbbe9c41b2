// Why a part of the Plan was guessed so.
import { html, nothing, type TemplateResult } from "lit";
import type { Reason } from "../core-types";
import { say } from "../words";
import { plain } from "./text";

/** Marks a part whose guess is only a default that the visitor should look at. */
export function doubt(reasons: Reason[], part: string): TemplateResult | typeof nothing {
  const reason = reasons.find((it) => it.part === part && !it.certain);
  return reason === undefined ? nothing : flagOf(reason);
}

export function flagOf(reason: Reason): TemplateResult {
  return html`<span class="flag" title=${plain(reason.text)} aria-hidden="true">?</span
    ><span class="hidden">${say("page-doubt")}</span>`;
}
