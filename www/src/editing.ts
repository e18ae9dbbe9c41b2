// Edits of the design: each is applied in the core, one after the other, and comes back as the next Plan.
import type { Edit, Edited, Plan } from "./core-types";
import { openParts } from "./guesses";
import type { Store } from "./state/store";
import { notice, say } from "./words";

/** What of the core applies edits. It holds no file, so that no analysis keeps an edit waiting. */
export type Editor = { edit(plan: Plan, edit: Edit): Promise<Edited> };

export function startEditing(store: Store, editor: Editor): () => void {
  let last = Promise.resolve();

  /** The next edit is one of the Plan that this one gives. */
  function queue(edit: Edit, said: string): void {
    last = last.then(() => apply(edit, said)).catch((error: unknown) =>
      store.dispatch({ type: "failed", what: "analysing", notices: [notice("page-broken", { detail: String(error) })] }));
  }

  async function apply(edit: Edit, said: string): Promise<void> {
    const { trial } = store.state();
    if (trial === undefined) return;
    const edited = await editor.edit(trial.plan, edit);
    // An edit of what the page shows no more is none.
    if (store.state().trial?.plan === trial.plan) store.dispatch({ type: "edited", edit, edited, say: said });
  }

  return store.listen((action) => {
    switch (action.type) {
      case "edit":
        return queue(action.change, action.say ?? "");
      case "answer": {
        const { column, value } = action.question;
        return queue({ edit: "code", code: { column, value, means: action.means } }, say("page-answered"));
      }
      case "confirm": {
        const plan = store.state().trial?.plan;
        const parts = plan === undefined ? [] : openParts(plan);
        return parts.length === 0 ? undefined : queue({ edit: "confirm-all", parts }, say("page-design-confirmed-said"));
      }
      case "scale":
        return queue({ edit: "scale-put", scale: action.scale, instead: action.instead }, "");
      case "unscale":
        return queue({ edit: "scale-remove", name: action.name }, "");
      default:
        return;
    }
  });
}
