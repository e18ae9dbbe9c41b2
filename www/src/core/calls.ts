// Typed calls to the worker that can be aborted, and a worker that comes back with its file.
import { workerFrom } from "../trusted-types";
import type { Args, Method, Reply, Result } from "./protocol";

export type Core = {
  /**
   * Calls a method of the Session. Rejects with a CoreError, or with the signal's reason.
   *
   * Aborting ends the worker and starts another, which reads the file again: worth it for what takes long. For what
   * takes milliseconds let it finish and drop the answer.
   */
  call<M extends Method>(method: M, args: Args<M>, options?: CallOptions): Promise<Result<M>>;
  /** A worker in the place of the one that runs, with all that this one holds: for when the page's policy is another. */
  renew(): void;
  /** Ends the worker and what it was doing; calls without an answer stay without one. */
  end(): void;
};

/** `onProgress` hears the share done, from 0 to 1, if the method tells it. */
export type CallOptions = { signal?: AbortSignal; onProgress?: (share: number) => void };

/** The Session refused a call and said why; or it crashed, and is back with the file it had. */
export class CoreError extends Error {
  constructor(
    readonly kind: "refused" | "crashed",
    message: string,
  ) {
    super(message);
  }
}

type Send = (worker: Worker) => void;
type Waiting = { send: Send; settle: (reply: MessageEvent["data"]) => void; onProgress: CallOptions["onProgress"] };

type Held = "link" | "file" | "analysis";

/** What calls leave in the Session; a fresh worker gets the last call for each again, in their order. */
const HOLDS: { [M in Method]?: Held } = { openLink: "link", read: "file", readSeveral: "file", analyse: "analysis", analyseWith: "analysis" };

/** What calls end: a link is there before its file, and stays when another file is read. */
const ENDS: { [M in Method]?: readonly Held[] } = {
  openLink: ["link", "file", "analysis"],
  closeLink: ["link"],
  read: ["file", "analysis"],
  readSeveral: ["file", "analysis"],
};

/** A core from the worker's code and the compiled module. The worker starts with the first call. */
export function coreOf(code: Blob, module: WebAssembly.Module): Core {
  let url: string | undefined;
  let worker: Worker | undefined;
  let lastId = 0;
  /** Calls without an answer, in their order. */
  const waiting = new Map<number, Waiting>();
  /** Calls that made what the Session holds, in their order. */
  const held = new Map<Held, Send>();

  function start(): Worker {
    url ??= URL.createObjectURL(code);
    const fresh = workerFrom(url);
    // A worker that was ended may still have a message on its way.
    const isCurrent = () => worker === fresh;
    fresh.addEventListener("message", ({ data }: MessageEvent<Reply<Method>>) => isCurrent() && receive(data));
    fresh.addEventListener("error", (event) => isCurrent() && fail(event.message));
    fresh.postMessage({ module });
    for (const send of held.values()) send(fresh);
    for (const { send } of waiting.values()) send(fresh);
    return fresh;
  }

  function end(): void {
    worker?.terminate();
    worker = undefined;
    waiting.clear();
    if (url !== undefined) URL.revokeObjectURL(url);
    url = undefined;
  }

  function restart(): void {
    worker?.terminate();
    worker = start();
  }

  function renew(): void {
    if (worker !== undefined) restart();
  }

  function receive(reply: Reply<Method>): void {
    const call = waiting.get(reply.id);
    if (reply.is === "progress") {
      call?.onProgress?.(reply.share);
      return;
    }
    waiting.delete(reply.id);
    call?.settle(reply);
    if (reply.is !== "crashed") return;
    // Not waited for: a call sent again. What crashes now would crash for ever.
    if (call === undefined) held.clear();
    restart();
  }

  /** The worker itself is broken: nobody will answer. The next call tries another. */
  function fail(message: string): void {
    worker?.terminate();
    worker = undefined;
    const calls = [...waiting];
    waiting.clear();
    for (const [id, { settle }] of calls) settle({ id, is: "crashed", message });
  }

  function call<M extends Method>(method: M, args: Args<M>, { signal, onProgress }: CallOptions = {}): Promise<Result<M>> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const id = ++lastId;
      const send: Send = (to) => to.postMessage({ id, method, args });
      const abort = () => {
        waiting.delete(id);
        restart();
        reject(signal?.reason);
      };
      const settle = (reply: Reply<M>) => {
        signal?.removeEventListener("abort", abort);
        if (reply.is === "done") {
          for (const ended of ENDS[method] ?? []) held.delete(ended);
          const what = HOLDS[method];
          if (what !== undefined) held.set(what, send);
          resolve(reply.value);
        } else if (reply.is !== "progress") {
          reject(new CoreError(reply.is, reply.message));
        }
      };
      signal?.addEventListener("abort", abort, { once: true });
      // A worker that starts now is sent all that waits, this call too.
      waiting.set(id, { send, settle, onProgress });
      if (worker === undefined) worker = start();
      else send(worker);
    });
  }

  return { call, renew, end };
}
