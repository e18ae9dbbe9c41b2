// Where a trial comes from: a file, the clipboard, or the example that is part of the page.
import example from "../examples/example.csv";
import dropout from "../examples/example-dropout.csv";
import type { Source } from "./state/state";
import { say } from "./words";

/** A chosen or dropped file, as it is now: it may change on the disk before a fresh worker reads it again. */
export async function sourceOf(file: File): Promise<Source> {
  return { name: file.name, from: "file", blob: new Blob([await file.arrayBuffer()]), options: {} };
}

/** A pasted table: several lines with a separator in the first. Other text is not for us. */
export function tableIn(text: string): Source | undefined {
  const [first = "", second = ""] = text.split(/\r?\n/, 2);
  if (!/[\t,;|]/.test(first) || second === "") return undefined;
  return { name: say("page-pasted"), from: "pasted", blob: new Blob([text]), options: { encoding: "utf-8" } };
}

/** The simulated examples are in the page: nothing is fetched for them. */
export function exampleSource(which: "trial" | "dropout"): Source {
  const [name, text] = which === "trial" ? ["example.csv", example] : ["example-dropout.csv", dropout];
  return { name, from: "example", blob: new Blob([text]), options: { encoding: "utf-8" } };
}
