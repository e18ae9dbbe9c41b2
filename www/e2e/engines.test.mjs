// The lock in the other engines: the page loads, locks itself and analyses in each, and every way out is refused.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { firefox } from "./firefox.mjs";
import { listenForDatagrams, serve } from "./server.mjs";
import { EXAMPLE } from "./visit.mjs";
import { fromWorker, withFaultyTypes, withPrelude } from "./ways-out.mjs";
import { webkit } from "./webkit.mjs";
import { arrived, tryAll } from "./witness.mjs";

/** Written by xtask: the programs of this machine, or why there are none. */
const found = JSON.parse(readFileSync(join(import.meta.dirname, "../../target/engines.json"), "utf8"));
const PAGE = ["fetch", "xhr", "beacon", "image", "script", "font", "form", "websocket", "eventsource", "import", "worker"];
const WORKER = ["fetch", "xhr", "importscripts", "import", "websocket", "eventsource"];
const ENGINES = { firefox: (programs) => firefox(programs.browser), webkit };

for (const [name, start] of Object.entries(ENGINES)) {
  const { missing, ...programs } = found[name];
  test(`${name}: the page locks itself and analyses, and every way out is refused`, { skip: missing ?? false, timeout: 300_000 }, async (t) => {
    const [server, udp, silent] = [await serve(), await listenForDatagrams(), await listenForDatagrams()];
    const engine = await start(programs);
    t.diagnostic(engine.name);
    try {
      await engine.before?.(withFaultyTypes);
      await engine.go(`${server.url}no-policy-here`);
      await tryAll(engine, { server, udp, name: "open", own: false });
      const leads = arrived(server, "open");
      const expected = [...PAGE.map((way) => `page-${way}`), ...WORKER.map((way) => `worker-${way}`)];
      assert.deepEqual(expected.filter((way) => !leads.includes(way)), [], "these do not lead out of a page without a policy");

      await engine.go(server.url);
      await engine.run(withPrelude, `(${fromWorker})();`);
      await engine.run(give, EXAMPLE);
      const { lock, answers, refusal } = await engine.run(seen);
      assert.match(lock, /^Locked since \d\d:\d\d, before anything of trial.csv was read/);
      assert.ok(answers >= 6, `${answers} answers`);
      assert.match(refusal, /your browser refused it by the rule connect-src/);

      const asked = server.requests.length;
      const { page, worker } = await tryAll(engine, { server, udp: silent, name: "locked", own: true });
      assert.deepEqual(server.requests.slice(asked), [], "the server's log");
      assert.deepEqual(silent.heard, [], "datagrams");
      assert.match(`${page.fetch} ${worker.fetch}`, /^TypeError: .+ TypeError: /, "they were refused, not forgotten");
      assert.deepEqual(server.requests.filter(({ search }) => search !== ""), [], "what the page tried itself");
    } finally {
      await engine.close();
      udp.close();
      silent.close();
      await server.close();
    }
  });
}

/** Drops a file on the page and waits for the report. */
async function give(text) {
  const until = async (holds) => {
    const begun = Date.now();
    while (!holds()) {
      if (Date.now() - begun > 60_000) throw new Error(`It does not come: ${holds}, in ${document.body.innerText.slice(0, 2_000)}`);
      await new Promise((later) => setTimeout(later, 50));
    }
  };
  await until(() => document.querySelector("[data-testid=drop-zone]"));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], "trial.csv", { type: "text/csv" }));
  document.querySelector("[data-testid=drop-zone]").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  await until(() => document.querySelector("[data-testid=report][data-state=ready]:not([data-resampling=running])"));
}

/** What the visitor sees then, and after having tried the lock. */
async function seen() {
  const status = document.querySelector("[data-testid=lock-status]");
  const lock = status.innerText.trim();
  status.querySelector("button").click();
  while (status.querySelector(".tried") === null) await new Promise((later) => setTimeout(later, 50));
  return { lock, answers: document.querySelectorAll("[data-testid=answers] .answer").length, refusal: status.querySelector(".tried").innerText };
}
