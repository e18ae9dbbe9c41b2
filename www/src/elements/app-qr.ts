// The link as a QR code, drawn when it is asked for.
import { html, nothing, type TemplateResult } from "lit";
import { isOpen } from "../dom";
import { say } from "../words";
import { qrOf, qrPicture } from "./qr";
import { AppElement } from "./app-element";

/** With more letters the modules are small: a camera needs the picture large. */
const DENSE = 700;

export class AppQr extends AppElement {
  static override properties = { link: { attribute: false }, open: { state: true } };
  declare link: string;
  declare open: boolean;

  protected override render(): TemplateResult {
    return html`<details class="of-link" @toggle=${(event: Event) => (this.open = isOpen(event))}>
      <summary><span class="link">${say("share-qr")}</span></summary>
      ${this.open ? this.code() : nothing}
    </details>`;
  }

  private code(): TemplateResult {
    const { length: count } = this.link;
    const code = qrOf(this.link);
    if (code === undefined) return html`<p>${say("share-qr-long", { count })}</p>`;
    return html`${qrPicture(code)}
      <p class="label">${say(count > DENSE ? "share-qr-dense" : "share-qr-more")}</p>
      <button class="link" @click=${this.save}>${say("share-qr-save")}</button>`;
  }

  private save(): void {
    const picture = this.querySelector(".qr");
    if (picture !== null) this.send({ type: "save-qr", picture: new XMLSerializer().serializeToString(picture) });
  }
}

customElements.define("app-qr", AppQr);
