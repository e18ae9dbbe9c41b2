// Tries every way out of a page and of a worker, and asks the server what arrived.
import { setTimeout as wait } from "node:timers/promises";
import { askWorker, fromPage, fromWorker } from "./ways-out.mjs";

/** What arrives after the browser has said how it ended comes within this. */
const LATE_MS = 1_000;

/**
 * `engine`: `run(task, given)` in its page. `name` marks the addresses that are tried, of the page's own origin and of
 * another. `own`: whether the page has a worker that begins with `fromWorker`; else one is made.
 */
export async function tryAll(engine, { server, udp, name, own }) {
  const said = { page: {}, worker: {} };
  if (!own) await engine.run(startWorker, String(fromWorker));
  for (const host of ["127.0.0.1", "localhost"]) {
    const where = { base: `${server.url.replace("127.0.0.1", host)}${name}/`, udp: udp.url };
    const [page, worker] = await Promise.all([engine.run(fromPage, where), engine.run(askWorker, where)]);
    Object.assign(said.page, page);
    Object.assign(said.worker, worker);
  }
  await wait(LATE_MS);
  return said;
}

/** The ways by which something arrived. */
export function arrived(server, name) {
  return [...new Set(server.requests.map(({ path }) => path.split(`/${name}/`)[1]).filter(Boolean))].sort();
}

async function startWorker(code) {
  const url = URL.createObjectURL(new Blob([`(${code})(); postMessage("here");`], { type: "text/javascript" }));
  window.begin = () => {
    window.kept?.terminate();
    window.kept = new Worker(url);
    return new Promise((here) => window.kept.addEventListener("message", here, { once: true }));
  };
  await window.begin();
}
