import { AppPage } from "./elements/app-page";
import type { Editor } from "./editing";
import { startLinks } from "./links";
import { startLock, type Load } from "./lock";
import { startTrying } from "./lock-try";
import { createStore, type Store } from "./state/store";
import type { Examples } from "./sources";
import { startWork } from "./work";
import type { PageCore } from "./work/page-core";

/** Puts the page into the document and connects it to the core. `loads`: what must have come before the lock. */
export function startPage(core: PageCore, editor: Editor, examples: Examples, loads: readonly Load[]): Store {
  const store = createStore();
  startWork(store, core, editor, { locked: startLock(store, loads), examples });
  startTrying(store);
  const page = new AppPage();
  page.store = store;
  document.body.append(page);
  startLinks(store);
  return store;
}
