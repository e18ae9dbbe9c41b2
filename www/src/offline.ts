// The page without a network: its files are kept by the service worker, and a new version is offered, never forced.
import { serviceWorkerUrl } from "./trusted-types";

/** Whether all of this site is kept in this browser: `unavailable` where it cannot be. */
export type Offline = "ready" | "unavailable";

/** How long an answer about a new version is waited for; without a network there may be none. */
const CHECK_MS = 5_000;

/**
 * Keeps all files. It begins together with the page, which waits for it before it reads a file: what both want is
 * transferred once, as the browser lets a second request for a file wait for the first. Settles when the service worker
 * asks for nothing more; never rejects. `onNewVersion` is called when a whole new version waits for the visitor.
 */
export async function offlineReady(onNewVersion: () => void): Promise<Offline> {
  try {
    return await kept(onNewVersion);
  } catch {
    // No service workers here, a private window, a file, or a host that has not got all files.
    return "unavailable";
  }
}

/** Lets the waiting version take over and opens it. Whatever this page holds is lost: the visitor has asked for it. */
export async function takeNewVersion(): Promise<void> {
  const waiting = (await navigator.serviceWorker.getRegistration())?.waiting;
  // Another tab may have let it take over already.
  if (waiting == null) return location.reload();
  waiting.addEventListener("statechange", () => {
    if (waiting.state === "activated") location.reload();
  });
  waiting.postMessage("take over");
}

async function kept(onNewVersion: () => void): Promise<Offline> {
  const registration = await register();
  if (registration.active !== null && (await isOutdated(registration.active))) await inTime(registration.update());
  if (registration.installing !== null) await installed(registration.installing);
  if (registration.waiting !== null && registration.active !== null) onNewVersion();
  if (registration.waiting === null && registration.active === null) return "unavailable";
  await navigator.serviceWorker.ready;
  return "ready";
}

/**
 * Whether the host has another version than the worker that answers here, as that worker says. `update` asks the same, but in
 * Chromium it takes two seconds at the visit after the first, and the page waits for this before it reads a file.
 */
async function isOutdated(active: ServiceWorker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  const isNewest = new Promise<boolean>((answered) => (port1.onmessage = ({ data }) => answered(data === true)));
  active.postMessage("look", [port2]);
  return (await inTime(isNewest)) !== true;
}

function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  return Promise.race([answer, new Promise<undefined>((late) => setTimeout(late, CHECK_MS, undefined))]);
}

/**
 * Browsers look for a new version by themselves too, some seconds after a visit began. `all` lets them find the answer
 * that the worker has just got in their cache, where the host allows it some minutes: then nothing is asked for later.
 * The DOM's types do not know yet that `register` takes a TrustedScriptURL.
 */
function register(): Promise<ServiceWorkerRegistration> {
  const { serviceWorker } = navigator;
  return Reflect.apply(serviceWorker.register, serviceWorker, [serviceWorkerUrl(), { updateViaCache: "all" }]);
}

/** Resolves when the worker has all its files, or has given up. */
function installed(worker: ServiceWorker): Promise<void> {
  return new Promise((done) => {
    const look = () => worker.state !== "installing" && done();
    worker.addEventListener("statechange", look);
    look();
  });
}
