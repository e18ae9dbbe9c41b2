// The core as the page calls it: the Session's methods, and what each leaves in the Session.
import { proxy } from "comlink";
import type {
  TrialDraft, Edit, Edited, Exported, Format, KeyOpened, KeyDescription, LinkMade, LinkOpened, LinkOptions, Opened, Plan, Report, ScalePlan,
} from "../core-types";
import { Caller, type Program } from "./caller";
import type { Held, Readable } from "./held";

export class Core {
  readonly #program: Promise<Program>;
  readonly #caller: Caller;

  constructor(program: Promise<Program>) {
    this.#program = program;
    this.#caller = new Caller(program);
  }

  /** What the Session holds. */
  get held(): Held {
    return this.#caller.held;
  }

  /** One of the same program that holds nothing, for work that can be spread. */
  another(): Core {
    return new Core(this.#program);
  }

  /** A fresh worker with all that this one holds, under the policy that the page has now. */
  renew(): Promise<void> {
    return this.#caller.renew();
  }

  end(): void {
    this.#caller.end();
  }

  /** A link that was opened before stays; the file that was read before goes. */
  read(file: Readable, signal?: AbortSignal): Promise<Opened> {
    const holds = (_: unknown, { link }: Held) => ({ ...(link !== undefined && { link }), file });
    return this.#caller.call((api) => api.read(file.files, file.options), { signal, holds });
  }

  /** `onProgress` hears the share done, from 0 to 1. */
  analyse(plan: Plan, signal: AbortSignal, onProgress: (share: number) => void): Promise<Report> {
    const holds = (_: unknown, before: Held) => ({ ...before, analysis: { plan } });
    return this.#caller.call((api) => api.analyse(plan, proxy(onProgress)), { signal, holds });
  }

  /** As `analyse`, with the numbers that the pieces of the Plan's resampling make together. */
  analyseWith(plan: Plan, pieces: Float64Array[]): Promise<Report> {
    const holds = (_: unknown, before: Held) => ({ ...before, analysis: { plan, pieces } });
    return this.#caller.call((api) => api.analyseWith(plan, pieces), { holds });
  }

  /** The Plan's resampling, cut into jobs. */
  resampling(plan: Plan): Promise<Float64Array[]> {
    return this.#caller.call((api) => api.resampling(plan));
  }

  /** Does one of the jobs. */
  work(plan: Plan, job: Float64Array): Promise<Float64Array> {
    return this.#caller.call((api) => api.work(plan, job));
  }

  /** The file and the link that were open are forgotten. */
  openLink(text: string): Promise<LinkOpened> {
    const holds = ({ opened }: { opened: unknown }) => (opened === null ? {} : { link: text });
    return this.#caller.call((api) => api.openLink(text), { holds });
  }

  closeLink(): Promise<void> {
    return this.#caller.call((api) => api.closeLink(), { holds: (_, { link: _closed, ...others }) => others });
  }

  link(plan: Plan, options: LinkOptions): Promise<LinkMade> {
    return this.#caller.call((api) => api.link(plan, options));
  }

  draft(draft: TrialDraft): Promise<Opened> {
    return this.#caller.call((api) => api.draft(draft));
  }

  keys(): Promise<KeyDescription[]> {
    return this.#caller.call((api) => api.keys());
  }

  /** The Plan after a change that the visitor made to it. It needs nothing that the Session holds. */
  edit(plan: Plan, edit: Edit): Promise<Edited> {
    return this.#caller.call((api) => api.edit(plan, edit));
  }

  keyFile(scale: ScalePlan): Promise<string> {
    return this.#caller.call((api) => api.keyFile(scale));
  }

  openKey(text: string): Promise<KeyOpened> {
    return this.#caller.call((api) => api.openKey(text));
  }

  export(format: Format): Promise<Exported> {
    return this.#caller.call((api) => api.export(format));
  }
}
