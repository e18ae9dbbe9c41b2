// Runs in the worker: calls the Session's methods, one after the other.
import { Session, initSync, lastPanic, type ReadOptions } from "#core";
import type { Call, Method, Reply, ToWorker } from "./protocol";

let session: Session | undefined;
let queue = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("module" in data) {
    initSync({ module: data.module });
    session = new Session();
  } else {
    // Reading a Blob takes turns of the event loop; a later call must not overtake it.
    queue = queue.then(() => answer(data));
  }
});

async function answer(call: Call): Promise<void> {
  if (session === undefined) return;
  try {
    reply({ id: call.id, is: "done", value: await invoke(session, call) });
  } catch (error) {
    if (isCrash(error)) {
      session = undefined;
      reply({ id: call.id, is: "crashed", message: lastPanic() ?? String(error) });
    } else {
      reply({ id: call.id, is: "refused", message: error instanceof Error ? error.message : String(error) });
    }
  }
}

async function invoke(session: Session, call: Call) {
  if (call.method === "read") {
    const [file, options] = call.args;
    // A file beyond the limit is refused by its size, before it takes any memory.
    return session.refuseSize(file.size) ?? read(session, new Uint8Array(await file.arrayBuffer()), options);
  }
  return Reflect.apply(session[call.method], session, call.args);
}

/** UTF-8 goes straight to the core; the browser decodes the rest, by the same standard as the native program. */
function read(session: Session, bytes: Uint8Array, options: ReadOptions) {
  const encoding = options.encoding ?? Session.detect(bytes);
  return encoding === "utf-8"
    ? session.read(bytes, options)
    : session.readText(new TextDecoder(encoding).decode(bytes), options);
}

/** A trap or an exhausted stack: the memory of the instance can no longer be trusted. */
function isCrash(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError
    || (error instanceof Error && error.name === "InternalError");
}

function reply(message: Reply<Method>): void {
  postMessage(message);
}
