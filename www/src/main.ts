// Starts the page: the store, the work in the worker, the elements.
import { loadCore } from "./core/client";
import { wholePlan } from "./core-types";
import { startPage } from "./start";
import type { Core } from "./work";

const core = loadCore();

const inWorker: Core = {
  async read(file, options, signal) {
    const opened = await (await core).call("read", [file, options], { signal });
    return { ...opened, plan: wholePlan(opened.plan) };
  },
  analyse: async (plan, signal, onProgress) => (await core).call("analyse", [plan], { signal, onProgress }),
  export: async (format) => (await core).call("export", [format]),
};

startPage(inWorker);
