// Preregistration: the day that the visitor types, the SHA-256 of the plan, and the file that holds it.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { isOpen, valueOf } from "../dom";
import type { LinkOptions } from "../core-types";
import type { Basis, Sharing } from "../state/state";
import { marked, say } from "../words";
import { text } from "./text";
import { AppElement } from "./app-element";

export class AppRegister extends AppElement {
  static override properties = {
    sharing: { attribute: false },
    basis: { attribute: false },
    stale: { attribute: false },
    open: { state: true },
  };
  declare sharing: Sharing;
  declare basis: Basis;
  /** Whether the plan has changed since the link was made. */
  declare stale: boolean;
  declare open: boolean | undefined;

  protected override render(): TemplateResult {
    const open = this.open ?? this.basis === "draft";
    return html`<details class="of-link" .open=${open} @toggle=${(event: Event) => (this.open = isOpen(event))}>
      <summary><span class="link">${say("share-register")}</span></summary>
      <div class="register">
        <p>${say(this.basis === "draft" ? "share-register-before" : "share-register-late")}</p>
        <ol>
          <li>${this.day()}</li>
          <li>${this.hash()}</li>
          <li>${say("share-register-link")}</li>
          ${this.basis === "draft"
            ? html`<li>
                ${say("share-register-table")}
                <button class="link" @click=${() => this.send({ type: "save-table" })}>${say("share-table")}</button>
              </li>`
            : nothing}
        </ol>
      </div>
    </details>`;
  }

  private day(): TemplateResult {
    return html`<label class="field">
        <span>${say("share-day")}</span>
        <input type="date" aria-describedby="share-day-more" .value=${live(this.sharing.options.registered ?? "")}
          @change=${(event: Event) => this.register(valueOf(event))} />
      </label>
      <p class="label" id="share-day-more">${say("share-day-more")}</p>`;
  }

  private hash(): TemplateResult {
    const hash = this.sharing.made?.link?.plan_hash;
    return html`${text(marked("share-deposit"))}
      ${hash === undefined
        ? nothing
        : html`<p>
            ${say("share-hash-of-plan")} <code class="hash" data-testid="plan-hash" ?data-stale=${this.stale}>${hash}</code>
            <button class="link" ?disabled=${this.stale} @click=${() => this.send({ type: "save-plan" })}>${say("share-plan-file")}</button>
          </p>
          <p class="label">${text(marked("share-hash-check"))}</p>`}`;
  }

  private register(day: string): void {
    const { registered: _, ...rest } = this.sharing.options;
    const options: LinkOptions = day === "" ? rest : { ...rest, registered: day };
    this.send({ type: "share", options });
  }
}

customElements.define("app-register", AppRegister);
