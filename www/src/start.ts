import { AppPage } from "./elements/app-page";
import { startLinks } from "./links";
import { startLock, type Load } from "./lock";
import { startTrying } from "./lock-try";
import { createStore, type Store } from "./state/store";
import { startWork, type Core } from "./work";

/** Puts the page into the document and connects it to the core. `loads`: what must have come before the lock. */
export function startPage(core: Core, loads: readonly Load[] = []): Store {
  const store = createStore();
  startWork(store, core, startLock(store, loads));
  startTrying(store);
  const page = new AppPage();
  page.store = store;
  document.body.append(page);
  startLinks(store);
  return store;
}
