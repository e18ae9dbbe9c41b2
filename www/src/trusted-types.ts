// The one Trusted Types policy of our own code: only a blob of this page may become a worker's script, only our own sw.js a
// service worker's, and only the core's HTML, in which the core has escaped every text, a part of the page.

const serviceWorker = new URL("sw.js", document.baseURI).href;

const policy = window.trustedTypes?.createPolicy("prepost", {
  createHTML: (html) => html,
  createScriptURL(url) {
    if (!url.startsWith("blob:") && url !== serviceWorker) throw new TypeError(`Not a script of ours: ${url}`);
    return url;
  },
});

/** Starts a worker from a blob, so that it inherits the page's policy; a worker from a URL does not. */
export function workerFrom(blobUrl: string): Worker {
  const url = policy?.createScriptURL(blobUrl) ?? blobUrl;
  // The DOM's types do not know yet that a Worker takes a TrustedScriptURL, and a string of it would be refused.
  return Reflect.construct(Worker, [url]);
}

/** The address of the service worker's script, as registering it wants it. */
export function serviceWorkerUrl(): TrustedScriptURL | string {
  return policy?.createScriptURL(serviceWorker) ?? serviceWorker;
}

/** Puts the core's HTML in the place of the element's content. */
export function setContent(element: Element, html: string): void {
  // The DOM's types want a string; browsers without Trusted Types get one.
  Reflect.set(element, "innerHTML", policy?.createHTML(html) ?? html);
}
