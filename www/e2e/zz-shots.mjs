import { onPage, accessibilityProblems } from "./browser.mjs";
import { loadExample, reportIs } from "./visit.mjs";
const [which = "all", widths = "1280,390", schemes = "light,dark"] = process.argv.slice(2);
const state = (page) => page.evaluate(() => { const s = document.querySelector("app-page").store.state(); return JSON.stringify({ run: s.run, made: s.sharing.made && { n: s.sharing.made.notices, f: s.sharing.made.link?.fragment.length }, copied: s.sharing.copied, opts: s.sharing.options, link: s.link?.opened.plan_hash, offered: s.offered }); });
const settled = (page) => page.waitForFunction(() => { const s = document.querySelector("app-page").store.state(); return s.sharing.made?.plan === s.trial?.plan && s.sharing.made?.options === s.sharing.options; });
export const linkOf = (page) => page.locator("#share-link").inputValue();
let sum, plan;
for (const width of widths.split(",").map(Number)) for (const colorScheme of schemes.split(",")) {
  const shot = (page, name, full = true) => page.screenshot({ path: `/tmp/shots/${name}-${width}-${colorScheme}.png`, fullPage: full });
  await onPage(async ({ page, server, errors }) => {
    page.setDefaultTimeout(15000);
    const ax = async (n) => { const p = await accessibilityProblems(page); const o = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth); console.log(n, width, colorScheme, "axe", p, "overflow", o); };
    try {
    await loadExample(page);
    await settled(page); plan = (await linkOf(page)).split("#")[1];
    await page.getByLabel("Summaries").check(); await page.getByLabel("Fingerprint").check();
    await settled(page); sum = (await linkOf(page)).split("#")[1];
    console.log(await state(page), plan.length, sum.length);
    if (which === "all" || which === "share") {
    for (const s of await page.locator("#share details > summary").all()) await s.click();
    await page.waitForTimeout(300);
    await page.locator("app-share").screenshot({ path: `/tmp/shots/share-${width}-${colorScheme}.png` }); await ax("share");
    }
    if (which === "all" || which === "sum") {
    await page.goto("about:blank"); await page.goto(server.url + "#" + sum); await reportIs(page, "ready"); await page.waitForTimeout(500);
    console.log(page.url(), await state(page));
    await shot(page, "sum-top", false);
    await page.locator("#link details > summary").first().click(); await page.locator("#design > summary").click(); await page.waitForTimeout(300);
    for (const s of await page.locator("#design .options > summary").all()) await s.click();
    await shot(page, "sum"); await ax("sum");
    }
    if (which === "all" || which === "plan") {
    await page.goto("about:blank"); await page.goto(server.url + "#" + plan); await page.locator("#link").waitFor(); await page.locator("#link details > summary").first().click(); await page.waitForTimeout(300);
    await shot(page, "plan"); await ax("plan");
    }
    if (which === "all" || which === "bad") {
    await page.goto("about:blank"); await page.goto(server.url + "#1.abcd"); await reportIs(page, "failed"); await page.waitForTimeout(300);
    await page.getByText("Open a link").click();
    await shot(page, "bad"); await ax("bad");
    }
    if (which === "all" || which === "draft") {
    await page.goto("about:blank"); await page.goto(server.url); await page.getByText("Plan a trial without data").click();
    await page.getByLabel("Arms").fill("waitlist, compassion, mentalization"); await page.getByLabel("Occasions").fill("pre, post, follow-up"); await page.getByLabel("Outcomes").fill("resilience\nexhaustion");
    await shot(page, "draft-form"); await ax("draft-form");
    await page.getByRole("button", { name: "Make the plan" }).click(); await settled(page); await page.getByLabel("Day of registration").fill("2026-11-24"); await settled(page);
    await page.waitForTimeout(300); await shot(page, "draft"); await ax("draft");
    }
    } catch (e) { console.log("ERR", e.message); await shot(page, "err"); }
    console.log("errors", errors);
  }, { viewport: { width, height: 900 }, colorScheme });
}
