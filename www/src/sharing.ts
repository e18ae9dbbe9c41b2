// The link to what the page shows: made again when the Plan or the choices change, copied, and saved with its plan.
import type { LinkMade, LinkOptions, Plan } from "./core-types";
import { copyText, download } from "./dom";
import { isBusy, type State } from "./state/state";
import type { Store } from "./state/store";
import { csvHead } from "./table-head";
import { notice, say } from "./words";

/** What of the core makes links. */
type Linker = { link(plan: Plan, options: LinkOptions): Promise<LinkMade> };

/** A link is made once nothing has changed for this long. */
const SETTLE_MS = 300;

/** `restore` brings what the page shows back into the worker, where something else has taken its place. */
export function startSharing(store: Store, core: Linker, restore: (signal: AbortSignal) => Promise<void>): () => void {
  let settling: ReturnType<typeof setTimeout> | undefined;
  /** Another for each time that the page turned to something else: what was made of that before is dropped. */
  let turn = new AbortController();
  /** What a link is being made of, or soon will be. */
  let making: { plan: Plan; options: LinkOptions } | undefined;

  function settle(state: State): void {
    const { trial, sharing: { options } } = state;
    if (trial === undefined || (making?.plan === trial.plan && making.options === options)) return;
    clearTimeout(settling);
    making = { plan: trial.plan, options };
    settling = setTimeout(() => void make(trial.plan, options), SETTLE_MS);
  }

  async function make(plan: Plan, options: LinkOptions): Promise<void> {
    const { signal } = turn;
    const made = await restore(signal)
      .then(() => core.link(plan, options))
      .then((link) => ({ link, notices: link.refused }))
      .catch((error: unknown) => ({ link: undefined, notices: [notice("share-failed", { detail: String(error) })] }));
    if (!signal.aborted) store.dispatch({ type: "link-made", made: { plan, options, ...made } });
  }

  const stop = store.listen((action, state) => {
    if (isBusy(state)) turnAway();
    else if (isStale(state)) settle(state);
    const { trial, sharing: { made } } = state;
    switch (action.type) {
      case "copy":
        return void copy(store, action.text);
      case "save-plan":
        return made?.link === undefined ? undefined : save(store, "plan.json", "application/json", made.link.plan_text);
      case "save-table":
        return trial === undefined ? undefined : save(store, `${say("share-table-file")}.csv`, "text/csv", csvHead(trial.grid));
      case "save-qr":
        return save(store, `${say("share-qr-file")}.svg`, "image/svg+xml", action.picture);
      default:
        return;
    }
  });

  function turnAway(): void {
    clearTimeout(settling);
    making = undefined;
    turn.abort();
    turn = new AbortController();
  }

  return () => {
    stop();
    turnAway();
  };
}

async function copy(store: Store, text: string): Promise<void> {
  store.dispatch({ type: "copied", how: (await copyText(text)) ? "yes" : "refused" });
}

function save(store: Store, name: string, type: string, content: string): void {
  download(name, new Blob([content], { type }));
  store.dispatch({ type: "say", text: say("page-saved") });
}

/** Whether the link is not that of what the page shows. */
export function isStale({ trial, sharing: { options, made } }: Pick<State, "trial" | "sharing">): boolean {
  return trial !== undefined && (made?.plan !== trial.plan || made.options !== options);
}
