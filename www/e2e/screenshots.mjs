// Pictures of the page with the example, as docs/ shows them: `node www/e2e/screenshots.mjs docs/screenshots`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { onPage } from "./browser.mjs";
import { loadExample, openDesign } from "./visit.mjs";

const [folder = "docs/screenshots"] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const SIZES = { 1280: { width: 1280, height: 1000 }, 390: { width: 390, height: 844 } };

for (const [name, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    await onPage(async ({ page }) => {
      const shoot = (what, options = {}) => page.screenshot({ path: join(folder, `${what}-${name}-${colorScheme}.png`), ...options });
      await page.getByTestId("load-example").waitFor();
      await shoot("empty");
      await loadExample(page);
      await page.locator(".plot svg").waitFor();
      await shoot("report");
      await shoot("whole", { fullPage: true });
      await openDesign(page);
      await shoot("design");
    }, { viewport, colorScheme });
  }
}

await onPage(async ({ page }) => {
  await loadExample(page);
  await page.pdf({ path: join(folder, "print.pdf"), preferCSSPageSize: true });
}, { viewport: SIZES[1280] });
