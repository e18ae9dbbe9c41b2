// Every way out of a page and out of a worker that we know. The functions run there and must stand alone: each is sent
// as text. What they return is what the browser said; whether something arrived, only the server knows.

/** The ways out of a page. `base`: the address to try, to which each adds its name; `udp`: an address for WebTransport. */
export async function fromPage({ base, udp }) {
  // The page's types would refuse these before the lock is asked: see `withFaultyTypes`.
  const code = (url) => window.faultyTypes?.createScriptURL(url) ?? url;
  const link = (rel, more = {}) => (url) => settled(Object.assign(document.createElement("link"), { rel, href: url, ...more }));
  const element = (name, set) => (url) => {
    const made = document.createElement(name);
    const done = settled(made, false);
    set(made, url);
    document.body.append(made);
    return done;
  };
  const ways = {
    fetch: (url) => fetch(url, { mode: "no-cors" }),
    keepalive: (url) => fetch(url, { mode: "no-cors", keepalive: true, method: "POST", body: "x" }),
    xhr: (url) => new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.onload = done;
      request.onerror = () => fail(new Error("error event"));
      request.open("GET", url);
      request.send();
    }),
    // It may say true and send nothing.
    beacon: async (url) => navigator.sendBeacon(url, "x") || Promise.reject(new Error("false")),
    image: element("img", (made, url) => (made.src = url)),
    background: element("p", (made, url) => made.style.setProperty("background-image", `url("${url}")`)),
    script: element("script", (made, url) => (made.src = code(url))),
    module: element("script", (made, url) => Object.assign(made, { type: "module", src: code(url) })),
    style: link("stylesheet"),
    font: (url) => new FontFace("x", `url("${url}")`).load(),
    frame: element("iframe", (made, url) => (made.src = url)),
    object: element("object", (made, url) => (made.data = code(url))),
    video: element("video", (made, url) => (made.src = url)),
    form: async (url) => {
      const target = document.createElement("iframe");
      target.name = `to-${url}`;
      const form = Object.assign(document.createElement("form"), { action: url, target: target.name });
      document.body.append(target, form);
      form.submit();
    },
    ping: async (url) => {
      const anchor = Object.assign(document.createElement("a"), { href: "#", ping: url });
      document.body.append(anchor);
      anchor.addEventListener("click", (event) => event.stopPropagation());
      anchor.click();
    },
    websocket: (url) => settled(new WebSocket(url.replace("http", "ws"))),
    eventsource: (url) => settled(new EventSource(url)),
    webtransport: () => new WebTransport(`${udp}page`).ready,
    import: (url) => import(url),
    prefetch: link("prefetch"),
    preload: link("preload", { as: "image" }),
    modulepreload: link("modulepreload"),
    worker: (url) => settled(new Worker(code(url))),
    sharedworker: (url) => settled(new SharedWorker(code(url))),
  };

  function settled(target, place = true) {
    const done = new Promise((good, bad) => {
      for (const name of ["load", "open", "loadeddata"]) target.addEventListener(name, good);
      target.addEventListener("error", () => bad(new Error("error event")));
    });
    if (place && target instanceof Node) document.head.append(target);
    return done;
  }

  const said = await Promise.all(Object.entries(ways).map(async ([name, way]) => {
    const silence = new Promise((quiet) => setTimeout(quiet, 1500, "silence"));
    try {
      const end = await Promise.race([Promise.resolve(`${base}page-${name}`).then(way), silence]);
      return [name, end === "silence" ? end : "went"];
    } catch (error) {
      return [name, String(error)];
    }
  }));
  return Object.fromEntries(said);
}

/** The ways out of a worker: put before a worker's own code, it tries them when it is told by a channel, and answers. */
export function fromWorker() {
  const channel = new BroadcastChannel("ways-out");
  const types = self.trustedTypes?.createPolicy("prepost", { createScriptURL: (url) => url });
  const code = (url) => types?.createScriptURL(url) ?? url;
  const ways = {
    fetch: (url) => fetch(url, { mode: "no-cors" }),
    xhr: async (url) => {
      const request = new XMLHttpRequest();
      request.open("GET", url, false);
      request.send();
    },
    importscripts: async (url) => importScripts(code(url)),
    import: (url) => import(url),
    font: (url) => new FontFace("x", `url("${url}")`).load(),
    cache: async (url) => (await caches.open("x")).add(new Request(url, { mode: "no-cors" })),
    websocket: (url) => opened(new WebSocket(url.replace("http", "ws"))),
    eventsource: (url) => opened(new EventSource(url)),
    webtransport: (_, udp) => new WebTransport(`${udp}worker`).ready,
    worker: (url) => opened(new Worker(code(url))),
  };

  const opened = (target) => new Promise((good, bad) => {
    target.addEventListener("open", good);
    target.addEventListener("error", () => bad(new Error("error event")));
  });

  channel.addEventListener("message", async ({ data }) => {
    if (data.base === undefined) return;
    const said = await Promise.all(Object.entries(ways).map(async ([name, way]) => {
      const silence = new Promise((quiet) => setTimeout(quiet, 1500, "silence"));
      try {
        const end = await Promise.race([way(`${data.base}worker-${name}`, data.udp), silence]);
        return [name, end === "silence" ? end : "went"];
      } catch (error) {
        return [name, String(error)];
      }
    }));
    channel.postMessage({ said: Object.fromEntries(said), of: data.base });
  });
}

/** Before the page is there: its Trusted Types policy will take any address, as if it were written wrongly. */
export function withFaultyTypes() {
  const factory = window.trustedTypes;
  const make = factory?.createPolicy;
  if (make === undefined) return;
  factory.createPolicy = (name, rules) => {
    if (name !== "prepost") return make.call(factory, name, rules);
    return (window.faultyTypes = make.call(factory, name, { ...rules, createScriptURL: (url) => url }));
  };
}

/** From now on the page's workers begin with `prelude`: they are made like ours, from the same blob, and try the ways out. */
export function withPrelude(prelude) {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const isCode = blob.type.includes("javascript");
    return make.call(URL, isCode ? new Blob([prelude, blob], { type: blob.type }) : blob);
  };
}

/** Asks the page's workers to try; what the first says. In Firefox one at times never answers: a fresh one is asked then. */
export function askWorker(where) {
  const channel = new BroadcastChannel("ways-out");
  return new Promise((answer) => {
    const ask = () => channel.postMessage(where);
    const again = setInterval(() => Promise.resolve(window.begin?.()).then(ask), 8_000);
    channel.addEventListener("message", ({ data }) => {
      if (data.of !== where.base) return;
      clearInterval(again);
      answer(data.said);
    });
    ask();
  });
}
