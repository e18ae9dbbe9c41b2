// One worker that runs the core.
import { wrap, type Remote } from "comlink";
import { workerFrom } from "../trusted-types";
import type { WorkerApi } from "./api";

export class Connection {
  readonly api: Remote<WorkerApi>;
  readonly #worker: Worker;

  /** `onBroken`: the worker cannot run at all, and nobody will answer. */
  constructor(url: string, module: WebAssembly.Module, onBroken: (connection: Connection, message: string) => void) {
    this.#worker = workerFrom(url);
    this.#worker.addEventListener("error", ({ message }) => onBroken(this, message));
    this.api = wrap<WorkerApi>(this.#worker);
    this.api.start(module).catch((error: unknown) => onBroken(this, String(error)));
  }

  /** What has not been answered never will be. */
  end(): void {
    this.#worker.terminate();
  }
}
