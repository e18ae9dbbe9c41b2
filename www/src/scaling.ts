// Questionnaires: the keys that come with Prepost, and key files.
import type { KeyOpened, KeyDescription, ScalePlan } from "./core-types";
import { download } from "./dom";
import type { Store } from "./state/store";
import { notice, say } from "./words";

/** What of the core is about questionnaires. */
export type Scaler = {
  keys(): Promise<KeyDescription[]>;
  keyFile(scale: ScalePlan): Promise<string>;
  openKey(text: string): Promise<KeyOpened>;
};

export function startScaling(store: Store, core: Scaler): () => void {
  async function save(scale: ScalePlan): Promise<void> {
    download(`${scale.name || say("scales-file")}.json`, new Blob([await core.keyFile(scale)], { type: "application/json" }));
    store.dispatch({ type: "say", text: say("page-saved") });
  }

  function attempt(work: Promise<void>): void {
    work.catch((error: unknown) =>
      store.dispatch({ type: "failed", what: "analysing", notices: [notice("page-broken", { detail: String(error) })] }));
  }

  return store.listen((action) => {
    switch (action.type) {
      case "want-keys":
        return attempt(core.keys().then((keys) => store.dispatch({ type: "keys", keys })));
      case "save-key":
        return attempt(save(action.scale));
      case "open-key":
        return attempt(action.file.text().then((text) => core.openKey(text)).then((opened) => store.dispatch({ type: "key-opened", opened })));
      default:
        return;
    }
  });
}
