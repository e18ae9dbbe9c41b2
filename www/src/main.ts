// Starts the page: the store, the work in the worker, the elements.
import { loadCores, type Cores } from "./core/client";
import { read } from "./core/read";
import { resampled } from "./core/resample";
import { wholeOpened, wholePlan } from "./core-types";
import { isFramed } from "./dom";
import { offlineReady, takeNewVersion } from "./offline";
import { startPage } from "./start";
import { say } from "./words";
import type { Core } from "./work";

if (isFramed()) refuse();
else start();

function refuse(): void {
  const words = document.createElement("p");
  words.className = "wrap";
  words.textContent = say("page-framed");
  document.body.append(words);
}

function start(): void {
  const cores = loadCores();
  let here: Cores | undefined;
  void cores.then((loaded) => (here = loaded), () => undefined);
  const core = cores.then((loaded) => loaded.core);

  const inWorker: Core = {
    read: async (files, options, signal) => wholeOpened(await read(await core, files, options, { signal })),
    analyse: async (plan, signal, onProgress) => (await core).call("analyse", [plan], { signal, onProgress }),
    resample: async (files, options, plan, signal, onProgress) => resampled(await cores, { files, options, plan }, { signal, onProgress }),
    async openLink(text) {
      const link = await (await core).call("openLink", [text]);
      return { ...link, opened: link.opened && wholeOpened(link.opened) };
    },
    closeLink: async () => (await core).call("closeLink", []),
    link: async (plan, options) => (await core).call("link", [plan, options]),
    example: async (name) => (await core).call("example", [name]),
    draft: async (draft) => wholeOpened(await (await core).call("draft", [draft])),
    keys: async () => (await core).call("keys", []),
    withScale: async (plan, scale) => wholePlan(await (await core).call("withScale", [plan, scale])),
    withoutScale: async (plan, name) => wholePlan(await (await core).call("withoutScale", [plan, name])),
    keyFile: async (scale) => (await core).call("keyFile", [scale]),
    openKey: async (text) => (await core).call("openKey", [text]),
    export: async (format) => (await core).call("export", [format]),
  };

  const offline = () =>
    offlineReady(cores, () => store.dispatch({ type: "new-version" }))
      .then((offline) => store.dispatch({ type: "offline", offline }));
  const store = startPage(inWorker, [{ part: "core", begin: () => cores }, { part: "offline", begin: offline }]);
  store.listen(({ type }) => {
    if (type === "update") void takeNewVersion();
    // A worker has the policy under which it was made; one that has opened a link or drawn up a plan is older than the lock.
    if (type === "locked") here?.core.renew();
  });
}
