// The core travels sorted: compression finds more to save where like stands by like, all operators together, all
// places of locals, and so on (a seventh: docs/figures.md). Each byte of the module goes onto one of many piles; the
// same walk through the module's instructions takes them back. The piles travel as the one section of a module, so that
// hosts compress it, and browsers check it, as what it is.
//
// The format that is walked through: WebAssembly Core Specification 2.0, chapter 5, binary format.

/** The section of the module that travels. */
export const SECTION = "sorted";

/**
 * Piles by what they hold. Places of locals lie apart where they are set, and where a load or a store follows. From `Alignment` on there is a
 * pile for each operator, which nearly always has the same; from `I32` on one for each operator that comes after the
 * constant, as what is added to an address is unlike what is compared. Numbers of several bytes lie apart by length.
 */
enum Pile {
  Other, Size, Local, Operator, Block, Branch, BranchIf, BranchTable, Callee, Table,
  Place, PlaceSet, PlaceLoaded, PlaceStored, Global, Offset, I64, Float, Lane, Data,
  LongOffset, LongI32 = LongOffset + 10, Alignment = LongI32 + 10, I32 = Alignment + 256,
}

/** On a pile, in the place of a number of several bytes: this and how many they are. */
const LONG = 0x80;

/** Takes bytes from where they are to where they belong: from a module to the piles, or from the piles to a module. */
type Way = {
  /** How many bytes of the module are done. */
  done(): number;
  /** Takes one byte along, and says which. */
  byte(pile: number): number;
  /** Takes a number along: one byte onto the first pile, or, where it is longer, onto the pile of its length. */
  number(pile: number, long: number): void;
  /** The operator after the number that comes next. */
  following(): number;
};

/** The module's bytes on piles: its length, how many piles, their lengths, each as four bytes, the lowest first; the piles. */
export function sorted(module: Uint8Array): Uint8Array {
  const piles: number[][] = [];
  let at = 0;
  const put = (pile: number, value: number) => void (piles[pile] ??= []).push(value);
  const take = (place: number) => {
    const value = module[place];
    if (value === undefined) throw new Error("The module ends too soon.");
    return value;
  };
  const length = () => {
    let last = at;
    while (take(last) >= 0x80) last++;
    return last + 1 - at;
  };
  walk(module.length, {
    done: () => at,
    byte(pile) {
      const value = take(at++);
      put(pile, value);
      return value;
    },
    number(pile, long) {
      const n = length();
      if (n > 1) put(pile, LONG + n);
      for (const value of module.subarray(at, (at += n))) put(n > 1 ? long + n : pile, value);
    },
    following: () => take(at + length()),
  });
  const all = Array.from(piles, (pile) => pile ?? []);
  const head = new DataView(new ArrayBuffer(4 * (all.length + 2)));
  [module.length, all.length, ...all.map(({ length }) => length)].forEach((value, i) => head.setUint32(4 * i, value, true));
  return Uint8Array.from([...new Uint8Array(head.buffer), ...all.flat()]);
}

/** The module whose bytes these piles hold. Throws a RangeError where it ends too soon. */
export function joined(piles: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const view = new DataView(piles);
  const head = (i: number) => view.getUint32(4 * i, true);
  const module = new Uint8Array(head(0));
  let from = 4 * (head(1) + 2);
  const next = Array.from({ length: head(1) }, (_, i) => (from += head(i + 2)) - head(i + 2));
  let at = 0;
  const take = (pile: number) => {
    const place = next[pile] ?? piles.byteLength;
    next[pile] = place + 1;
    return view.getUint8(place);
  };
  walk(module.length, {
    done: () => at,
    byte: (pile) => (module[at++] = take(pile)),
    number(pile, long) {
      const first = take(pile);
      if (first < LONG) module[at++] = first;
      for (let left = first - LONG; left > 0; left--) module[at++] = take(long + first - LONG);
    },
    following: () => view.getUint8(next[Pile.Operator] ?? piles.byteLength),
  });
  return module;
}

function walk(length: number, way: Way): void {
  const CODE = 10;
  bytes(way, Pile.Other, 8);
  while (way.done() < length) {
    const section = way.byte(Pile.Other);
    const size = number(way, Pile.Other);
    if (section === CODE) functions(way);
    else bytes(way, section === 11 ? Pile.Data : Pile.Other, size);
  }
}

function functions(way: Way): void {
  for (let left = number(way, Pile.Other); left > 0; left--) {
    const size = number(way, Pile.Size);
    const end = way.done() + size;
    for (let groups = number(way, Pile.Local); groups > 0; groups--) {
      number(way, Pile.Local);
      way.byte(Pile.Local);
    }
    while (way.done() < end) instruction(way);
  }
}

function instruction(way: Way): void {
  const operator = way.byte(Pile.Operator);
  if (operator >= 0x28 && operator <= 0x3e) return memory(way, operator);
  if (operator >= 0x20 && operator <= 0x22) return void number(way, place(operator, way.following()));
  switch (operator) {
    case 0x02: case 0x03: case 0x04: // block, loop, if
      return void number(way, Pile.Block);
    case 0x0c: // br
      return void number(way, Pile.Branch);
    case 0x0d: // br_if
      return void number(way, Pile.BranchIf);
    case 0x0e: // br_table
      return numbers(way, Pile.BranchTable, number(way, Pile.BranchTable) + 1);
    case 0x10: // call
      return void number(way, Pile.Callee);
    case 0x11: // call_indirect
      return numbers(way, Pile.Table, 2);
    case 0x1c: // select with types
      return bytes(way, Pile.Block, number(way, Pile.Block));
    case 0x23: case 0x24: // global.get, global.set
      return void number(way, Pile.Global);
    case 0x25: case 0x26: case 0x3f: case 0x40: case 0xd0: case 0xd2: // of tables, memories and references
      return void number(way, Pile.Table);
    case 0x41: // i32.const
      return way.number(Pile.I32 + way.following(), Pile.LongI32);
    case 0x42: // i64.const
      return void number(way, Pile.I64);
    case 0x43: // f32.const
      return bytes(way, Pile.Float, 4);
    case 0x44: // f64.const
      return bytes(way, Pile.Float, 8);
    case 0xfc:
      return bulk(way, number(way, Pile.Operator));
    case 0xfd:
      return vector(way, number(way, Pile.Operator));
    default:
      if (operator > 0xc4 || (operator > 0x11 && operator < 0x1a)) throw new Error(`sorted-module.ts does not know the operator 0x${operator.toString(16)}.`);
  }
}

/** A load or a store. */
function memory(way: Way, operator: number): void {
  number(way, Pile.Alignment + operator);
  way.number(Pile.Offset, Pile.LongOffset);
}

/** The pile for the place of a local, by what is done with it and by the operator after it. */
function place(operator: number, next: number): Pile {
  if (operator === 0x21) return Pile.PlaceSet;
  if (next >= 0x28 && next <= 0x35) return Pile.PlaceLoaded;
  return next >= 0x36 && next <= 0x3e ? Pile.PlaceStored : Pile.Place;
}

/** Saturating conversions have nothing more; what moves memory or tables has. */
function bulk(way: Way, operator: number): void {
  if (operator < 8) return;
  const one = operator === 9 || operator === 11 || operator === 13 || operator > 14;
  numbers(way, Pile.Table, one ? 1 : 2);
}

function vector(way: Way, operator: number): void {
  const isLane = (operator >= 84 && operator <= 91) || (operator >= 21 && operator <= 34);
  if (operator <= 11 || (operator >= 84 && operator <= 93)) memory(way, operator);
  if (operator === 12 || operator === 13) bytes(way, Pile.Float, 16);
  if (isLane) way.byte(Pile.Lane);
}

function bytes(way: Way, pile: number, n: number): void {
  for (let left = n; left > 0; left--) way.byte(pile);
}

function numbers(way: Way, pile: number, n: number): void {
  for (let left = n; left > 0; left--) number(way, pile);
}

/** A number of seven bits a byte: its lowest 32 bits. */
function number(way: Way, pile: number): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = way.byte(pile);
    if (shift < 32) value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value >>> 0;
  }
}
