// WebKitGTK, driven by Selenium. It has no window of its own: Xvfb is its screen.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Builder } from "selenium-webdriver";
import { DriverService } from "selenium-webdriver/remote/index.js";

/** Starts the screen, the driver and its browser: `go` and `run` are what `engines.test.mjs` needs of it. */
export async function webkit({ driver, browser, screen }) {
  const display = spawn(screen, ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(createInterface({ input: display.stdio[3] }), "line");
  const service = serviceOf(driver, number);
  const end = async () => {
    await service.kill();
    const ended = once(display, "exit");
    display.kill();
    await ended;
  };
  try {
    const session = await new Builder()
      .usingServer(await service.start())
      .withCapabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } })
      .build();
    await session.manage().setTimeouts({ script: 60_000 });
    return {
      name: `WebKitGTK ${(await session.getCapabilities()).getBrowserVersion()}`,
      go: (url) => session.get(url),
      run: (task, given) => run(session, task, given),
      close: () => session.quit().finally(end),
    };
  } catch (error) {
    await end();
    throw error;
  }
}

function serviceOf(driver, display) {
  const environment = { ...process.env, DISPLAY: `:${display}`, WEBKIT_DISABLE_COMPOSITING_MODE: "1" };
  // Containers do not allow it the namespaces of its sandbox.
  if (process.getuid?.() === 0) environment.WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS = "1";
  const port = 20_000 + (process.pid % 20_000);
  return new DriverService(driver, { args: [`--port=${port}`], port, env: environment, loopback: true });
}

/** Runs a function that stands alone in the page; what it returns, or its promise's value. */
async function run(session, task, given) {
  const script = `const done = arguments[1]; (async () => (${task})(arguments[0]))().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
  const { value, error } = await session.executeAsyncScript(script, given ?? null);
  if (error) throw new Error(error);
  return value;
}
