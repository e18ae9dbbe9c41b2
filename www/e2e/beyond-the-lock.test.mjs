// What the lock does not stop, by name: ways out that need foreign code in the locked page. Each is tried, and SECURITY.md
// lists those that lead out, and no others.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { drop, onPage } from "./browser.mjs";
import { listenForDatagrams } from "./server.mjs";
import { dropTrial, keptOffline, SMALL } from "./visit.mjs";

/** What arrives late arrives within this. */
const LATE_MS = 2_000;

/** Each runs in the locked page. `at`: an address of the page's server; `stun`: one for datagrams; `page`: the page's own. */
const WAYS = {
  location: ({ at }) => void (location.href = at),
  "location.replace": ({ at }) => location.replace(at),
  "window.open": ({ at }) => void window.open(at, "", "noopener"),
  "a link": ({ at }) => Object.assign(document.createElement("a"), { href: at }).click(),
  "a link that saves": ({ at }) => Object.assign(document.createElement("a"), { href: at, download: "x" }).click(),
  "meta refresh": ({ at }) => document.head.append(Object.assign(document.createElement("meta"), { httpEquiv: "refresh", content: `0;url=${at}` })),
  "history.pushState": ({ at }) => (history.pushState(null, "", at), location.reload()),
  RTCPeerConnection: async ({ stun }) => {
    const connection = (window.kept = new RTCPeerConnection({ iceServers: [{ urls: stun }] }));
    connection.createDataChannel("x");
    await connection.setLocalDescription(await connection.createOffer());
  },
  "Prepost opened again": ({ at, page }) => throughOpened(page, at),
  "a page without a policy opened": ({ at, page }) => throughOpened(`${page}not-there`, at),
  "a form": ({ at }) => {
    const form = Object.assign(document.createElement("form"), { action: at });
    document.body.append(form);
    form.submit();
  },
  "a form into a new window": ({ at }) => {
    const form = Object.assign(document.createElement("form"), { action: at, target: "_blank" });
    document.body.append(form);
    form.submit();
  },
  "a prerendered page": ({ at }) => {
    const rules = document.createElement("script");
    rules.type = "speculationrules";
    // Refused by Trusted Types as well.
    rules.append(JSON.stringify({ prerender: [{ source: "list", urls: [at] }], prefetch: [{ source: "list", urls: [at] }] }));
    document.head.append(rules);
  },
  // The next request to the host has it.
  "document.cookie": () => ((document.cookie = "x=secret; path=/"), location.reload()),
};

/** In the locked page: asks from within a page that it has opened. */
async function throughOpened(address, at) {
  const opened = window.open(address);
  for (let tries = 0; tries < 30; tries++) {
    await new Promise((later) => setTimeout(later, 50));
    try {
      if (opened.closed) return;
      if (opened.location.href === address && opened.document.readyState === "complete") break;
    } catch {
      return;
    }
  }
  await opened.fetch(at).catch(() => undefined);
}

/** Prepost answers with a policy about its openers from the second visit on, other pages of the host do not. */
const VISITS = ["first", "second"];

test("what leads out of the locked page with foreign code in it is what SECURITY.md lists", async (t) => {
  const out = new Set();
  const left = Object.entries(WAYS).values();
  const someAtOnce = Array.from({ length: 3 }, async () => {
    for (const [name, way] of left) {
      for (const visit of VISITS) if (!out.has(name) && (await leadsOut(way, visit))) out.add(name);
    }
  });
  await Promise.all(someAtOnce);
  t.diagnostic([...out].join(", "));
  const text = readFileSync(join(import.meta.dirname, "../../SECURITY.md"), "utf8");
  const [, listed] = text.split("<!-- ways out -->");
  const names = Array.from(listed.matchAll(/^\| `([^`]+)` \|/gm), ([, name]) => name);
  assert.deepEqual([...out].toSorted(), names.toSorted());
});

test("what foreign code could keep for a later visit stays in the browser, and the product's own code keeps nothing", () => onPage(async ({ page, server }) => {
  await dropTrial(page, "trial.csv", SMALL);
  await page.evaluate(() => localStorage.setItem("x", "secret"));
  const asked = server.requests.length;
  await page.reload();
  await keptOffline(page);
  assert.equal(await page.evaluate(() => localStorage.getItem("x")), "secret");
  assert.ok(server.requests.slice(asked).every(({ path, search }) => !`${path}${search}`.includes("secret")));
}));

async function leadsOut(way, visit) {
  const udp = await listenForDatagrams();
  try {
    return await onPage(async ({ page, server }) => {
      await keptOffline(page);
      if (visit === "second") await page.reload();
      await drop(page, "trial.csv", SMALL);
      await page.locator("[data-testid=lock-status][data-state=locked]").waitFor();
      const at = `${server.url}beyond`;
      const given = { at, page: server.url, stun: udp.url.replace("https://", "stun:").replace(/\/$/, "") };
      // A page that leaves takes the answer with it.
      await page.evaluate(`(() => { ${throughOpened}; return (${way})(${JSON.stringify(given)}); })()`).catch(() => undefined);
      const arrives = ({ path, headers }) => path.endsWith("/beyond") || headers.cookie !== undefined;
      const arrived = () => server.requests.some(arrives) || udp.heard.length > 0;
      for (let waited = 0; waited < LATE_MS && !arrived(); waited += 50) await new Promise((later) => setTimeout(later, 50));
      return arrived();
    });
  } finally {
    udp.close();
  }
}
