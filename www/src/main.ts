// Starts the page: the store, the work in the worker, the elements.
import { loadCore } from "./core/client";
import { startPage } from "./start";
import type { Core } from "./work";

const core = loadCore();

const inWorker: Core = {
  read: async (file, options, signal) => (await core).call("read", [file, options], { signal }),
  analyse: async (plan, signal, onProgress) => (await core).call("analyse", [plan], { signal, onProgress }),
  export: async (format) => (await core).call("export", [format]),
};

startPage(inWorker);
