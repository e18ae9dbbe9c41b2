// The calls that the page can make to the worker. The types come from Rust, by way of wasm-bindgen's declarations: when the Session
// changes, this and all that calls it stop compiling.
import type { Opened, Plan, ReadOptions, ReportPieces as Report, Session } from "#core";

/** The Session's methods that the worker passes on as they are. */
export type Forwarded =
  | "analyseWith" | "closeLink" | "draft" | "edit" | "export" | "keyFile" | "keys" | "link" | "openKey" | "openLink" | "resampling" | "work";

/** A file and the name that the visitor knows it by. Its bytes travel as a Blob, which the worker reads. */
export type GivenFile = { name: string; blob: Blob };

/** Answers come in the order of the calls. */
export type WorkerApi = { [M in Forwarded]: (...args: Parameters<Session[M]>) => Promise<ReturnType<Session[M]>> } & {
  /** Comes first: the compiled module, and the name of a lock. Whether the worker holds that lock, for as long as it lives. */
  start(module: WebAssembly.Module, life: string): Promise<boolean>;
  /** One file, or one for each occasion, which the core joins. */
  read(files: readonly GivenFile[], options: ReadOptions): Promise<Opened>;
  /** `onProgress` hears the share done, from 0 to 1. */
  analyse(plan: Plan, onProgress: (share: number) => void): Promise<Report>;
};

/** The name of the error after which the instance is lost, with all that it held. */
export const CRASH = "Crash";
