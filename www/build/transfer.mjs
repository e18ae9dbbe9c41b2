// What files weigh on the wire.
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Sizes in bytes: as it is, by brotli as hosts prepare it, and by gzip at its best. */
export function weigh(bytes) {
  return {
    raw: bytes.length,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
    gzip: gzipSync(bytes, { level: 9 }).length,
  };
}

export function total(weights) {
  return weights.reduce((sum, one) => ({ raw: sum.raw + one.raw, brotli: sum.brotli + one.brotli, gzip: sum.gzip + one.gzip }), { raw: 0, brotli: 0, gzip: 0 });
}
