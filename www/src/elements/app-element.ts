// What all elements of the page share: they draw into the page itself and speak by actions.
import { LitElement } from "lit";
import type { Action } from "../state/state";

declare global {
  interface HTMLElementEventMap {
    "app-action": CustomEvent<Action>;
    /** Asks for a part of the report to be unfolded and shown. */
    "app-go": CustomEvent<{ id: string; section?: string }>;
  }
}

export class AppElement extends LitElement {
  /** Light DOM: one set of styles, one set of ids, real tables for screen readers and copying. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected send(action: Action): void {
    this.dispatchEvent(new CustomEvent("app-action", { detail: action, bubbles: true }));
  }

  protected go(id: string, section?: string): void {
    const detail = section === undefined ? { id } : { id, section };
    this.dispatchEvent(new CustomEvent("app-go", { detail, bubbles: true }));
  }
}
