// A new version is there: offered at the foot of the window, for the visitor to take now or when the page is closed.
import { html, nothing, type TemplateResult } from "lit";
import { say } from "../words";
import { AppElement } from "./app-element";

export class AppUpdate extends AppElement {
  static override properties = { offered: { attribute: false }, loaded: { attribute: false } };
  declare offered: boolean;
  /** Whether a file is on the page, which a reload would lose. */
  declare loaded: boolean;

  protected override render(): TemplateResult | typeof nothing {
    if (!this.offered) return nothing;
    return html`<section class="update" data-testid="update" aria-label=${say("page-update")}>
      <div class="wrap">
        <p><b>${say("page-update")}</b> ${this.loaded ? say("page-update-loses") : nothing}</p>
        <button class="button" data-testid="update-reload" @click=${() => this.send({ type: "update" })}>${say("page-update-reload")}</button>
        <button class="link" @click=${() => this.send({ type: "update-later" })}>${say("page-update-later")}</button>
      </div>
    </section>`;
  }
}

customElements.define("app-update", AppUpdate);
