// methods.html: what each method computes and its sources, from `prepost methods --page`.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { Marked } from "marked";
import { escaped, say } from "./words.mjs";

/** The page of the template: a table of contents, then every method in the order of the registry. */
export function withMethods(template) {
  const chapters = registered();
  const modules = new Set(chapters.flatMap(({ methods }) => methods.map(({ module }) => module)));
  const contents = chapters.map(({ title, methods }) => `<li>${escaped(say(title))}<ul>${methods.map(entry).join("")}</ul></li>`);
  const body = chapters.map(({ title, methods }) =>
    `<section>\n<h2>${escaped(say(title))}</h2>\n${methods.map((method) => article(method, modules)).join("\n")}\n</section>`);
  return template.replace("<!-- methods -->", () =>
    `<nav class="methods-contents" aria-label="Contents"><ul>${contents.join("")}</ul></nav>\n${body.join("\n")}`);
}

/** `[{ title, methods: [{ module, ids, markdown }] }]`, from the program, which is built first where it is not. */
function registered() {
  const run = ["run", "--quiet", "--locked", "--package=prepost", "--", "methods", "--page"];
  return JSON.parse(execFileSync("cargo", run, { cwd: join(import.meta.dirname, "../.."), maxBuffer: 1 << 24 }).toString());
}

function entry({ module }) {
  return `<li><a href="#${anchorOf(module)}">${escaped(say(`name-${anchorOf(module)}`))}</a></li>`;
}

function article({ module, ids, markdown }, modules) {
  const abouts = ids.map((id) => `<dt><code>${id}</code></dt><dd>${escaped(say(`about-${anchorOf(id)}`))}</dd>`);
  const linked = markdown.replace(/\[`(\w+)`\]/g, (_, name) =>
    modules.has(name) ? `[${say(`name-${anchorOf(name)}`)}](#${anchorOf(name)})` : `\`${name}\``);
  return [
    `<article id="${anchorOf(module)}">`,
    `<h3><a href="#${anchorOf(module)}">${escaped(say(`name-${anchorOf(module)}`))}</a></h3>`,
    abouts.length > 0 ? `<dl>${abouts.join("")}</dl>` : "",
    rendered(linked),
    "</article>",
  ].join("\n");
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
