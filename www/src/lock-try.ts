// "Try it": the page attempts a request to its own server, and shows how the browser refuses it.
import type { Tried } from "./state/state";
import type { Store } from "./state/store";

/** The browser reports a refusal in an event of its own, which may come after the error. */
const REPORT_MS = 500;

export function startTrying(store: Store): void {
  store.listen((action, { lock }) => {
    if (action.type !== "try-lock") return;
    if (lock.at !== "locked") store.dispatch({ type: "tried", tried: { how: "not-locked" } });
    else void attempt().then((tried) => store.dispatch({ type: "tried", tried }));
  });
}

async function attempt(): Promise<Tried> {
  const address = new URL("?trying-the-lock", document.baseURI);
  const refused = refusal();
  try {
    await fetch(address, { cache: "no-store" });
    return { how: "went-out" };
  } catch (error) {
    const rule = await refused;
    const detail = String(error);
    // Without the browser's report it may have failed for want of a network: that would prove nothing.
    return rule === undefined ? { how: "failed", detail } : { how: "refused", detail, rule };
  }
}

/** The rule by which the browser refuses the next request, if it does. */
function refusal(): Promise<string | undefined> {
  return new Promise((resolve) => {
    document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), { once: true });
    setTimeout(() => resolve(undefined), REPORT_MS);
  });
}
