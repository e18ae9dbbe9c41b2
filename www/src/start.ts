import { AppPage } from "./elements/app-page";
import { startLinks } from "./links";
import { createStore, type Store } from "./state/store";
import { startWork, type Core } from "./work";

/** Puts the page into the document and connects it to the core. */
export function startPage(core: Core): Store {
  const store = createStore();
  startWork(store, core);
  const page = new AppPage();
  page.store = store;
  document.body.append(page);
  startLinks(store);
  return store;
}
