// Sharing: what the link is to carry, a preview of everything in it, what is withheld and why, and the link itself.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { addressWith, isChecked } from "../dom";
import type { LinkOptions } from "../core-types";
import type { Basis, Sharing, Trial } from "../state/state";
import { isStale } from "../sharing";
import { marked, say } from "../words";
import { carriedOf } from "./carried";
import { noticeLine } from "./notice";
import { text } from "./text";
import { AppElement } from "./app-element";
import "./app-qr";
import "./app-register";

export class AppShare extends AppElement {
  static override properties = {
    trial: { attribute: false },
    sharing: { attribute: false },
    basis: { attribute: false },
    folds: { attribute: false },
  };
  declare trial: Trial;
  declare sharing: Sharing;
  declare basis: Basis;
  declare folds: ReadonlyMap<string, boolean>;

  protected override render(): TemplateResult {
    const { made } = this.sharing;
    return html`<section class="wrap share" id="share" tabindex="-1" aria-labelledby="share-heading">
      <p class="label rail-label">${say("page-share")}</p>
      <div class="share-body">
        <h2 id="share-heading">${say(this.basis === "draft" ? "share-title-draft" : "share-title")}</h2>
        ${this.basis === "draft" ? nothing : this.choices()}
        ${made === undefined || made.notices.length === 0
          ? nothing
          : html`<section class="stays" aria-labelledby="share-stays">
              <h3 id="share-stays">${say("share-stays")}</h3>
              ${made.notices.map((notice) => noticeLine(notice))}
            </section>`}
        ${made?.link === undefined || made.link.fragment === ""
          ? nothing
          : html`<section aria-labelledby="share-carried">
              <h3 id="share-carried">${say("share-carried")}</h3>
              ${carriedOf(made.link.carried_pieces, this.folds)}
              <p class="label">${say("share-never")}</p>
            </section>`}
        ${this.link()}
        <app-register .sharing=${this.sharing} .basis=${this.basis} .stale=${this.isStale()}></app-register>
      </div>
    </section>`;
  }

  private isStale(): boolean {
    return isStale({ trial: this.trial, sharing: this.sharing });
  }

  private choices(): TemplateResult {
    const { summaries = false, fingerprint = false } = this.sharing.options;
    return html`<fieldset class="choices-of-link">
      <legend>${say("share-choices")}</legend>
      <p class="choice"><b>${say("share-plan")}</b> <span>${say("share-plan-more")}</span></p>
      ${this.basis === "file"
        ? html`${this.choice("summaries", summaries)} ${this.choice("fingerprint", fingerprint)}`
        : html`<p class="choice"><span>${say("share-no-file")}</span></p>`}
    </fieldset>`;
  }

  private choice(what: "summaries" | "fingerprint", chosen: boolean): TemplateResult {
    return html`<label class="choice">
      <input type="checkbox" .checked=${live(chosen)} @change=${(event: Event) => this.choose({ [what]: isChecked(event) })} />
      <b>${say(`share-${what}`)}</b> <span>${say(`share-${what}-more`)}</span>
    </label>`;
  }

  private choose(change: LinkOptions): void {
    this.send({ type: "share", options: { ...this.sharing.options, ...change } });
  }

  private link(): TemplateResult | typeof nothing {
    const { made, options, copied } = this.sharing;
    const stale = this.isStale();
    const making = html`<p class="making" role="status">
      ${stale ? say(options.fingerprint === true ? "share-making-fingerprint" : "share-making") : nothing}
    </p>`;
    // Where the file's names may be a participant's data there is no link, and what stays says why.
    if (made?.link === undefined || made.link.fragment === "") return making;
    const address = addressWith(made.link.fragment);
    return html`<div class="the-link" ?data-stale=${stale}>
      <label class="label" for="share-link">${say("share-link", { count: address.length })}</label>
      <textarea id="share-link" class="address" dir="ltr" readonly rows="3" .value=${live(address)}
        @focus=${(event: FocusEvent) => select(event.target)}></textarea>
      <div class="copying">
        <button class="button" data-main data-testid="copy-link" ?disabled=${stale} @click=${() => this.send({ type: "copy", text: address })}>
          ${say("share-copy")}
        </button>
        ${copied === "no" ? nothing : html`<span>${say(`share-copied-${copied}`)}</span>`}
        ${making}
      </div>
      <p class="label">${text(marked("share-hash"))}</p>
      <app-qr .link=${address}></app-qr>
    </div>`;
  }

  /** Where the clipboard is refused, the link stands selected, ready for the keyboard. */
  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has("sharing") && this.sharing.copied === "refused") this.querySelector<HTMLElement>("#share-link")?.focus();
  }
}

function select(target: EventTarget | null): void {
  if (target instanceof HTMLTextAreaElement) target.select();
}

customElements.define("app-share", AppShare);
