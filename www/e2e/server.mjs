// Serves dist/ from a sub-folder, as GitHub Pages does, and keeps a list of what was asked for.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

export const dist = join(import.meta.dirname, "../../dist");
const BASE = "/a/sub-folder/";
const TYPES = {
  ".css": "text/css",
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
 * A server on a free port. `requests` grows: `{ path, file, status }`, file being the one under the folder that was
 * sent. `folder` may be changed to another version of the site; names in `missing` are not found. `worker` says
 * how long sw.js may be kept.
 */
export async function serve({ worker = WORKER } = {}) {
  const served = { folder: dist, missing: new Set(), requests: [] };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://server").pathname);
    const file = fileOf(path, served);
    const body = file && (await readFile(file).catch(() => undefined));
    const tag = body && `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
    const status = body === undefined ? 404 : request.headers["if-none-match"] === tag ? 304 : 200;
    served.requests.push({ path, file, status });
    response.writeHead(status, body ? headers(file, tag, worker) : {}).end(status === 200 ? body : undefined);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return Object.assign(served, {
    url: `http://127.0.0.1:${server.address().port}${BASE}`,
    /** Stops it; a second time nothing happens. */
    close: () => new Promise((closed) => (server.close(closed), server.closeAllConnections())),
  });
}

function headers(file, tag, worker) {
  return {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "cache-control": HASHED.test(file) ? "public, max-age=31536000, immutable" : file.endsWith("sw.js") ? worker : "no-cache",
    etag: tag,
  };
}

function fileOf(path, { folder, missing }) {
  if (!path.startsWith(BASE)) return undefined;
  const name = path.slice(BASE.length) || "index.html";
  const file = normalize(join(folder, name));
  return file.startsWith(folder + sep) && !missing.has(name) ? file : undefined;
}
