// Starts the page: the store, the work in the worker, the elements.
import { Core } from "./core/core";
import { loadExamples, loadProgram } from "./core/load";
import { isFramed } from "./dom";
import { offlineReady, takeNewVersion } from "./offline";
import { startPage } from "./start";
import { say } from "./words";
import { pageCore } from "./work/page-core";

if (isFramed()) refuse();
else start();

function refuse(): void {
  const words = document.createElement("p");
  words.className = "wrap";
  words.textContent = say("page-framed");
  document.body.append(words);
}

function start(): void {
  const [program, examples] = [loadProgram(), loadExamples()];
  const core = new Core(program);
  // An edit waits for no analysis.
  const editor = core.another();
  const offline = () =>
    offlineReady(() => store.dispatch({ type: "new-version" }))
      .then((offline) => store.dispatch({ type: "offline", offline }));
  const store = startPage(pageCore(core), editor, examples, [
    { part: "core", begin: () => program },
    { part: "examples", begin: () => examples },
    { part: "offline", begin: offline },
  ]);
  store.listen(({ type }) => {
    if (type === "update") void takeNewVersion();
    // A worker has the policy under which it was made; one that has opened a link or drawn up a plan is older than the lock.
    if (type === "locked") for (const each of [core, editor]) void each.renew();
  });
}
