// Firefox, driven by WebDriver BiDi, which it speaks by itself.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Starts the program and opens a page: `go`, `run` and `before` are what `engines.test.mjs` needs of it. */
export async function firefox(program) {
  const profile = mkdtempSync(join(tmpdir(), "prepost-firefox-"));
  const process = spawn(program, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  const socket = new WebSocket(`${await listening(process)}/session`);
  await once(socket, "open");
  const call = caller(socket);
  const { capabilities } = await call("session.new", { capabilities: {} });
  const { contexts: [{ context }] } = await call("browsingContext.getTree", {});
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
    async close() {
      const ended = once(process, "exit");
      process.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true });
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

/** Commands by number, each with its answer. */
function caller(socket) {
  let last = 0;
  const waiting = new Map();
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
  });
}
