// The page's own words, from the message file. The core's words come finished, in the Report.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import page from "../locales/en/page.ftl";
import scales from "../locales/en/page-scales.ftl";
import share from "../locales/en/page-share.ftl";
import type { Notice, Style, Text } from "./core-types";
import { within } from "./label";

type Words = Record<string, FluentVariable>;

const bundle = new FluentBundle("en", { useIsolating: false });
for (const text of [page, scales, share]) for (const error of bundle.addResource(new FluentResource(text))) console.error(error);

/** Stands for `<` in an argument while the message's own markup is parsed, so that user text never becomes markup. */
const SHIELD = "\u{E000}";
const STYLES: Record<string, Style> = { i: "italic", b: "strong", c: "code" };

/** A message as plain text. */
export function say(id: string, words: Words = {}): string {
  const message = bundle.getMessage(id);
  return message?.value == null ? id : bundle.formatPattern(message.value, labels(words));
}

/** The user's own words as they are shown in a sentence. */
function labels(words: Words): Words {
  const pairs = Object.entries(words).map(([name, word]) => [name, typeof word === "string" ? within(word) : word]);
  return Object.fromEntries(pairs);
}

/** A message with `<b>`, `<i>` and `<c>` (the user's own names) as marked spans. */
export function marked(id: string, words: Record<string, string | number> = {}): Text {
  const shielded = Object.entries(words).map(([name, word]) => [
    name,
    typeof word === "string" ? within(word).replaceAll("<", SHIELD) : word,
  ]);
  const message = bundle.getMessage(id);
  const said = message?.value == null ? id : bundle.formatPattern(message.value, Object.fromEntries(shielded));
  return said
    .split(/(<[ibc]>[^<]*<\/[ibc]>)/)
    .filter((piece) => piece !== "")
    .map((piece) => {
      const [, tag, inner] = /^<([ibc])>([^<]*)</.exec(piece) ?? [];
      const style = tag === undefined ? "plain" : (STYLES[tag] ?? "plain");
      return { text: (inner ?? piece).replaceAll(SHIELD, "<"), style };
    });
}

/** A Problem of the page's own: a message with its attribute `.hint`. */
export function notice(id: string, words: Record<string, string | number> = {}, severity: Notice["severity"] = "error"): Notice {
  const hint = bundle.getMessage(id)?.attributes["hint"];
  return {
    code: id,
    severity,
    message: marked(id, words),
    hint: hint === undefined ? null : [{ text: bundle.formatPattern(hint, labels(words)), style: "plain" }],
    line: null,
    column: null,
    file: null,
    question: null,
    offer: null,
  };
}
