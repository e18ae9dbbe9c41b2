// Content security: the policies of the pages, the lock, and the headers for hosts that can send them.

/** Of index.html, from its first byte. */
export const PAGE = policy({
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "worker-src": "'self' blob:",
  "connect-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data: blob:",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "prepost lit-html",
});

/**
 * Of the pages that are only read. They have their styles and their icon in them, so that they need no request and none
 * is admitted: another page of this site that opens one gains no way out by it. `style`: the hash of the styles.
 */
export function readingPolicy(style) {
  return policy({
    "default-src": "'none'",
    "style-src": `'${style}'`,
    "img-src": "data:",
    "base-uri": "'none'",
    "form-action": "'none'",
  });
}

/** Of all that is no page, for a browser that is led to it as if it were one. */
const FILE = policy({ "default-src": "'none'" });

/**
 * What index.html adds before it reads a file. A policy that is added can only take away. Without `webrtc 'block'`:
 * Chromium reports it as an error that it does not know, and Firefox makes connections in spite of it.
 */
export const LOCK = policy({
  "default-src": "'none'",
  "connect-src": "'none'",
  "img-src": "data: blob:",
  // What is in the page's own memory: the worker and the compiled core.
  "script-src": "blob: 'wasm-unsafe-eval'",
  "worker-src": "blob:",
  "form-action": "'none'",
  "base-uri": "'none'",
});

/** What the page uses of all that a browser could be asked for is writing to the clipboard; the rest is off. */
const UNUSED = [
  "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "gamepad",
  "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment",
  "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "storage-access", "usb",
  "xr-spatial-tracking",
];

/** Framing can be refused by a header only; elsewhere the page looks for a frame itself. */
const UNFRAMED = "frame-ancestors 'none'";

const HEADERS = {
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": UNUSED.map((feature) => `${feature}=()`).join(", "),
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  // Looking up a host's name is not a request that a policy knows.
  "X-DNS-Prefetch-Control": "off",
};

/** The headers by which the service worker answers, whatever the host sends; `pages`: the policy of each page by its name. */
export function headersOfWorker(pages, files) {
  const headersOf = (file) => ({
    "Content-Security-Policy": `${pages[file] ?? FILE}; ${UNFRAMED}`,
    "Content-Type": TYPES[file.slice(file.lastIndexOf("."))] ?? "application/octet-stream",
  });
  return { all: HEADERS, each: Object.fromEntries(files.map((file) => [file, headersOf(file)])) };
}

const TYPES = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * The file `_headers` for a site of these files. sw.js may be kept for some minutes: browsers look for a newer one by
 * themselves a little after the page has asked, and then find the page's answer instead of asking the host. One policy
 * serves all pages, because hosts join the rules that fit; `style`: the hash of the styles of those that are only read.
 */
export function headersOf(files, style) {
  const kept = (file) => isHashed(file) ? "public, max-age=31536000, immutable" : file === "sw.js" ? "max-age=600" : "no-cache";
  const cached = (file) => [`/${file}`, { "Cache-Control": kept(file) }];
  const csp = `${PAGE.replace("style-src 'self'", `style-src 'self' '${style}'`)}; ${UNFRAMED}`;
  const rules = [["/*", { "Content-Security-Policy": csp, ...HEADERS }], ["/", { "Cache-Control": "no-cache" }], ...files.map(cached)];
  const lines = (headers) => Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`).join("");
  return rules.map(([path, headers]) => `${path}\n${lines(headers)}`).join("");
}

/** Named by its content: see emit.mjs. */
function isHashed(file) {
  return /-[0-9a-f]{12}\.\w+$/.test(file);
}

/** The template of a page with its policy in place. */
export function withPolicy(html, policy) {
  if (!html.includes(PLACE)) throw new Error("a page has no place for its policy");
  return html.replace(PLACE, () => policy);
}

/** The policy of a page that has one. */
export function policyOf(html) {
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  if (policy === undefined) throw new Error("a page has no policy");
  return policy;
}

const PLACE = "the policy of build/policy.mjs";

function policy(directives) {
  return Object.entries(directives).map(([name, value]) => `${name} ${value}`).join("; ");
}
