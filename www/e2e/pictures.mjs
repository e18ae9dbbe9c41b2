// The pictures in docs/: the example's report on dist/, at a desk's and a phone's width, light and dark.
// Run after `cargo xtask build`: node www/e2e/pictures.mjs
import { join } from "node:path";
import { closeBrowser, onPage } from "./browser.mjs";
import { loadExample } from "./visit.mjs";

const docs = join(import.meta.dirname, "../../docs");

for (const width of [1280, 390]) {
  for (const colorScheme of ["light", "dark"]) {
    await onPage(async ({ page }) => {
      await loadExample(page);
      await page.screenshot({ path: join(docs, `report-${width}-${colorScheme}.png`), fullPage: true });
    }, { viewport: { width, height: 900 }, colorScheme });
  }
}
await closeBrowser();
