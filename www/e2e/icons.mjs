// The icons of the installed page, in www/icons: the drawing of www/icon.svg in white on the accent, so that it shows
// on light and dark grounds. Run after a change of either: node www/e2e/icons.mjs
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browser.mjs";

const www = join(import.meta.dirname, "..");
const [, accent] = /--color-accent: light-dark\((#\w{6})/.exec(readFileSync(join(www, "styles/tokens.css"), "utf8"));
const drawing = readFileSync(join(www, "icon.svg"), "utf8").replace(/<\/?svg[^>]*>/g, "").replaceAll(/#\w{6}/g, "#ffffff");

/** `radius` and `share`, the part of the width that is drawn on, in hundredths. A mask may cut all but the inner 80. */
const ICONS = [
  { name: "any", radius: 20, share: 68 },
  { name: "maskable", radius: 0, share: 58 },
  { name: "any-192", radius: 20, share: 68 },
  { name: "apple-touch-180", radius: 0, share: 66 },
];

mkdirSync(join(www, "icons"), { recursive: true });
const browser = await launch();
for (const { name, radius, share } of ICONS) {
  // The drawing is 16 wide and its middle is at 8, 8.5.
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="512" height="512">`
    + `<rect width="100" height="100" rx="${radius}" fill="${accent}"/>`
    + `<g transform="translate(50 50) scale(${share / 16}) translate(-8 -8.5)">${drawing}</g></svg>`;
  const size = Number(/\d+$/.exec(name)?.[0]);
  if (Number.isNaN(size)) {
    writeFileSync(join(www, `icons/${name}.svg`), svg);
    continue;
  }
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`);
  await page.screenshot({ path: join(www, `icons/${name}.png`), omitBackground: true });
  await page.close();
}
// Sixteen colours are enough, in a fifth of the bytes: `pngquant 16 --nofs` and `zopflipng -m` afterwards.
await browser.close();
