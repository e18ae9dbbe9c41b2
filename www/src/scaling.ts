// Questionnaires: the keys that come with Prepost, key files, and a Plan with a questionnaire, as the core makes it.
import { atOccasions, itemsAt, type KeyOpened, type KeyShown, type Plan, type ScalePlan } from "./core-types";
import { download } from "./dom";
import type { Store } from "./state/store";
import { notice, say } from "./words";

/** What of the core is about questionnaires. */
export type Scaler = {
  keys(): Promise<KeyShown[]>;
  withScale(plan: Plan, scale: ScalePlan): Promise<Plan>;
  withoutScale(plan: Plan, name: string): Promise<Plan>;
  keyFile(scale: ScalePlan): Promise<string>;
  openKey(text: string): Promise<KeyOpened>;
};

export function startScaling(store: Store, core: Scaler): () => void {
  /** The Plan as the core changes it, and once more where it was edited meanwhile. */
  async function replan(name: string, change: (plan: Plan) => Promise<Plan>): Promise<void> {
    for (;;) {
      const plan = store.state().trial?.plan;
      if (plan === undefined) return;
      const changed = await change(plan);
      if (store.state().trial?.plan === plan) return store.dispatch({ type: "edit", change: { edit: "scales", name, plan: changed } });
    }
  }

  /** A questionnaire by another name is another one: the old one goes. */
  async function put(plan: Plan, scale: ScalePlan, instead: string): Promise<Plan> {
    const isRenamed = instead !== "" && instead !== scale.name;
    return core.withScale(isRenamed ? await core.withoutScale(plan, instead) : plan, scale);
  }

  async function save(scale: ScalePlan): Promise<void> {
    download(`${scale.name || say("scales-file")}.json`, new Blob([await core.keyFile(scale)], { type: "application/json" }));
    store.dispatch({ type: "say", text: say("page-saved") });
  }

  function attempt(work: Promise<void>): void {
    work.catch((error: unknown) =>
      store.dispatch({ type: "failed", what: "analysing", notices: [notice("page-broken", { detail: String(error) })] }));
  }

  /** The items of an occasion are named by it, and so are the columns of their scores. */
  async function rename(from: string, to: string): Promise<void> {
    for (const scale of store.state().trial?.plan.scales ?? []) {
      const occasions = atOccasions(scale.items);
      if (!occasions.some(([name]) => name === from)) continue;
      const items = itemsAt(occasions.map(([name, columns]) => [name === from ? to : name, columns]));
      await replan(scale.name, (plan) => core.withScale(plan, { ...scale, items }));
    }
  }

  return store.listen((action, _, before) => {
    switch (action.type) {
      case "edit": {
        if (action.change.edit !== "occasion-name") return;
        return attempt(rename(before.trial?.plan.occasions[action.change.index] ?? "", action.change.name));
      }
      case "want-keys":
        return attempt(core.keys().then((keys) => store.dispatch({ type: "keys", keys })));
      case "scale":
        return attempt(replan(action.scale.name, (plan) => put(plan, action.scale, action.instead)));
      case "unscale":
        return attempt(replan(action.name, (plan) => core.withoutScale(plan, action.name)));
      case "save-key":
        return attempt(save(action.scale));
      case "open-key":
        return attempt(action.file.text().then((text) => core.openKey(text)).then((opened) => store.dispatch({ type: "key-opened", opened })));
      default:
        return;
    }
  });
}
