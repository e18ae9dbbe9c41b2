// The words of the pages that the build makes, from the message files.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentResource } from "@fluent/bundle";

const locale = join(import.meta.dirname, "../locales/en");
const words = new FluentBundle("en", { useIsolating: false });
for (const name of readdirSync(locale)) words.addResource(new FluentResource(readFileSync(join(locale, name), "utf8")));

export function say(id) {
  const message = words.getMessage(id);
  if (message?.value == null) throw new Error(`no message file has ${id}`);
  return words.formatPattern(message.value);
}

/** The template with each `{{id}}` as that message says it; `<b>` and `<c>` mark what is strong and what is code. */
export function withWords(template) {
  const marked = (text) => escaped(text).replace(/&lt;(\/?)([bc])&gt;/g, (_, end, mark) => `<${end}${{ b: "b", c: "code" }[mark]}>`);
  return template.replace(/\{\{([\w-]+)\}\}/g, (_, id) => marked(say(id)));
}

export function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
}
