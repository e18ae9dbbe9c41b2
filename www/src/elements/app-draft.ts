// A trial without data yet, in three lists: arms, occasions, outcomes. The design is edited from there.
import { html, nothing, type TemplateResult } from "lit";
import type { DraftText } from "../state/state";
import { say } from "../words";
import { AppElement } from "./app-element";

const FIELDS = ["arms", "occasions", "outcomes"] as const;
const NOTHING: DraftText = { arms: "", occasions: "", outcomes: "" };

export class AppDraft extends AppElement {
  static override properties = { text: { attribute: false }, lacks: { state: true } };
  /** What was typed before, where the visitor came back to it. */
  declare text: DraftText | undefined;
  declare lacks: boolean;

  protected override render(): TemplateResult {
    return html`<details class="help" id="draft" .open=${this.text !== undefined}>
      <summary class="link">${say("draft-title")}</summary>
      <form class="form" autocomplete="off" @submit=${this.make}>
        <p>${say("draft-more")}</p>
        <div class="columns">${FIELDS.map((field) => this.field(field))}</div>
        ${this.lacks ? html`<p role="alert"><span class="flag" aria-hidden="true">!</span>${say("draft-lacks")}</p>` : nothing}
        <div><button class="button" data-main>${say("draft-make")}</button></div>
      </form>
    </details>`;
  }

  private field(name: (typeof FIELDS)[number]): TemplateResult {
    return html`<div>
      <label for="draft-${name}">${say(`draft-${name}`)}</label>
      <p class="label" id="draft-${name}-more">${say(`draft-${name}-more`)}</p>
      <textarea id="draft-${name}" rows="4" spellcheck="false" aria-describedby="draft-${name}-more"
        .value=${(this.text ?? NOTHING)[name]}></textarea>
    </div>`;
  }

  private make(event: Event): void {
    event.preventDefault();
    const typed = (name: string) => this.querySelector<HTMLTextAreaElement>(`#draft-${name}`)?.value ?? "";
    const text = { arms: typed("arms"), occasions: typed("occasions"), outcomes: typed("outcomes") };
    const draft = { arms: listed(text.arms), occasions: listed(text.occasions), outcomes: listed(text.outcomes) };
    this.lacks = draft.outcomes.length === 0;
    if (this.lacks) this.querySelector<HTMLElement>("#draft-outcomes")?.focus();
    else this.send({ type: "draft", text, draft });
  }
}

/** Names in lines or between commas, each once. */
function listed(text: string): string[] {
  return [...new Set(text.split(/[\n,;،؛]/).map((name) => name.trim()).filter((name) => name !== ""))];
}

customElements.define("app-draft", AppDraft);
