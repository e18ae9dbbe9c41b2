// The link that was opened: what it is, what cannot be verified about it, what it carries, and how to open its file.
import { html, nothing, type TemplateResult } from "lit";
import type { Notice } from "../core-types";
import type { Basis, Link } from "../state/state";
import { marked, say } from "../words";
import { carriedOf } from "./carried";
import { fileInput } from "./file-input";
import { noticeList } from "./notice";
import { text } from "./text";
import { AppElement } from "./app-element";

/** More notices than these are folded. */
const SHOWN = 4;

export class AppLink extends AppElement {
  static override properties = { link: { attribute: false }, basis: { attribute: false }, problems: { attribute: false }, folds: { attribute: false } };
  declare link: Link;
  /** What the report below is made of; nothing where the link waits for its file. */
  declare basis: Basis | undefined;
  /** What the report says of the link as a whole, where there is no data strip to say it. */
  declare problems: Notice[] | undefined;
  declare folds: ReadonlyMap<string, boolean>;

  protected override render(): TemplateResult {
    const { summary, carried_pieces: carried } = this.link.opened;
    const withFile = this.basis === "file";
    // In place of the data strip it is where a file may fall.
    return html`<section class="strip opened-link" id="link" tabindex="-1" aria-labelledby="link-heading"
      data-testid=${this.basis === "summaries" ? "drop-zone" : nothing}>
      <div class="strip-row">
        <h2 id="link-heading">${say("link-heading")}</h2>
        <div class="strip-body">
          <div class="strip-line">
            <p class="what-it-is">${withFile ? say("link-before-file") : text(summary)}</p>
            ${this.basis === "summaries" ? this.chooseFile() : nothing}
            <button class="link" @click=${() => this.send({ type: "close-link" })}>${say(withFile ? "link-guess" : "link-leave")}</button>
          </div>
          ${this.basis === "summaries" ? this.notices() : html`<p>${say("link-sender")}</p>`}
          ${this.record()}
          <details class="of-link" .open=${this.basis === undefined}>
            <summary><span class="link">${say("link-carries")}</span></summary>
            ${carriedOf(carried, this.folds)}
          </details>
        </div>
      </div>
    </section>`;
  }

  /** The first of them says that the report is recomputed, and who alone can say where it comes from. */
  private notices(): TemplateResult | typeof nothing {
    return noticeList(this.problems ?? [], SHOWN, () => undefined);
  }

  /** The day by the sender's word, where the summary does not say it; and the number by which a deposited plan is known again. */
  private record(): TemplateResult {
    const { registered, plan_hash: hash } = this.link.opened;
    return html`<p class="label record">
      ${registered === null || this.basis !== "file" ? nothing : text(marked("link-registered", { day: registered }))}
      ${say("share-hash-of-plan")} <code class="hash">${hash}</code>
    </p>`;
  }

  private chooseFile(): TemplateResult {
    return html`<label class="link">
      ${fileInput((action) => this.send(action))}${say("link-file")}
    </label>`;
  }
}

customElements.define("app-link", AppLink);
