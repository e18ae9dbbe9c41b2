// Texts of the core as templates. User text is only ever a text node.
import { html, type TemplateResult } from "lit";
import { assertNever } from "../assert-never";
import type { Span, Text } from "../core-types";

export function text(spans: Text): TemplateResult[] {
  return spans.map(span);
}

function span({ text, style }: Span): TemplateResult {
  switch (style) {
    case "plain":
      return html`${text}`;
    case "italic":
      return html`<i>${text}</i>`;
    case "strong":
      return html`<b>${text}</b>`;
    case "code":
      return html`<code>${text}</code>`;
    case "sub":
      return html`<sub>${text}</sub>`;
    case "sup":
      return html`<sup>${text}</sup>`;
    default:
      return assertNever(style);
  }
}

/** A text without its marks. */
export function plain(spans: Text): string {
  return spans.map((span) => span.text).join("");
}
