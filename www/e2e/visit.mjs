// What a visitor does and sees, by the names that the page gives it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { drop } from "./browser.mjs";

export const EXAMPLE = readFileSync(join(import.meta.dirname, "../examples/example.csv"), "utf8");

/** A trial small enough to read: two arms of three, one outcome before and after. */
export const SMALL = "id,group,mood_pre,mood_post\nP1,control,3,4\nP2,control,5,5\nP3,control,4,6\nP4,treatment,5,9\nP5,treatment,3,8\nP6,treatment,4,7\n";

/** Waits until the report is in that state; `ready` with all that comes to it later. */
export function reportIs(page, state) {
  const settled = state === "ready" ? ":not([data-resampling=running])" : "";
  return page.locator(`[data-testid=report][data-state=${state}]${settled}`).waitFor({ state: "attached", timeout: 20_000 });
}

export async function loadExample(page) {
  await page.getByTestId("load-example").click();
  await reportIs(page, "ready");
}

export async function dropTrial(page, name, content) {
  await drop(page, name, content);
  await reportIs(page, "ready");
}

/** The design's editor, unfolded. */
export async function openDesign(page) {
  const design = page.getByTestId("design");
  if ((await design.getAttribute("open")) === null) await design.locator("summary").first().click();
  await design.getByRole("button", { name: "This is my trial" }).waitFor();
  return design;
}

/** Does something that changes the design, and waits for the report that follows. */
export async function rerun(page, change) {
  // What still comes to the report before the change is not what follows it.
  await page.waitForFunction(() => document.querySelector("app-page").store.state().resampling.at !== "running");
  const before = await page.evaluateHandle(() => document.querySelector("app-page").store.state().report);
  await change();
  await page.waitForFunction((report) => {
    const { run, resampling, report: now } = document.querySelector("app-page").store.state();
    return run.at === "ready" && resampling.at !== "running" && now !== report;
  }, before, { timeout: 20_000 });
}

/** Brings more analyses into the report, by the title of their chapter. */
export function bring(page, chapter) {
  return rerun(page, () => page.getByTestId("further").getByRole("button", { name: chapter }).click());
}

/** The names of the outcomes that the report has, in its order. */
export function outcomes(page) {
  return page.locator(".outcomes button > span").allTextContents();
}

/** Waits until the browser keeps all files of the site. */
export function keptOffline(page) {
  return page.locator("[data-offline=ready]").waitFor({ state: "attached" });
}

/** How many workers the page is left with: once a design was edited, one more. The browser tells of an ended one a moment after it has gone. */
export async function workersLeft(page, expected = 1) {
  for (let tries = 0; page.workers().length > expected && tries < 30; tries++) await page.waitForTimeout(100);
  return page.workers().length;
}

/** Presses the button and reads the file that it saves. */
export async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** The link in the share region, once it is that of what the page shows. */
export async function linkOf(page) {
  await page.waitForFunction(() => {
    const { trial, sharing } = document.querySelector("app-page").store.state();
    return sharing.made?.link !== undefined && sharing.made.plan === trial.plan && sharing.made.options === sharing.options;
  }, undefined, { timeout: 20_000 });
  return page.locator("#share-link").inputValue();
}

/** Opens a link as whoever was sent it does: in a page that knows nothing else. */
export async function follow(page, link) {
  await page.goto("about:blank");
  await page.goto(link);
}
