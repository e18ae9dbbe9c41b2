// What page and worker say to each other. The types come from Rust, by way of wasm-bindgen's declarations: when the
// Session changes, this and all that calls it stop compiling.
import type { Session } from "#core";

/** The Session's methods that the page may call. */
export type Method = Exclude<
  { [K in keyof Session]: K extends string ? (Session[K] extends (...args: never) => unknown ? K : never) : never }[keyof Session],
  "free" | "refuseSize"
>;

/** Arguments as they are sent: bytes travel as a Blob, which the worker reads; functions are the worker's own. */
export type Args<M extends Method> = Sent<Parameters<Session[M]>>;
type Sent<A extends unknown[]> = A extends [infer First, ...infer Rest]
  ? [First] extends [(...args: never) => unknown] ? Sent<Rest> : [AsSent<First>, ...Sent<Rest>]
  : [];
type AsSent<A> = [Extract<A, Uint8Array>] extends [never] ? A : Blob;

export type Result<M extends Method> = Written<ReturnType<Session[M]>>;

/**
 * A value as the core writes it. A Plan may be read without whatever has a default, and so its declaration says `?`
 * nearly everywhere; in a Plan that is written only these can be absent.
 */
type Written<T> = T extends (infer Item)[]
  ? number extends T["length"] ? Written<Item>[] : T
  : T extends object
    ? { [K in keyof T as K extends Absent ? never : K]-?: Written<T[K]> } & { [K in keyof T as K extends Absent ? K : never]: Written<T[K]> }
    : T;
type Absent = "id" | "arm" | "control" | "long" | "value" | "scales" | "codes" | "randomised";

export type Call = { [M in Method]: { id: number; method: M; args: Args<M> } }[Method];

/** The first message brings the compiled module; all others are calls, answered in order. */
export type ToWorker = { module: WebAssembly.Module } | Call;

export type Reply<Value> =
  /** The share done, from 0 to 1. More follows. */
  | { id: number; is: "progress"; share: number }
  | { id: number; is: "done"; value: Value }
  | { id: number; is: "refused"; message: string }
  /** The instance is lost, with the file it held; the worker answers nothing more. */
  | { id: number; is: "crashed"; message: string };
