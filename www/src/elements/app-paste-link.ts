// A field to paste a link into, where a mail program has broken it.
import { html, type TemplateResult } from "lit";
import { say } from "../words";
import { AppElement } from "./app-element";

export class AppPasteLink extends AppElement {
  static override properties = { again: { attribute: false } };
  /** Whether a link could not be opened: it can be pasted whole. */
  declare again: boolean;

  protected override render(): TemplateResult {
    return html`<details class="help" .open=${this.again}>
      <summary class="link">${say("link-paste")}</summary>
      <form class="form" autocomplete="off" @submit=${this.open}>
        <label for="pasted-link">${say("link-paste-label")}</label>
        <p class="label" id="pasted-link-more">${say("link-paste-more")}</p>
        <textarea id="pasted-link" class="address" dir="ltr" rows="3" spellcheck="false" autocomplete="off"
          aria-describedby="pasted-link-more"></textarea>
        <div><button class="button">${say("link-open")}</button></div>
      </form>
    </details>`;
  }

  private open(event: Event): void {
    event.preventDefault();
    const field = this.querySelector("textarea");
    if (field === null) return;
    if (field.value.trim() === "") field.focus();
    else this.send({ type: "open-link", text: field.value });
  }
}

customElements.define("app-paste-link", AppPasteLink);
