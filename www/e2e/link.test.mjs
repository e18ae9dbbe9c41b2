// A link goes out with what its sender chose, and comes back as the same analysis; what it says may come from anybody.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import decodeQR from "qr/decode.js";
import { accessibilityProblems, onPage } from "./browser.mjs";
import { dropTrial, EXAMPLE, follow, linkOf, loadExample, openDesign, outcomes, reportIs, rerun, saved } from "./visit.mjs";

test("a copied link opens as the recomputed report, with the sender's numbers", () => onPage(async ({ page, server, errors, foreign }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await loadExample(page);
  const sent = await saved(page, page.getByTestId("export-tidy"));
  await page.getByLabel("Summaries").check();
  const link = await linkOf(page);
  await page.getByTestId("copy-link").click();
  await page.getByText("Copied.").first().waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
  assert.ok(link.startsWith(`${server.url}#2.`));
  await page.locator("#share-section-carried-summary > summary").click();
  assert.equal(await page.locator("#share-section-carried-summary table").count(), 5, "a table for each outcome");
  assert.deepEqual(await accessibilityProblems(page), [], "the share region");

  await follow(page, link);
  await reportIs(page, "ready");
  assert.equal(page.url(), server.url, "the fragment is gone from the address");
  assert.match(await page.locator("#link").innerText(), /Recomputed from summaries/);
  assert.match(await page.locator(".subtitle").innerText(), /Recomputed from summaries/);
  assert.equal(await page.getByRole("button", { name: "R script" }).count(), 0, "a script needs the file");
  const received = await saved(page, page.getByTestId("export-tidy"));
  assert.equal(received.name, "from-link-numbers.csv");
  assert.ok(numbersOf(received.text).size > 1000);
  assertWithin(numbersOf(received.text), numbersOf(sent.text));

  const design = await openDesign(page);
  assert.equal(await design.getByLabel("Arms are in").count(), 0, "arms came with the summaries");
  await rerun(page, () => design.getByLabel("Direction of benefit of resilience").selectOption("lower"));
  assert.deepEqual(await accessibilityProblems(page), [], "an opened link");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".every-page").evaluate((line) => getComputedStyle(line).position), "fixed", "on every page of paper");
  assert.deepEqual([errors, foreign], [[], []]);
}));

test("a plan asks for the file, and its design is used", () => onPage(async ({ page, errors }) => {
  await loadExample(page);
  const design = await openDesign(page);
  await design.locator("app-options summary").click();
  await rerun(page, () => design.getByLabel("Many comparisons").selectOption("holm"));
  const link = await linkOf(page);
  await follow(page, link);
  await page.locator("#link").waitFor();
  await reportIs(page, "empty");
  assert.ok(await page.locator("#link").evaluate((region) => region === document.activeElement), "focus goes to it");
  assert.match(await page.locator("#link").innerText(), /Drop the file[^]*Nobody but its sender/);
  assert.deepEqual(await accessibilityProblems(page), []);
  await dropTrial(page, "trial.csv", EXAMPLE);
  assert.equal(await planOf(page, "adjust"), "holm");
  assert.match(await page.getByTestId("design").innerText(), /As in the link/);
  assert.equal(await linkOf(page), link, "the same plan makes the same link");

  // The file's own design is one button away.
  await page.getByRole("button", { name: "Guess the design" }).click();
  await page.locator("#link").waitFor({ state: "detached" });
  await reportIs(page, "ready");
  assert.equal(await planOf(page, "adjust"), "bonferroni");
  assert.deepEqual(errors, []);
}));

test("a fingerprint tells the same data from other data", () => onPage(async ({ page }) => {
  await loadExample(page);
  await page.getByLabel("Fingerprint").check();
  await follow(page, await linkOf(page));
  await page.locator("#link").waitFor();
  await dropTrial(page, "trial.csv", EXAMPLE);
  await page.getByText("Same data").waitFor();
  await dropTrial(page, "other.csv", EXAMPLE.replace(/^(P02,(?:[^,]*,){3})\d+/m, "$1 50"));
  await page.getByText("Not the same data").waitFor();
}));

test("where the analysis departs from a registered plan, the report lists it", () => onPage(async ({ page }) => {
  await loadExample(page);
  await page.getByText("Register the plan").click();
  await page.getByText("no pre-registration").waitFor();
  await page.getByLabel("Day of registration").fill("2026-02-01");
  await follow(page, await linkOf(page));
  await page.getByText("registered on 2026-02-01").waitFor();
  await dropTrial(page, "trial.csv", EXAMPLE);
  const registered = page.locator("[data-section=registered]");
  assert.match(await registered.innerText(), /follows the plan/);
  const design = await openDesign(page);
  await design.locator("app-options summary").click();
  await rerun(page, () => design.getByLabel("Many comparisons").selectOption("holm"));
  assert.match(await registered.innerText(), /departs in one point/);

  // A worker that was ended comes back with the link and its file.
  for (const worker of page.workers()) {
    await worker.evaluate(() => {
      const post = self.postMessage.bind(self);
      self.postMessage = (reply, moved) => (reply.value?.outcomes === undefined ? post(reply, moved) : undefined);
    });
  }
  await design.getByLabel("Many comparisons").selectOption("none");
  await page.getByRole("button", { name: "Cancel" }).click();
  await rerun(page, () => page.getByRole("button", { name: "Analyse", exact: true }).click());
  assert.match(await registered.innerText(), /departs in one point/);
}));

test("a trial is planned, registered and analysed by its plan", () => onPage(async ({ page, errors }) => {
  await page.getByText("Plan a trial without data").click();
  await page.getByRole("button", { name: "Make the plan" }).click();
  await page.getByText("Name at least one outcome").waitFor();
  await page.getByLabel("Arms").fill("control, therapy");
  await page.getByLabel("Occasions").fill("pre\npost");
  await page.getByLabel("Outcomes").fill("mood");
  assert.deepEqual(await accessibilityProblems(page), [], "the form");
  await page.getByRole("button", { name: "Make the plan" }).click();
  const design = page.getByTestId("design");
  await design.getByLabel("mood, post").fill("mood_after");
  await design.getByLabel("mood, post").press("Tab");
  const day = page.getByLabel("Day of registration");
  assert.equal(await day.inputValue(), "", "nobody types the day but the visitor");
  await day.fill("2026-03-02");
  const link = await linkOf(page);
  assert.deepEqual(await accessibilityProblems(page), [], "the plan");
  assert.equal(await page.getByTestId("report").getAttribute("data-state"), "empty");

  const plan = await saved(page, page.getByRole("button", { name: "Save plan.json" }));
  assert.equal(plan.name, "plan.json");
  assert.equal(createHash("sha256").update(plan.text).digest("hex"), await page.getByTestId("plan-hash").innerText());
  const table = await saved(page, page.getByRole("button", { name: "Save an empty table" }));
  assert.equal(table.text, "\u{FEFF}id,group,mood_pre,mood_after\r\n");

  const rows = Array.from({ length: 24 }, (_, i) => `P${i},${i % 2 ? "therapy" : "control"},${10 + ((i * 7) % 11)},${12 + ((i * 5) % 9) + (i % 2) * 3}`);
  const file = ["id,group,mood_pre,mood_after", ...rows].join("\n");
  await dropTrial(page, "here.csv", file);
  assert.match(await page.locator("[data-section=registered]").innerText(), /follows the plan/, "dropped on the plan itself");
  await follow(page, link);
  await page.getByText("registered on 2026-03-02").waitFor();
  await dropTrial(page, "there.csv", file);
  assert.match(await page.locator("[data-section=registered]").innerText(), /follows the plan/);
  assert.deepEqual(await outcomes(page), ["Mood"]);
  assert.deepEqual(errors, []);
}));

test("summaries of a small arm stay here, and the page says why", () => onPage(async ({ page }) => {
  const [head, ...rows] = EXAMPLE.trim().split("\n");
  let waiting = 0;
  const few = rows.filter((row) => !row.includes(",waitlist,") || ++waiting <= 9);
  await dropTrial(page, "few.csv", [head, ...few].join("\n"));
  await page.getByLabel("Summaries").check();
  const link = await linkOf(page);
  assert.match(await page.locator(".stays").innerText(), /waitlist has 9 participants/);
  assert.equal(await page.locator("#share-section-carried-summary").count(), 0);
  await follow(page, link);
  await page.locator("#link").waitFor();
  await reportIs(page, "empty");
}));

for (const [name, of, words] of [
  ["with letters of another alphabet", () => "#1.@@@@", /did not arrive whole/],
  ["that was cut", (link) => `#${link.split("#")[1].slice(0, -40)}`, /did not arrive whole/],
  ["that was changed", (link) => changed(link), /did not arrive whole/],
  ["that inflates without end", () => `#1.${deflateRawSync(Buffer.alloc(60_000_000)).toString("base64url")}`, /did not arrive whole/],
  ["of a later version", (link) => link.replace(/^.*#2\./, "#7."), /newer Prepost/],
]) {
  test(`a link ${name} is refused in words, with the ways on`, () => onPage(async ({ page, server, errors }) => {
    await loadExample(page);
    const link = await linkOf(page);
    await follow(page, server.url + of(link));
    await reportIs(page, "failed");
    assert.equal(page.url(), server.url);
    assert.match(await page.locator(".failure").innerText(), words);
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.getByLabel("Link", { exact: true }).fill(link.replace(/(.{60})/g, "$1\n> ").replaceAll("> ", ""));
    await page.getByRole("button", { name: "Open it" }).click();
    await page.locator("#link").waitFor();
    assert.equal(await page.locator(".failure").count(), 0);
    assert.deepEqual(errors, []);
  }));
}

test("names in a link are only names", () => onPage(async ({ page, errors }) => {
  let asked = false;
  page.on("dialog", (dialog) => ((asked = true), dialog.dismiss()));
  const script = "<img src=x onerror=alert(1)>";
  const turned = "\u202Egnitiaw\u202C";
  const table = EXAMPLE.replaceAll("compassion", `<b>${script}`)
    .replaceAll("resilience", script).replaceAll("support", "__proto__");
  await dropTrial(page, "hostile.csv", table);
  const design = await openDesign(page);
  await rerun(page, async () => {
    await design.getByLabel("Name of outcome 5").fill(turned);
    await page.keyboard.press("Tab");
  });
  await page.getByLabel("Summaries").check();
  await follow(page, await linkOf(page));
  await reportIs(page, "ready");
  for (const fold of await page.locator("#link details > summary").all()) await fold.click();
  await openDesign(page);
  assert.match(await page.locator("#link").innerText(), /onerror=alert\(1\)/);
  assert.match(await page.getByTestId("design").innerText(), /⟨U\+202E⟩/, "what turns text round is shown, and turns nothing");
  assert.equal(await page.locator("main img").count(), 0);
  assert.equal(await page.locator("main b > img, main th b").count(), 0);
  assert.equal(asked, false);
  assert.deepEqual(errors, []);
}));

test("a link that comes while a report is shown waits to be asked for", () => onPage(async ({ page, server }) => {
  await loadExample(page);
  await page.getByLabel("Summaries").check();
  const [, fragment] = (await linkOf(page)).split("#");
  await dropTrial(page, "trial.csv", EXAMPLE);
  const come = () => page.evaluate((hash) => void (location.hash = hash), fragment);
  await come();
  const offer = page.locator("#offer");
  await offer.waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "offer");
  assert.equal(page.url(), server.url);
  assert.deepEqual(await accessibilityProblems(page), []);
  await offer.getByRole("button", { name: "Stay here" }).click();
  assert.equal(await page.locator("#link").count(), 0);
  await come();
  await offer.getByRole("button", { name: "Show the link" }).click();
  await page.locator("#link").waitFor();
  await reportIs(page, "ready");
  await page.getByRole("button", { name: "Leave this link" }).click();
  await page.getByTestId("load-example").waitFor();
}));

test("where the clipboard is refused, the link stands selected", () => onPage(async ({ page }) => {
  await loadExample(page);
  const link = await linkOf(page);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError"));
  });
  await page.getByTestId("copy-link").click();
  await page.getByText("did not let the page copy").first().waitFor();
  assert.equal(await page.evaluate(() => {
    const field = document.activeElement;
    return field.value.slice(field.selectionStart, field.selectionEnd);
  }), link);
}));

test("the QR code is the link", () => onPage(async ({ page }) => {
  await loadExample(page);
  for (const summaries of [false, true]) {
    await page.getByLabel("Summaries").setChecked(summaries);
    const link = await linkOf(page);
    const code = page.locator("app-qr details");
    if ((await code.getAttribute("open")) === null) await code.locator("summary").click();
    const picture = await saved(page, page.getByRole("button", { name: "Save the picture" }));
    assert.equal(picture.name, "link.svg");
    assert.equal(decodeQR(await drawn(page, picture.text)), link);
  }
}, { colorScheme: "dark" }));

/** The pixels of a picture, with four to a module. */
async function drawn(page, svg) {
  const { width, data } = await page.evaluate(async (svg) => {
    const size = 4 * Number(/viewBox="\S+ \S+ (\d+)/.exec(svg)[1]);
    const image = new Image(size, size);
    image.src = `data:image/svg+xml,${encodeURIComponent(svg.replace("<svg", `<svg width="${size}" height="${size}"`))}`;
    await image.decode();
    const canvas = new OffscreenCanvas(size, size).getContext("2d");
    canvas.drawImage(image, 0, 0, size, size);
    return { width: size, data: [...canvas.getImageData(0, 0, size, size).data] };
  }, svg);
  return { width, height: width, data: new Uint8Array(data) };
}

/** The link with one byte of its payload changed, packed again. */
function changed(link) {
  const payload = inflateRawSync(Buffer.from(link.split("#2.")[1], "base64url"));
  payload[20] ^= 1;
  return `#2.${deflateRawSync(payload).toString("base64url")}`;
}

function planOf(page, part) {
  return page.evaluate((part) => document.querySelector("app-page").store.state().trial.plan[part], part);
}

/** What is 0 but for rounding has no digits to compare. */
const ROUNDING = 1e-13;

/** The numbers of a tidy file, each by what stands before it in its line. */
function numbersOf(csv) {
  return new Map(csv.trim().split("\n").slice(1).map((line) => {
    const at = line.lastIndexOf(",");
    return [line.slice(0, at), Number(line.slice(at + 1))];
  }));
}

function assertWithin(received, sent) {
  const wrong = [...received].filter(([name, value]) => {
    const own = sent.get(name);
    return own === undefined || !(Object.is(own, value) || Math.abs(own - value) <= Math.max(1e-9 * Math.abs(own), Math.abs(own) < ROUNDING ? ROUNDING : 0));
  });
  assert.deepEqual(wrong.slice(0, 5).map(([name, value]) => [name, value, sent.get(name)]), [], `${wrong.length} of ${received.size}`);
}
