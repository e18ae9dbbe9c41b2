import type { Notice } from "../core-types";
import { notice } from "../words";

/** What the visitor reads when the core did not answer: it refused, or it broke down. */
export function broken(error: unknown): Notice {
  return notice("page-broken", { detail: error instanceof Error ? error.message : String(error) });
}
