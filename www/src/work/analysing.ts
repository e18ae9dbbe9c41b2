// The report of a Plan, and its files.
import type { Format, Plan } from "../core-types";
import { download, pageStyles } from "../dom";
import { runnable } from "../state/plan-edit";
import type { Store } from "../state/store";
import { say } from "../words";
import type { Background } from "./background";
import { broken } from "./broken";
import type { Job } from "./foreground";
import type { PageCore } from "./page-core";

/** Where the page's styles stand in a report that is saved as a page: the core has none of its own. */
const STYLES_PLACE = "/* the page's styles */";
const FILES: Record<Format, { extension: string; type: string }> = {
  tidy: { extension: "numbers.csv", type: "text/csv" },
  r: { extension: "check.R", type: "text/plain" },
  spss: { extension: "check.sps", type: "text/plain" },
  markdown: { extension: "report.md", type: "text/markdown" },
  html: { extension: "report.html", type: "text/html" },
};

export class Analysing {
  readonly #store: Store;
  readonly #core: Pick<PageCore, "analyse" | "export">;
  readonly #background: Background;

  constructor(store: Store, core: Pick<PageCore, "analyse" | "export">, background: Background) {
    this.#store = store;
    this.#core = core;
    this.#background = background;
  }

  async report(plan: Plan, job: Job): Promise<void> {
    const onProgress = (share: number) => {
      // Nobody sees it before it is slow.
      if (!job.isOver && job.slow) this.#store.dispatch({ type: "progress", share });
    };
    const report = await job.step(this.#core.analyse(runnable(plan), job.signal, onProgress));
    this.#store.dispatch({ type: "analysed", report });
    if (this.#store.state().run.at === "ready") void this.#background.run();
  }

  async save(format: Format): Promise<void> {
    const name = (this.#store.state().trial?.source?.files[0]?.name ?? say("page-from-link-file")).replace(/\.[^.]*$/, "");
    const { extension, type } = FILES[format];
    try {
      const text = (await this.#core.export(format)).replace(STYLES_PLACE, () => pageStyles());
      download(`${name}-${extension}`, new Blob([text], { type }));
      this.#store.dispatch({ type: "say", text: say("page-saved") });
    } catch (error) {
      this.#store.dispatch({ type: "failed", what: "analysing", notices: [broken(error)] });
    }
  }
}
