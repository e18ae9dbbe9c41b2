// manifest.webmanifest: what the page is when it is installed. Its words and colours are those of index.html.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../icons");

/** The icons, named by their content: `{ "icons/any.svg": { file, integrity }, … }`. */
export function emitIcons(emit) {
  const parts = readdirSync(folder).map((name) => [name, ...name.split(".")]);
  return Object.fromEntries(parts.map(([name, stem, extension]) =>
    [`icons/${name}`, emit(stem, extension, readFileSync(join(folder, name)))]));
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
      // A drawing fits every size at a fiftieth of the bytes; the one picture is for those who cannot draw it.
      const [, purpose, size] = /(any|maskable)(?:-(\d+))?/.exec(source);
      return size === undefined
        ? { src: file, sizes: "any", type: "image/svg+xml", purpose }
        : { src: file, sizes: `${size}x${size}`, type: "image/png", purpose };
    }),
  });
}

function content(html, attributes) {
  const [, value] = html.split(`<meta ${attributes} content="`);
  if (value === undefined) throw new Error(`index.html has no <meta ${attributes}>`);
  return value.slice(0, value.indexOf('"'));
}
