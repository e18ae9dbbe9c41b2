// What page and worker say to each other. The types come from Rust, by way of wasm-bindgen's declarations: when the
// Session changes, this and all that calls it stop compiling.
import type { Session } from "#core";

/** The Session's methods that the page may call. */
export type Method = Exclude<
  { [K in keyof Session]: K extends string ? (Session[K] extends (...args: never) => unknown ? K : never) : never }[keyof Session],
  "free" | "refuseSize"
>;

/** Arguments as they are sent: the bytes of a file travel as a Blob, which the worker reads; functions are the worker's own. */
export type Args<M extends Method> = Sent<Parameters<Session[M]>>;
type Sent<A extends unknown[]> = A extends [infer First, ...infer Rest]
  ? [First] extends [(...args: never) => unknown] ? Sent<Rest> : [AsSent<First>, ...Sent<Rest>]
  : [];
type AsSent<A> = [A] extends [Uint8Array[]] ? Blob[] : [Extract<A, Uint8Array>] extends [never] ? A : Blob;

export type Result<M extends Method> = ReturnType<Session[M]>;

export type Call = { [M in Method]: { id: number; method: M; args: Args<M> } }[Method];

/** The first message brings the compiled module; all others are calls, answered in order. */
export type ToWorker = { module: WebAssembly.Module } | Call;

export type Reply<M extends Method> =
  /** The share done, from 0 to 1. More follows. */
  | { id: number; is: "progress"; share: number }
  | { id: number; is: "done"; value: Result<M> }
  | { id: number; is: "refused"; message: string }
  /** The instance is lost, with the file it held; the worker answers nothing more. */
  | { id: number; is: "crashed"; message: string };
