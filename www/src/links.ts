// Links that come with the page's address: when it starts, and while it is open.
import { takeLink } from "./dom";
import type { Store } from "./state/store";

export function startLinks(store: Store): void {
  function receive(): void {
    const text = takeLink();
    if (text === undefined) return;
    const { trial, link } = store.state();
    // What is shown is not put aside unasked.
    const free = trial === undefined && link === undefined;
    store.dispatch({ type: free ? "open-link" : "offer-link", text });
  }

  window.addEventListener("hashchange", receive);
  receive();
}
