// The core as it travels: sorted by `www/src/core/sorted-module.ts`, and tried whether it comes back as it was.
import { join } from "node:path";
import { build } from "esbuild";

/** A module of one section with the core's bytes, sorted. */
export async function travelling(core) {
  const { SECTION, joined, sorted } = await imported("../src/core/sorted-module.ts");
  const piles = sorted(core);
  const name = Buffer.from(SECTION);
  const content = Buffer.concat([leb(name.length), name, piles]);
  const module = Buffer.concat([Buffer.from("\0asm\x01\0\0\0", "latin1"), Buffer.from([0]), leb(content.length), content]);
  const [section] = WebAssembly.Module.customSections(new WebAssembly.Module(module), SECTION);
  if (!core.equals(joined(section))) throw new Error("The sorted core does not come back as it was.");
  return module;
}

/** A module of the page, here. */
async function imported(file) {
  const { outputFiles: [{ text }] } = await build({ entryPoints: [join(import.meta.dirname, file)], write: false, format: "esm", target: "es2022" });
  return import(`data:text/javascript,${encodeURIComponent(text)}`);
}

/** A number as WebAssembly writes it, seven bits a byte. */
function leb(value) {
  return value < 0x80 ? Buffer.from([value]) : Buffer.concat([Buffer.from([(value & 0x7f) | 0x80]), leb(value >>> 7)]);
}
