// Runs in the worker: calls the Session's methods, one after the other.
import { Session, initSync } from "#core";
import { assertNever } from "../assert-never";
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
      reply({ id: call.id, is: "crashed", message: placeOf(error) });
    } else {
      reply({ id: call.id, is: "refused", message: error instanceof Error ? error.message : String(error) });
    }
  }
}

async function invoke(session: Session, call: Call) {
  switch (call.method) {
    case "read": {
      const [file, options] = call.args;
      // A file beyond the limit is refused by its size, before it takes any memory.
      const refused = session.refuseSize(file.size);
      if (refused !== undefined) return refused;
      const bytes = new Uint8Array(await file.arrayBuffer());
      return session.read(bytes, options);
    }
    case "readSeveral": {
      const [names, files, options] = call.args;
      const refused = session.refuseSize(files.reduce((sum, { size }) => sum + size, 0));
      if (refused !== undefined) return refused;
      const bytes = await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())));
      return session.readSeveral(names, bytes, options);
    }
    case "keys":
      return session.keys();
    case "withScale":
      return session.withScale(...call.args);
    case "withoutScale":
      return session.withoutScale(...call.args);
    case "keyFile":
      return session.keyFile(...call.args);
    case "openKey":
      return session.openKey(...call.args);
    case "analyse":
      return session.analyse(...call.args, (share) => reply({ id: call.id, is: "progress", share }));
    case "resampling":
      return session.resampling(...call.args);
    case "work":
      return session.work(...call.args);
    case "analyseWith":
      return session.analyseWith(...call.args);
    case "link":
      return session.link(...call.args);
    case "openLink":
      return session.openLink(...call.args);
    case "closeLink":
      return session.closeLink();
    case "example":
      return session.example(...call.args);
    case "draft":
      return session.draft(...call.args);
    case "export":
      return session.export(...call.args);
    default:
      return assertNever(call);
  }
}

/** A trap or an exhausted stack: the memory of the instance can no longer be trusted. */
function isCrash(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError
    || (error instanceof Error && error.name === "InternalError");
}

function reply(message: Reply<Method>): void {
  postMessage(message);
}

/** What happened, and in which of the core's functions. The core keeps no words for it, so nothing of the file is told. */
function placeOf(error: unknown): string {
  const stack = (error instanceof Error && error.stack) || "";
  const places = Array.from(stack.matchAll(/wasm-function\[\d+\]:0x[\da-f]+/g), ([place]) => place);
  return [String(error), ...places.slice(0, 3)].join(", ");
}
