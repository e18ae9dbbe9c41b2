// manifest.webmanifest: what the page is when it is installed. Its words and colours are those of index.html.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../icons");

/** The icons, named by their content: `{ "icons/any-192.png": { file, integrity }, … }`. */
export function emitIcons(emit) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".png"));
  return Object.fromEntries(names.map((name) => [`icons/${name}`, emit(name.replace(".png", ""), "png", readFileSync(join(folder, name)))]));
}

export function manifest(html, icons) {
  const paper = content(html, 'name="theme-color" media="(prefers-color-scheme: light)"');
  const name = content(html, 'name="application-name"');
  return JSON.stringify({
    name,
    short_name: name,
    description: content(html, 'name="description"'),
    start_url: "./",
    scope: "./",
    display: "standalone",
    theme_color: paper,
    background_color: paper,
    icons: Object.entries(icons).filter(([source]) => !source.includes("touch")).map(([source, { file }]) => {
      const [, purpose, size] = /(any|maskable)-(\d+)/.exec(source);
      return { src: file, sizes: `${size}x${size}`, type: "image/png", purpose };
    }),
  });
}

function content(html, attributes) {
  const [, value] = html.split(`<meta ${attributes} content="`);
  if (value === undefined) throw new Error(`index.html has no <meta ${attributes}>`);
  return value.slice(0, value.indexOf('"'));
}
