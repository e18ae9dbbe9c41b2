// What the browser is told to refuse: the policies of the pages, the lock, and the headers for hosts that can send them.

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

/** Of the pages that are only read. */
export const READING = policy({
  "default-src": "'none'",
  "style-src": "'self'",
  "img-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
});

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

const HEADERS = {
  // Framing can be refused by a header only; elsewhere the page looks for a frame itself.
  "Content-Security-Policy": `${PAGE}; frame-ancestors 'none'`,
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": UNUSED.map((feature) => `${feature}=()`).join(", "),
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  // Looking up a host's name is not a request that a policy knows.
  "X-DNS-Prefetch-Control": "off",
};

/**
 * The file `_headers` for a site of these files. sw.js may be kept for some minutes: browsers look for a newer one by
 * themselves a little after the page has asked, and then find the page's answer instead of asking the host.
 */
export function headersOf(files) {
  const kept = (file) => isHashed(file) ? "public, max-age=31536000, immutable" : file === "sw.js" ? "max-age=600" : "no-cache";
  const cached = (file) => [`/${file}`, { "Cache-Control": kept(file) }];
  const rules = [["/*", HEADERS], ["/", { "Cache-Control": "no-cache" }], ...files.map(cached)];
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

const PLACE = "the policy of build/policy.mjs";

function policy(directives) {
  return Object.entries(directives).map(([name, value]) => `${name} ${value}`).join("; ");
}
