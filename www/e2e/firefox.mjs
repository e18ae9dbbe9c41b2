// Firefox, driven by WebDriver BiDi, which it speaks by itself. Selenium would need geckodriver besides, which Debian does
// not package; Playwright's BiDi sends commands that the long-term Firefox does not know.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A Firefox that has not opened an empty page after this was not started well; it is started once more. */
const START_MS = 40_000;

/** Starts the program and opens a page: `go`, `run` and `before` are what `engines.test.mjs` needs of it. */
export async function firefox(program) {
  return (await started(program)) ?? (await started(program)) ?? Promise.reject(new Error("Firefox does not start"));
}

async function started(program) {
  const profile = mkdtempSync(join(tmpdir(), "prepost-firefox-"));
  const process = spawn(program, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  const close = async () => {
    const ended = process.exitCode === null ? once(process, "exit") : undefined;
    process.kill("SIGKILL");
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const late = new Promise((done) => setTimeout(done, START_MS).unref());
  const engine = await Promise.race([opened(process).catch(() => undefined), late]);
  if (engine !== undefined) return { ...engine, close };
  await close();
}

async function opened(process) {
  const socket = new WebSocket(`${await listening(process)}/session`);
  await once(socket, "open");
  const call = caller(socket);
  const { capabilities } = await call("session.new", { capabilities: {} });
  const { contexts: [{ context }] } = await call("browsingContext.getTree", {});
  await call("browsingContext.navigate", { context, url: "about:blank", wait: "complete" });
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    go: (url) => call("browsingContext.navigate", { context, url, wait: "complete" }),
    before: (task) => call("script.addPreloadScript", { functionDeclaration: String(task) }),
    async run(task, given) {
      const functionDeclaration = `async () => JSON.stringify(await (${task})(...${JSON.stringify([given])}))`;
      const { result, exceptionDetails } = await call("script.callFunction", { functionDeclaration, awaitPromise: true, target: { context } });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result.value === undefined ? undefined : JSON.parse(result.value);
    },
  };
}

async function listening(process) {
  for await (const line of createInterface({ input: process.stderr })) {
    const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
    if (address === undefined) continue;
    process.stderr.resume();
    return address;
  }
  throw new Error("Firefox ended before it listened");
}

/** Longer than this no command takes: who waits longer waits for ever. */
const PATIENCE_MS = 90_000;

/** Commands by number, each with its answer. Rejects where Firefox does not answer, or has gone. */
function caller(socket) {
  let last = 0;
  const waiting = new Map();
  socket.addEventListener("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("Firefox has gone"));
  });
  socket.addEventListener("message", ({ data }) => {
    const { id, type, result, error, message } = JSON.parse(data);
    const call = waiting.get(id);
    if (call === undefined) return;
    waiting.delete(id);
    if (type === "success") call.resolve(result);
    else call.reject(new Error(`${error}: ${message}`));
  });
  return (method, params) => new Promise((resolve, reject) => {
    waiting.set(++last, { resolve, reject });
    socket.send(JSON.stringify({ id: last, method, params }));
    setTimeout(() => reject(new Error(`Firefox does not answer ${method}: ${JSON.stringify(params).slice(0, 300)}`)), PATIENCE_MS).unref();
  });
}
