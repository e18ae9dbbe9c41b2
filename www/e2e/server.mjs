// Serves dist/ from a sub-folder, as GitHub Pages does, and keeps a list of what was asked for.
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readFileSync } from "node:fs";
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

/**
 * A server on a free port. `requests` grows: `{ path, search, file, status }`, file being the one under dist/ that was
 * sent. `headers`: whether it sends what dist/_headers says.
 */
export async function serve({ headers = false } = {}) {
  const requests = [];
  const sent = headers ? readHeaders() : {};
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url, "http://server");
    const path = decodeURIComponent(pathname);
    const file = fileOf(path);
    const body = file && (await readFile(file).catch(() => undefined));
    const status = body ? 200 : 404;
    requests.push({ path, search, file, status });
    // A page that is not there is still a page, and one without a policy.
    const type = body ? (TYPES[extname(file)] ?? "application/octet-stream") : TYPES[".html"];
    response.writeHead(status, { "content-type": type, ...sent }).end(body ?? "Not found");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${server.address().port}${BASE}`,
    requests,
    close: () => new Promise((closed) => (server.close(closed), server.closeAllConnections())),
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

function fileOf(path) {
  if (!path.startsWith(BASE)) return undefined;
  const file = normalize(join(dist, path.slice(BASE.length) || "index.html"));
  return file.startsWith(dist + sep) ? file : undefined;
}
