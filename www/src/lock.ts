// The lock: before the page reads anything of a file, it adds a policy to itself by which the browser refuses every
// request from it and from the workers that it makes. See `www/build/policy.mjs` and docs/architecture.md.
import type { Store } from "./state/store";
import { notice, say } from "./words";

/** The policy, put here by the build. */
declare const LOCK_POLICY: string;

/** What must be here before the lock, because it cannot come after. `page-load-…` names the part in words. */
export type Load = { part: string; begin: () => Promise<unknown> };

/** From when a file waits for what is still loading, this is how long at most. */
const PATIENCE_MS = 20_000;

/**
 * Loads all that the page needs later. Returns the lock: it waits for the loads and then locks, the first time that it is
 * asked; `name` is the file that was to be read.
 */
export function startLock(store: Store, loads: readonly Load[]): (name: string) => Promise<void> {
  const left = new Set(loads.map(({ part }) => part));
  let loaded: Promise<unknown> | undefined;
  let locked: Promise<void> | undefined;

  function load(): Promise<unknown> {
    return (loaded ??= Promise.all(loads.map(loadPart)));
  }

  async function loadPart({ part, begin }: Load): Promise<void> {
    await begin().catch((error: unknown) => miss(part, error));
    left.delete(part);
    store.dispatch({ type: "loading", parts: [...left] });
  }

  function miss(part: string, error: unknown): void {
    const detail = error instanceof Error ? error.message : String(error);
    const missing = notice("page-not-loaded", { part: say(`page-load-${part}`), detail }, "warning");
    store.dispatch({ type: "not-loaded", notice: missing });
  }

  async function lock(name: string): Promise<void> {
    if (store.state().lock.at === "locked") return;
    const all = load();
    if (left.size > 0) {
      store.dispatch({ type: "locking" });
      await Promise.race([all, new Promise((done) => setTimeout(done, PATIENCE_MS))]);
    }
    lockNow(name);
  }

  /** Without waiting: what is pasted can be read in this very moment only. What has begun to load may still arrive. */
  function lockNow(name: string): void {
    if (store.state().lock.at === "locked") return;
    void load();
    tighten();
    store.dispatch({ type: "locked", since: new Date(), name });
  }

  store.dispatch({ type: "loading", parts: [...left] });
  void load();
  store.listen((action) => {
    if (action.type === "lock-now") lockNow(action.name);
  });
  return (name) => (locked ??= lock(name));
}

/** A policy that is added can only take away, and stays when its element does not. */
function tighten(): void {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = LOCK_POLICY;
  document.head.append(policy);
}
