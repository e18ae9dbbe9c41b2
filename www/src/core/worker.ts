// Runs in the worker: calls the Session's methods, one after the other.
import { expose, releaseProxy } from "comlink";
import { Session, initSync, type Opened, type ReadOptions } from "#core";
import { CRASH, type Forwarded, type GivenFile, type WorkerApi } from "./api";

let session: Session | undefined;
let last: Promise<unknown> = Promise.resolve();

const api: WorkerApi = {
  start(module, life) {
    initSync({ module });
    session = new Session();
    return hold(life);
  },
  read: (files, options) => inTurn((session) => read(session, files, options)),
  analyse: (plan, onProgress) => inTurn((session) => {
    try {
      return session.analyse(plan, onProgress);
    } finally {
      release(onProgress);
    }
  }),
  analyseWith: forwarded("analyseWith"),
  closeLink: forwarded("closeLink"),
  draft: forwarded("draft"),
  edit: forwarded("edit"),
  export: forwarded("export"),
  keyFile: forwarded("keyFile"),
  keys: forwarded("keys"),
  link: forwarded("link"),
  openKey: forwarded("openKey"),
  openLink: forwarded("openLink"),
  resampling: forwarded("resampling"),
  work: forwarded("work"),
};
expose(api);

/** Takes the lock until the worker ends. Not where the page is not served securely, or may store nothing. */
async function hold(life: string): Promise<boolean> {
  const { locks }: { locks?: LockManager } = navigator;
  if (locks === undefined) return false;
  return new Promise((held) => {
    locks.request(life, () => (held(true), new Promise(() => undefined))).catch(() => held(false));
  });
}

/** Reading a Blob takes turns of the event loop; a later call must not overtake it. */
function inTurn<T>(task: (session: Session) => T | Promise<T>): Promise<T> {
  const turn = last.then(() => attempt(task));
  last = turn.catch(() => undefined);
  return turn;
}

async function attempt<T>(task: (session: Session) => T | Promise<T>): Promise<T> {
  if (session === undefined) throw crash("The core has stopped");
  try {
    return await task(session);
  } catch (error) {
    if (!isCrash(error)) throw error;
    session = undefined;
    throw crash(placeOf(error));
  }
}

function forwarded<M extends Forwarded>(method: M): (...args: Parameters<Session[M]>) => Promise<ReturnType<Session[M]>> {
  return (...args) => inTurn((session) => Reflect.apply(session[method], session, args));
}

async function read(session: Session, files: readonly GivenFile[], options: ReadOptions): Promise<Opened> {
  // Files beyond the limit are refused by their size, before they take any memory.
  const refused = session.refuseSize(files.reduce((sum, { blob }) => sum + blob.size, 0));
  if (refused !== undefined) return refused;
  const all = await Promise.all(files.map(async ({ blob }) => new Uint8Array(await blob.arrayBuffer())));
  const [only, ...others] = all;
  if (only !== undefined && others.length === 0) {
    return session.read(only, options);
  }
  return session.readSeveral(files.map(({ name }) => name), all, options);
}

/** A trap or an exhausted stack: the memory of the instance can no longer be trusted. */
function isCrash(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError
    || (error instanceof Error && error.name === "InternalError");
}

function crash(message: string): Error {
  return Object.assign(new Error(message), { name: CRASH });
}

/** What happened, and in which of the core's functions. The core keeps no words for it, so nothing of the file is told. */
function placeOf(error: unknown): string {
  const stack = (error instanceof Error && error.stack) || "";
  const places = Array.from(stack.matchAll(/wasm-function\[\d+\]:0x[\da-f]+/g), ([place]) => place);
  return [String(error), ...places.slice(0, 3)].join(", ");
}

/** A callback of the page's arrives as Comlink's proxy, which keeps a port open until it is released. */
function release(callback: object): void {
  const end: unknown = Reflect.get(callback, releaseProxy);
  if (typeof end === "function") end();
}
