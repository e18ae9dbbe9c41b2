// Files named by their content, so that a cache can never mix two versions.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes into `folder`; returns the file's name and the hash that the browser checks. */
export function emitter(folder) {
  return (name, extension, bytes) => {
    const file = `${name}-${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}.${extension}`;
    writeFileSync(join(folder, file), bytes);
    return { file, integrity: `sha384-${createHash("sha384").update(bytes).digest("base64")}` };
  };
}
