// Where a trial comes from: a file, the clipboard, or the example that is part of the page.
import example from "../examples/example.csv";
import dropout from "../examples/example-dropout.csv";
import type { Source } from "./state/state";
import { say } from "./words";

const COPIED_BYTES = 400_000_000;

/** A chosen or dropped file. */
export function sourceOf(file: File): Source {
  return { name: file.name, from: "file", blob: file, options: {} };
}

/** The same file as it is now: it may change on the disk before a fresh worker reads it again. */
export async function kept(source: Source): Promise<Source> {
  // What is too large to be read is not worth a copy.
  if (!(source.blob instanceof File) || source.blob.size > COPIED_BYTES) return source;
  return { ...source, blob: new Blob([await source.blob.arrayBuffer()]) };
}

/** A pasted table: several lines with a separator in the first. Other text is not for us. */
export function tableIn(text: string): Source | undefined {
  const [first = "", second = ""] = text.split(/\r?\n/, 2);
  if (!/[\t,;|]/.test(first) || second === "") return undefined;
  return { name: say("page-pasted"), from: "pasted", blob: new Blob([text]), options: { encoding: "utf-8" } };
}

/** The example as text. */
export function exampleTable(): string {
  return example;
}

/** The simulated examples are in the page: nothing is fetched for them. */
export function exampleSource(which: "trial" | "dropout"): Source {
  const [name, text] = which === "trial" ? ["example.csv", example] : ["example-dropout.csv", dropout];
  return { name, from: "example", blob: new Blob([text]), options: { encoding: "utf-8" } };
}
