// Where a trial comes from: a file, the clipboard, or an example, which has come with the page.
import type { Example } from "./core-types";
import type { GivenFile } from "./core/api";
import type { Source } from "./state/state";
import { say } from "./words";

const COPIED_BYTES = 400_000_000;

/** A chosen or dropped file, or several that belong together. */
export function sourceOf([first, ...others]: readonly File[]): Source | undefined {
  if (first === undefined) return undefined;
  const files = [first, ...others].map((blob) => ({ name: blob.name, blob }));
  const name = others.length === 0 ? first.name : say("page-several", { name: first.name, count: others.length });
  return { name, from: "file", files, options: {} };
}

/** The same files as they are now: they may change on the disk before a fresh worker reads them again. */
export async function kept(source: Source): Promise<Source> {
  const size = source.files.reduce((sum, { blob }) => sum + blob.size, 0);
  // What is too large to be read is not worth a copy.
  if (source.from !== "file" || size > COPIED_BYTES || !source.files.every(({ blob }) => blob instanceof File)) return source;
  const copy = async ({ name, blob }: GivenFile) => ({ name, blob: new Blob([await blob.arrayBuffer()]) });
  return { ...source, files: await Promise.all(source.files.map(copy)) };
}

function textSource(name: string, from: Source["from"], text: string): Source {
  return { name, from, files: [{ name, blob: new Blob([text]) }], options: { encoding: "utf-8" } };
}

/** A pasted table: several lines with a separator in the first. Other text is not for us. */
export function tableIn(text: string): Source | undefined {
  const [first = "", second = ""] = text.split(/\r?\n/, 2);
  if (!/[\t,;|]/.test(first) || second === "") return undefined;
  return textSource(say("page-pasted"), "pasted", text);
}

/** The examples' files, which come with the page. */
export type Examples = Promise<ReadonlyMap<Example, Blob>>;

/** A simulated example, which is read like any file. */
export function exampleSource(example: Example): Source {
  return { name: `${example}.csv`, from: "example", example, files: [], options: {} };
}

/** The same with its file; nothing where that has not come. */
export function exampleRead({ name }: Source, example: Example, examples: ReadonlyMap<Example, Blob>): Source | undefined {
  const blob = examples.get(example);
  return blob && { name, from: "example", files: [{ name, blob }], options: { encoding: "utf-8" } };
}
