// A link that arrives while something else is open: it is opened only when the visitor agrees.
import { html, type TemplateResult } from "lit";
import { say } from "../words";
import { AppElement } from "./app-element";

export class AppOffer extends AppElement {
  static override properties = { text: { attribute: false } };
  declare text: string;

  protected override render(): TemplateResult {
    return html`<section class="offer wrap" id="offer" tabindex="-1" aria-labelledby="offer-heading">
      <h2 id="offer-heading">${say("link-offered")}</h2>
      <p>${say("link-offered-more")}</p>
      <button class="button" data-main @click=${() => this.send({ type: "open-link", text: this.text })}>${say("link-show")}</button>
      <button class="button" @click=${() => this.send({ type: "decline-link" })}>${say("link-decline")}</button>
    </section>`;
  }
}

customElements.define("app-offer", AppOffer);
