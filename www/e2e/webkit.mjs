// WebKitGTK, driven by its WebDriver. It has no window of its own: Xvfb is its screen.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";

const TRIES = 100;

/** Starts the screen, the driver and its browser: `go` and `run` are what `engines.test.mjs` needs of it. */
export async function webkit({ driver, browser, screen }) {
  const display = spawn(screen, ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(createInterface({ input: display.stdio[3] }), "line");
  const port = 20_000 + (process.pid % 20_000);
  const env = { ...process.env, DISPLAY: `:${number}`, WEBKIT_DISABLE_COMPOSITING_MODE: "1" };
  // Containers do not allow it the namespaces of its sandbox.
  if (process.getuid?.() === 0) env.WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS = "1";
  const server = spawn(driver, [`--port=${port}`], { env, stdio: "ignore" });
  const call = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  await ready(() => call("GET", "/status"));
  const options = { binary: browser, args: ["--automation"] };
  const session = call("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } });
  const { sessionId, capabilities } = await session.catch(async (error) => {
    await end([server, display]);
    throw error;
  });
  const page = `/session/${sessionId}`;
  await call("POST", `${page}/timeouts`, { script: 60_000 });
  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    go: (url) => call("POST", `${page}/url`, { url }),
    async run(task, given) {
      const script = `const done = arguments[1]; (async () => (${task})(arguments[0]))().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await call("POST", `${page}/execute/async`, { script, args: [given ?? null] });
      if (error) throw new Error(error);
      return value;
    },
    async close() {
      await call("DELETE", page);
      await end([server, display]);
    },
  };
}

async function end(children) {
  for (const child of children) {
    const ended = once(child, "exit");
    child.kill();
    await ended;
  }
}

async function ready(answers) {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await answers();
    } catch (error) {
      if (left === 0) throw error;
      await wait(100);
    }
  }
}
