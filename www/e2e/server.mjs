// Serves dist/ from a sub-folder, as GitHub Pages does, and keeps a list of what was asked for.
import { createHash } from "node:crypto";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

export const dist = join(import.meta.dirname, "../../dist");
const BASE = "/a/sub-folder/";
const TYPES = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};
/** A file named by its content never changes; the others are asked about each time. */
const HASHED = /-[0-9a-f]{12}\.\w+$/;
/** As GitHub Pages allows, so that the browser does not ask again while the visitor works. */
const WORKER = "max-age=600";

/**
 * A server on a free port. `requests` grows: `{ path, search, file, status }`, file being the one under the folder that
 * was sent. `folder` may be changed to another version of the site; names in `missing` are not found. `worker` says how
 * long sw.js may be kept, if it says anything; `headers`, whether what dist/_headers says of every file is sent. `neighbours`:
 * pages of other folders by their path, `{ html, headers }`.
 */
export async function serve({ worker = WORKER, headers = false, neighbours = {} } = {}) {
  const served = { folder: dist, missing: new Set(), requests: [] };
  const ofSite = headers ? readHeaders() : {};
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url, "http://server");
    const path = decodeURIComponent(pathname);
    const neighbour = neighbours[path];
    if (neighbour !== undefined) return response.writeHead(200, { "content-type": TYPES[".html"], ...neighbour.headers }).end(neighbour.html);
    const file = fileOf(path, served);
    const body = file && (await readFile(file).catch(() => undefined));
    const tag = body && `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
    const status = body === undefined ? 404 : request.headers["if-none-match"] === tag ? 304 : 200;
    served.requests.push({ path, search, file, status, method: request.method, headers: request.headers });
    // A page that is not there is still a page, and one without a policy.
    const own = body ? ofFile(file, tag, worker) : { "content-type": TYPES[".html"] };
    response.writeHead(status, { ...ofSite, ...own }).end(status === 304 ? undefined : (body ?? "Not found"));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return Object.assign(served, {
    url: `http://127.0.0.1:${server.address().port}${BASE}`,
    /** Stops it; a second time nothing happens. */
    close: () => new Promise((closed) => (server.close(closed), server.closeAllConnections())),
  });
}

function ofFile(file, tag, worker) {
  return {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    ...(file.endsWith("sw.js") ? worker && { "cache-control": worker } : { "cache-control": HASHED.test(file) ? "public, max-age=31536000, immutable" : "no-cache" }),
    etag: tag,
  };
}

/** What `_headers` says of every file. */
function readHeaders() {
  const [, rule] = readFileSync(join(dist, "_headers"), "utf8").match(/^\/\*\n((?: {2}.*\n)+)/);
  return Object.fromEntries(rule.trim().split("\n").map((line) => line.trim().split(/: (.*)/)));
}

/** Waits for what WebTransport sends before it is connected. `heard` grows with each datagram. */
export async function listenForDatagrams() {
  const socket = createSocket("udp4");
  const heard = [];
  socket.on("message", (datagram) => heard.push(datagram.length));
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return { url: `https://127.0.0.1:${socket.address().port}/`, heard, close: () => socket.close() };
}

function fileOf(path, { folder, missing }) {
  if (!path.startsWith(BASE)) return undefined;
  const name = path.slice(BASE.length) || "index.html";
  const file = normalize(join(folder, name));
  return file.startsWith(folder + sep) && !missing.has(name) ? file : undefined;
}
