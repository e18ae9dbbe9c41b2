// The report of a Plan, and its files.
import type { Format, Plan } from "../core-types";
import { download } from "../dom";
import type { Store } from "../state/store";
import { say } from "../words";
import type { Background } from "./background";
import { broken } from "./broken";
import type { Job } from "./foreground";
import type { PageCore } from "./page-core";

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
      job.heard();
      // Nobody sees it before it is slow.
      if (!job.isOver && job.slow) this.#store.dispatch({ type: "progress", share });
    };
    const report = await job.step(this.#core.analyse(plan, job.signal, onProgress));
    this.#store.dispatch({ type: "analysed", report });
    if (this.#store.state().run.at === "ready") void this.#background.run();
  }

  async save(format: Format): Promise<void> {
    const name = (this.#store.state().trial?.source?.files[0]?.name ?? say("page-from-link-file")).replace(/\.[^.]*$/, "");
    try {
      const [ending, type, content] = await this.#core.export(format);
      download(`${name}-${ending}`, new Blob([content], { type }));
      this.#store.dispatch({ type: "say", text: say("page-saved") });
    } catch (error) {
      this.#store.dispatch({ type: "failed", what: "analysing", notices: [broken(error)] });
    }
  }
}
