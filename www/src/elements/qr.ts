// A link as a QR code: a drawing that a camera reads from a screen or from paper, dark on light in every theme.
import { generate } from "lean-qr/nano";
import { toSvgPath } from "lean-qr/extras/svg";
import { html, svg, type TemplateResult } from "lit";
import { say } from "../words";

/** What the largest QR code (version 40, correction L) holds, in letters of eight bits. */
const MOST_LETTERS = 2953;
/** The standard's quiet zone, in modules. */
const QUIET = 4;

/** The outline of the code and its size in modules; nothing where the link is too long for one. */
export function qrOf(link: string): { path: string; size: number } | undefined {
  if (link.length > MOST_LETTERS) return undefined;
  const code = generate(link);
  return { path: toSvgPath(code), size: code.size };
}

/** The quiet zone is part of the picture, so that it stays when the picture is saved. */
export function qrPicture({ path, size }: { path: string; size: number }): TemplateResult {
  const whole = size + 2 * QUIET;
  return html`<svg class="qr" role="img" aria-labelledby="qr-title"
    viewBox="${-QUIET} ${-QUIET} ${whole} ${whole}" shape-rendering="crispEdges">
    ${svg`<title id="qr-title">${say("share-qr-title")}</title>
      <rect x=${-QUIET} y=${-QUIET} width=${whole} height=${whole} fill="white"></rect>
      <path d=${path} fill="black"></path>`}
  </svg>`;
}
