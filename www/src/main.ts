// Starts the page: the store, the work in the worker, the elements.
import { loadCores } from "./core/client";
import { resampled } from "./core/resample";
import { wholeOpened } from "./core-types";
import { offlineReady, takeNewVersion } from "./offline";
import { startPage } from "./start";
import type { Core } from "./work";

const cores = loadCores();
const core = cores.then((loaded) => loaded.core);

const inWorker: Core = {
  async read(file, options, signal) {
    return wholeOpened(await (await core).call("read", [file, options], { signal }));
  },
  analyse: async (plan, signal, onProgress) => (await core).call("analyse", [plan], { signal, onProgress }),
  resample: async (file, options, plan, signal, onProgress) => resampled(await cores, { file, options, plan }, { signal, onProgress }),
  async openLink(text) {
    const link = await (await core).call("openLink", [text]);
    return { ...link, opened: link.opened && wholeOpened(link.opened) };
  },
  closeLink: async () => (await core).call("closeLink", []),
  link: async (plan, options) => (await core).call("link", [plan, options]),
  draft: async (draft) => wholeOpened(await (await core).call("draft", [draft])),
  export: async (format) => (await core).call("export", [format]),
};

const store = startPage(inWorker);
store.listen(({ type }) => type === "update" && void takeNewVersion());
void offlineReady(cores, () => store.dispatch({ type: "new-version" })).then((offline) => store.dispatch({ type: "offline", offline }));
