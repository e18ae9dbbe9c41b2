// The contents of the Session in the worker. The page reads it here and nowhere else; a fresh worker is given the same again.
import { proxy } from "comlink";
import type { Plan, ReadOptions } from "#core";
import type { Connection } from "./connection";
import type { GivenFile } from "./api";

/** Files that belong together, and how to read them. */
export type Readable = { files: readonly GivenFile[]; options: ReadOptions };

export type Held = {
  /** The text of the link that was opened. */
  link?: string;
  /** What was read after it. */
  file?: Readable;
  /** What was analysed last, and the resampling that went into it. */
  analysis?: { plan: Plan; pieces?: Float64Array[] };
};

/** The same calls again, in their order. */
export function replay({ link, file, analysis }: Held, { api }: Connection): Promise<unknown>[] {
  const calls: Promise<unknown>[] = [];
  if (link !== undefined) calls.push(api.openLink(link));
  if (file !== undefined) calls.push(api.read(file.files, file.options));
  if (analysis?.pieces !== undefined) calls.push(api.analyseWith(analysis.plan, analysis.pieces));
  else if (analysis !== undefined) calls.push(api.analyse(analysis.plan, proxy(() => undefined)));
  return calls;
}
