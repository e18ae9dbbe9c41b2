// The lock: whether the page has locked itself, since when, and a button to try it.
import { html, nothing, type TemplateResult } from "lit";
import type { Text } from "../core-types";
import type { Lock, Tried } from "../state/state";
import { noticeLine } from "./notice";
import { text } from "./text";
import { marked, notice, say } from "../words";
import { AppElement } from "./app-element";

export class AppLock extends AppElement {
  static override properties = { lock: { attribute: false } };
  declare lock: Lock;

  protected override render(): TemplateResult {
    const { at, loading, notices, tried } = this.lock;
    const late = at === "locked" && loading.length > 0;
    return html`<div class="lock" data-testid="lock-status" data-state=${at}>
      <p>
        ${at === "locked" ? CLOSED : OPEN}<span class="said">${text(this.state())}</span>
        <span class="more"
          ><button class="link" @click=${() => this.send({ type: "try-lock" })}>${say("page-lock-try")}</button>
          <a href="privacy.html" target="_blank" rel="noopener">${say("page-lock-more")}</a></span
        >
      </p>
      <div role="status">${tried === undefined ? nothing : html`<p class="tried">${text(outcome(tried))}</p>`}</div>
      ${late ? noticeLine(notice("page-lock-late", { parts: names(loading) }, "warning")) : nothing}
      ${notices.map((missing) => noticeLine(missing))}
    </div>`;
  }

  private state(): Text {
    const { lock } = this;
    switch (lock.at) {
      case "open":
      case "locking":
        return marked(`page-lock-${lock.at}`);
      case "locked":
        return marked("page-lock-locked", { time: timeOf(lock.since), name: lock.name });
    }
  }
}

function outcome(tried: Tried): Text {
  const { how, ...words } = tried;
  return marked(`page-tried-${how}`, words);
}

/** The parts of the page in words. */
export function names(parts: string[]): string {
  return parts.map((part) => say(`page-load-${part}`)).join(", ");
}

function timeOf(time: Date): string {
  return time.toLocaleTimeString("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

const lockIcon = (shackle: string) => html`<svg viewBox="0 0 12 14" aria-hidden="true">
  <path d=${`${shackle}M1.2 6h9.6v7.2H1.2z`} fill="none" stroke="currentColor" stroke-width="1.5"></path>
</svg>`;
const CLOSED = lockIcon("M3.2 6V4a2.8 2.8 0 0 1 5.6 0v2");
const OPEN = lockIcon("M3.2 6V2.6a2.8 2.8 0 0 1 5.6 0v.6");

customElements.define("app-lock", AppLock);
