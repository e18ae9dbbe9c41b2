// Calls to a worker that can be aborted, and a worker that comes back with all that it held.
import { CRASH } from "./api";
import { Connection } from "./connection";
import { replay, type Held } from "./held";

/** The worker's code and the compiled module. */
export type Program = { code: Blob; module: WebAssembly.Module };

/** The Session refused a call and said why; or it crashed, and is back with what it held. */
export class CoreError extends Error {
  constructor(
    readonly kind: "refused" | "crashed",
    message: string,
  ) {
    super(message);
  }
}

type Options<T> = {
  signal?: AbortSignal | undefined;
  /** What the Session holds after the call, by its answer and by what it held before. */
  holds?: (answer: T, before: Held) => Held;
};

/** A call without an answer. */
type Pending = { send: (to: Connection) => void; fail: (error: CoreError) => void };

export class Caller {
  readonly #program: Promise<Program>;
  #url: string | undefined;
  #connection: Connection | undefined;
  #held: Held = {};
  /** What the present worker is still to be given of what it shall hold. */
  #replays = 0;
  /** In the order of the calls. */
  readonly #pending = new Set<Pending>();

  /** The worker starts with the first call, from a blob: it inherits the policy that the page then has. */
  constructor(program: Promise<Program>) {
    this.#program = program;
  }

  get held(): Held {
    return this.#held;
  }

  /**
   * Rejects with a CoreError, or with the signal's reason. Aborting ends the worker and starts another, which is given
   * all that this one held: worth it for what takes long. For what takes milliseconds let it finish and drop the answer.
   */
  async call<T>(task: (api: Connection["api"]) => Promise<T>, { signal, holds }: Options<T> = {}): Promise<T> {
    const program = await this.#program;
    signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
      const abort = () => {
        finish();
        this.#restart(program);
        reject(signal?.reason);
      };
      const finish = () => {
        signal?.removeEventListener("abort", abort);
        this.#pending.delete(pending);
      };
      const done = (answer: T) => {
        finish();
        this.#held = holds?.(answer, this.#held) ?? this.#held;
        resolve(answer);
      };
      const fail = (error: CoreError) => {
        finish();
        reject(error);
      };
      const pending: Pending = { send: (to) => this.#listen(task(to.api), to, program, done, fail), fail };
      signal?.addEventListener("abort", abort, { once: true });
      // A worker that starts now is sent all that is pending, this call too.
      this.#pending.add(pending);
      if (this.#connection === undefined) this.#start(program);
      else pending.send(this.#connection);
    });
  }

  /** A worker in the place of the one that runs: for when the page's policy is another. */
  async renew(): Promise<void> {
    if (this.#connection !== undefined) this.#restart(await this.#program);
  }

  /** Ends the worker and what it was doing; calls without an answer stay without one. */
  end(): void {
    this.#connection?.end();
    this.#connection = undefined;
    this.#pending.clear();
    if (this.#url !== undefined) URL.revokeObjectURL(this.#url);
    this.#url = undefined;
  }

  #start(program: Program): void {
    this.#url ??= URL.createObjectURL(program.code);
    const connection = new Connection(this.#url, program.module, (broken, message) => this.#broke(broken, message));
    this.#connection = connection;
    const replays = replay(this.#held, connection);
    this.#replays = replays.length;
    for (const again of replays) {
      // What crashes now would crash for ever.
      const fail = ({ kind }: CoreError) => void (kind === "crashed" ? (this.#held = {}) : this.#replays--);
      this.#listen(again, connection, program, () => void this.#replays--, fail);
    }
    for (const { send } of this.#pending) send(connection);
  }

  #restart(program: Program): void {
    this.#connection?.end();
    this.#start(program);
  }

  /** A worker that was ended may still have an answer on its way: it is dropped. */
  #listen<T>(answer: Promise<T>, from: Connection, program: Program, done: (answer: T) => void, fail: (error: CoreError) => void): void {
    const isCurrent = () => this.#connection === from;
    answer.then((value) => isCurrent() && done(value), (error: unknown) => {
      if (!isCurrent()) return;
      const refusal = asCoreError(error);
      fail(refusal);
      if (refusal.kind === "crashed") this.#restart(program);
    });
  }

  /** The next call tries another worker. */
  #broke(connection: Connection, message: string): void {
    if (this.#connection !== connection) return;
    connection.end();
    this.#connection = undefined;
    if (this.#replays > 0) this.#held = {};
    const broken = [...this.#pending];
    for (const { fail } of broken) fail(new CoreError("crashed", message));
  }
}

function asCoreError(error: unknown): CoreError {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return new CoreError(name === CRASH ? "crashed" : "refused", message);
}
