// Pieces of the report: the core's HTML as it stands. A piece is replaced only when it differs, and then the keyboard's place
// and what was unfolded inside it stay.
import { setContent } from "../trusted-types";

export class AppHtml extends HTMLElement {
  private shown = "";

  set html(html: string) {
    if (html === this.shown) return;
    this.shown = html;
    const focused = this.placeOf(document.activeElement);
    const unfolded = this.details().map(({ open }) => open);
    setContent(this, html);
    const details = this.details();
    if (details.length === unfolded.length) details.forEach((one, index) => (one.open = unfolded[index] === true));
    if (focused !== undefined) this.at(focused)?.focus({ preventScroll: true });
    this.filled();
  }

  /** Called when there is another content. */
  protected filled(): void {}

  /** What folds inside, sections excepted: their folds are in the page's state. */
  private details(): HTMLDetailsElement[] {
    return [...this.querySelectorAll<HTMLDetailsElement>("details:not([data-section])")];
  }

  /** The way down to an element inside, as places among siblings. */
  private placeOf(element: Element | null): number[] | undefined {
    const place: number[] = [];
    for (let at = element; at !== this; at = at.parentElement) {
      if (at?.parentElement == null) return undefined;
      place.unshift([...at.parentElement.children].indexOf(at));
    }
    return place;
  }

  private at(place: readonly number[]): HTMLElement | undefined {
    let element: Element | undefined = this;
    for (const index of place) element = element?.children[index];
    return element instanceof HTMLElement && element !== this ? element : undefined;
  }
}

customElements.define("app-html", AppHtml);
