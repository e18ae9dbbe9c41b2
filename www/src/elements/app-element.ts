// What all elements of the page share: they draw into the page itself and speak by actions.
import { LitElement, type PropertyValues } from "lit";
import type { Action } from "../state/state";

declare global {
  interface HTMLElementEventMap {
    "app-action": CustomEvent<Action>;
    /** Asks for a part of the report to be unfolded and shown. */
    "app-go": CustomEvent<{ id: string; section?: string }>;
  }
}

/** A form of nothing but controls whose values browsers do not keep. */
export const UNKEPT = "unkept";

/**
 * Browsers write to the disk what controls hold, so that a page comes back filled in after a crash: here that would be names
 * of the file. They leave out those of a form that is not to be completed.
 */
function forget(element: HTMLElement): void {
  for (const control of element.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>("input, select, textarea")) {
    control.setAttribute("autocomplete", "off");
    if (control.form === null) control.setAttribute("form", UNKEPT);
  }
}

export class AppElement extends LitElement {
  /** Light DOM: one set of styles, one set of ids, real tables for screen readers and copying. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    forget(this);
  }

  protected send(action: Action): void {
    this.dispatchEvent(new CustomEvent("app-action", { detail: action, bubbles: true }));
  }

  protected go(id: string, section?: string): void {
    const detail = section === undefined ? { id } : { id, section };
    this.dispatchEvent(new CustomEvent("app-go", { detail, bubbles: true }));
  }
}
