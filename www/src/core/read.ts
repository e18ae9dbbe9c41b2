// One file, or several: one for each occasion. The core joins them.
import type { ReadOptions } from "#core";
import type { CallOptions, Core } from "./calls";
import type { Result } from "./protocol";

/** A file and the name that the visitor knows it by. */
export type GivenFile = { name: string; blob: Blob };

export function read(core: Core, files: readonly GivenFile[], options: ReadOptions, how?: CallOptions): Promise<Result<"read">> {
  const [only, ...others] = files;
  if (only !== undefined && others.length === 0) return core.call("read", [only.blob, options], how);
  return core.call("readSeveral", [files.map(({ name }) => name), files.map(({ blob }) => blob), options], how);
}
