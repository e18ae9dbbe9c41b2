// Serves dist/ from a sub-folder, as GitHub Pages does, and keeps a list of what was asked for.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const dist = join(import.meta.dirname, "../../dist");
const BASE = "/a/sub-folder/";
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** A server on a free port. `requests` grows: `{ path, file, status }`, file being the one under dist/ that was sent. */
export async function serve() {
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://server").pathname);
    const file = fileOf(path);
    const body = file && (await readFile(file).catch(() => undefined));
    const status = body ? 200 : 404;
    requests.push({ path, file, status });
    response.writeHead(status, body ? { "content-type": TYPES[extname(file)] ?? "application/octet-stream" } : {}).end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${server.address().port}${BASE}`,
    requests,
    close: () => new Promise((closed) => (server.close(closed), server.closeAllConnections())),
  };
}

function fileOf(path) {
  if (!path.startsWith(BASE)) return undefined;
  const file = normalize(join(dist, path.slice(BASE.length) || "index.html"));
  return file.startsWith(dist + sep) ? file : undefined;
}
