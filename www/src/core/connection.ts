// One worker that runs the core.
import { wrap, type Remote } from "comlink";
import { workerFrom } from "../trusted-types";
import { say } from "../words";
import type { WorkerApi } from "./api";

export class Connection {
  readonly api: Remote<WorkerApi>;
  readonly #worker: Worker;
  readonly #ended = new AbortController();

  /** `onBroken`: the worker cannot run at all or runs no more, and nobody will answer. */
  constructor(url: string, module: WebAssembly.Module, onBroken: (connection: Connection, message: string) => void) {
    this.#worker = workerFrom(url);
    this.#worker.addEventListener("error", ({ message }) => onBroken(this, message));
    this.api = wrap<WorkerApi>(this.#worker);
    // The worker holds this lock for as long as it lives: a browser that ends it, as for want of memory, says nothing else.
    const life = `worker ${Math.random()}`;
    this.api.start(module, life).then((holds) => holds && this.#outlive(life)).then(
      (outlived) => outlived && onBroken(this, say("page-ended")),
      (error: unknown) => onBroken(this, String(error)),
    );
  }

  /** Waits for the worker's end. Whether it came without us. */
  #outlive(life: string): Promise<boolean> {
    return navigator.locks.request(life, { signal: this.#ended.signal }, () => true).catch(() => false);
  }

  /** What has not been answered never will be. */
  end(): void {
    this.#ended.abort();
    this.#worker.terminate();
  }
}
