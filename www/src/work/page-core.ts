// What the page's work needs of the core: the core in the worker, with resampling spread over others.
import type { Plan, Report } from "../core-types";
import type { Core } from "../core/core";
import type { Readable } from "../core/held";
import { resampled } from "../core/resample";

type Methods = "analyse" | "closeLink" | "draft" | "export" | "held" | "keyFile" | "keys" | "link" | "openKey" | "openLink" | "read";

export type PageCore = Pick<Core, Methods> & {
  /** The report with permutation and bootstrap; nothing where the Plan has none to do. */
  resample(file: Readable, plan: Plan, signal: AbortSignal, onProgress: (share: number) => void): Promise<Report | undefined>;
};

export function pageCore(core: Core): PageCore {
  const resample: PageCore["resample"] = (file, plan, signal, onProgress) => resampled(core, file, plan, { signal, onProgress });
  return Object.assign(core, { resample });
}
