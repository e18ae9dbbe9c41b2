// methods.html: what each method computes and by which source, from the docs of the modules that compute it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Marked } from "marked";
import { escaped, say } from "./words.mjs";

const root = join(import.meta.dirname, "../..");
const source = join(root, "src/analysis");
const HEADINGS = ["Question", "Model", "Formulas", "Assumptions", "Effect size", "Agreement with R", "References"];

/** The page of the template: a table of contents, then every method in the order of the registry. */
export function withMethods(template) {
  const chapters = registered().map(withLinked);
  const anchors = new Map(chapters.flatMap(({ modules }) => modules.map((module) => [module, anchorOf(module)])));
  const contents = chapters.map(({ title, modules }) => `<li>${title}<ul>${modules.map(entry).join("")}</ul></li>`);
  const body = chapters.map((chapter) =>
    `<section>\n<h2>${chapter.title}</h2>\n${chapter.modules.map((module) => article(module, chapter.ids, anchors)).join("\n")}\n</section>`);
  return template.replace("<!-- methods -->", () =>
    `<nav class="methods-contents" aria-label="Contents"><ul>${contents.join("")}</ul></nav>\n${body.join("\n")}`);
}

/** The chapters of the registry, each with the modules of its methods; a module stands where it is first named. */
function registered() {
  const text = readFileSync(join(source, "registry.rs"), "utf8");
  const seen = new Set();
  return [...text.matchAll(/Chapter \{ title: (?:None|Some\("([\w-]+)"\)), methods: (\w+) \}/g)].map(([, title, list]) => {
    const entries = new RegExp(`const ${list}: [^=]+= &\\[(.*?)\\];`, "s").exec(text)?.[1] ?? "";
    const found = [...entries.matchAll(/id: "(\w+)",\s*run: [^:]*?(\w+)::compute/g)].map(([, id, module]) => ({ id, module }));
    if (found.length === 0) throw new Error(`registry.rs: no methods in ${list}`);
    const modules = [...new Set(found.map(({ module }) => module))].filter((module) => !seen.has(module));
    for (const module of modules) seen.add(module);
    return { title: escaped(say(title ?? "methods-page-main")), modules, ids: found };
  });
}

/** A documented module that is not in the registry follows the method whose docs link to it. */
function withLinked(chapter) {
  const known = readFileSync(join(source, "registry.rs"), "utf8");
  const linked = (module) => [...docs(module).matchAll(/\[`super::(\w+)`\]/g)].map(([, name]) => name)
    .filter((name) => !new RegExp(`\\b${name}::compute`).test(known));
  return { ...chapter, modules: chapter.modules.flatMap((module) => [module, ...linked(module)]) };
}

function entry(module) {
  return `<li><a href="#${anchorOf(module)}">${escaped(say(`name-${anchorOf(module)}`))}</a></li>`;
}

function article(module, ids, anchors) {
  const markdown = docs(module);
  const headings = [...markdown.matchAll(/^# (.+)$/gm)].map(([, heading]) => heading);
  if (headings.join() !== HEADINGS.join()) throw new Error(`${module}: its docs have ${headings.join(", ")}`);
  const abouts = ids.filter((method) => method.module === module).map(({ id }) => `<dt><code>${id}</code></dt><dd>${escaped(say(`about-${anchorOf(id)}`))}</dd>`);
  const linked = markdown.replace(/\[`(?:super::)?(\w+)`\]/g, (_, name) =>
    anchors.has(name) ? `[${say(`name-${anchorOf(name)}`)}](#${anchors.get(name)})` : `\`${name}\``);
  return [
    `<article id="${anchorOf(module)}">`,
    `<h3><a href="#${anchorOf(module)}">${escaped(say(`name-${anchorOf(module)}`))}</a></h3>`,
    abouts.length > 0 ? `<dl>${abouts.join("")}</dl>` : "",
    rendered(linked),
    "</article>",
  ].join("\n");
}

/** The docs at the head of a module. */
function docs(module) {
  const file = [`${module}.rs`, `${module}/mod.rs`].map((name) => join(source, name)).find(existsSync);
  if (file === undefined) throw new Error(`src/analysis has no module ${module}`);
  const lines = readFileSync(file, "utf8").split("\n");
  const end = lines.findIndex((line) => !line.startsWith("//!"));
  return lines.slice(0, end).map((line) => line.replace(/^\/\/! ?/, "")).join("\n");
}

function rendered(markdown) {
  return new Marked({
    renderer: {
      heading: ({ text }) => `<h4>${escaped(text)}</h4>\n`,
      html: ({ text }) => escaped(text),
      link({ href, tokens }) {
        const elsewhere = href.startsWith("#") ? "" : ' rel="noreferrer noopener"';
        return `<a href="${escaped(href)}"${elsewhere}>${this.parser.parseInline(tokens)}</a>`;
      },
    },
  }).parse(markdown);
}

/** Also the id of its messages. */
function anchorOf(name) {
  return name.replaceAll("_", "-");
}
