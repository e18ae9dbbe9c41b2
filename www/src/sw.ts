// The service worker: keeps the files of one build and answers with them. It stands outside the page's policy, so it
// does nothing else: it asks for the files that the build listed, whole and unaltered, and whether its own code is still the host's.
// All pages of the origin can write into the cache in which it keeps them. So each file is hashed again when it is given out,
// and the headers, with the policy of each page, are those of the build.

// A module of its own, so that `self` is the service worker's.
export {};
declare const self: ServiceWorkerGlobalScope;
/** Put here by the build: the hash of each file by its name, and one hash of them all and of this code. */
declare const FILES: Record<string, string>;
declare const VERSION: string;
/** The headers of every answer, and those of each file. */
declare const HEADERS: { all: Record<string, string>; each: Record<string, Record<string, string>> };
/** What is said in the place of a page, by its id in the message files. */
declare const SAID: Record<string, string>;
/** Whether `cargo xtask serve` made this build: then what the server has now comes first. */
declare const SERVED: boolean;

const { scope } = self.registration;
// Other folders of the same host may hold other copies, and caches are the host's.
const ours = `prepost ${scope} `;
const current = ours + VERSION;
/** The page waits for the whole before it reads a file. */
const MOST_MS = 30_000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepAll());
  if (SERVED) void self.skipWaiting();
});

self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const file = listed(request);
  if (file !== undefined) event.respondWith(SERVED ? fetch(request).catch(() => answer(file)) : answer(file));
});

// A new version waits until the visitor asks for it, or no page of the old one is open.
self.addEventListener("message", ({ data, ports }) => {
  if (data === "take over") void self.skipWaiting();
  if (data === "look") void isNewest().then((newest) => ports[0]?.postMessage(newest));
});

/** Whether the host has this version still; without a network it is the newest there is. */
async function isNewest(): Promise<boolean> {
  const answer = await fetch(self.location.href, { cache: "no-cache" }).catch(() => undefined);
  return answer?.ok !== true || (await answer.text()).includes(VERSION);
}

/** All files or none: a hash that does not fit is a file of another version. */
async function keepAll(): Promise<void> {
  const signal = AbortSignal.timeout(MOST_MS);
  const answers = await Promise.all(Object.entries(FILES).map(async ([file, integrity]) => {
    // A file named by its content is taken from the browser's own cache, where the page has just put it.
    const cache = /-[0-9a-f]{12}\.\w+$/.test(file) ? "force-cache" : "no-cache";
    const answer = await fetch(addressOf(file), { integrity, cache, signal });
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    return [addressOf(file), new Response(await answer.blob(), { headers: headersOf(file) })] as const;
  }));
  const cache = await caches.open(current);
  await Promise.all(answers.map(([address, answer]) => cache.put(address, answer)));
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(ours) && name !== current).map((name) => caches.delete(name)));
}

/** The file if its hash fits now: as it is kept, or, where that was emptied or altered, as the host has it. */
async function answer(file: string): Promise<Response> {
  const answer = (await kept(file)) ?? (await hosted(file));
  if (answer !== undefined) return answer;
  // Neither is of this version: the next visit is answered by the host, and keeps its files anew.
  await self.registration.unregister();
  const headers = { ...headersOf(file), "Content-Type": "text/plain; charset=utf-8" };
  return new Response(SAID["page-unfit"], { status: 503, headers });
}

/** As it came out of the cache, and not made anew: browsers keep the machine code of the core beside it. */
async function kept(file: string): Promise<Response | undefined> {
  const answer = await (await caches.open(current)).match(addressOf(file));
  return answer !== undefined && isHeaded(file, answer) && (await fits(file, await answer.clone().arrayBuffer())) ? answer : undefined;
}

async function hosted(file: string): Promise<Response | undefined> {
  const answer = await fetch(addressOf(file), { integrity: FILES[file] ?? "", cache: "no-cache" }).catch(() => undefined);
  return answer?.ok === true ? new Response(await answer.arrayBuffer(), { headers: headersOf(file) }) : undefined;
}

function headersOf(file: string): Record<string, string> {
  return { ...HEADERS.all, ...HEADERS.each[file] };
}

/** Whether it has our headers and no others. */
function isHeaded(file: string, { status, headers }: Response): boolean {
  const sorted = (all: Headers) => JSON.stringify([...all].sort());
  return status === 200 && sorted(headers) === sorted(new Headers(headersOf(file)));
}

async function fits(file: string, content: ArrayBuffer): Promise<boolean> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-384", content));
  return `sha384-${btoa(String.fromCharCode(...hash))}` === FILES[file];
}

/** The listed file that is asked for; nothing for all other requests. Query and fragment say nothing about the file. */
function listed({ method, url }: Request): string | undefined {
  const [bare = ""] = url.split(/[?#]/);
  if (method !== "GET" || !bare.startsWith(scope)) return undefined;
  const file = bare.slice(scope.length) || "index.html";
  return Object.hasOwn(FILES, file) ? file : undefined;
}

/** The folder itself stands for its index: some hosts lead `index.html` there. */
function addressOf(file: string): string {
  return file === "index.html" ? scope : scope + file;
}
