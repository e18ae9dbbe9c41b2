// What the page fetches once, before it locks itself: the worker's code, the core, the examples. After this no request is
// needed.
import type { Example } from "../core-types";
import type { Program } from "./caller";

/** File names and their hashes, put here by the build. */
declare const ASSETS: { worker: Asset; wasm: Asset; examples: Record<Example, Asset> };
type Asset = { file: string; integrity: string };

export async function loadProgram(): Promise<Program> {
  const [code, module] = await Promise.all([
    load(ASSETS.worker).then((response) => response.blob()),
    WebAssembly.compileStreaming(load(ASSETS.wasm).then(asWasm)),
  ]);
  return { code, module };
}

export async function loadExamples(): Promise<ReadonlyMap<Example, Blob>> {
  const names = ["example", "example-items", "example-dropout"] as const;
  return new Map(await Promise.all(names.map(async (name) => [name, await (await load(ASSETS.examples[name])).blob()] as const)));
}

async function load({ file, integrity }: Asset): Promise<Response> {
  const response = await fetch(new URL(file, document.baseURI), { integrity });
  if (!response.ok) throw new Error(`${file}: ${response.status} ${response.statusText}`);
  return response;
}

/** Simple servers do not know the type of `.wasm`, and browsers insist on it. */
function asWasm(response: Response): Response {
  const type = "application/wasm";
  return response.headers.get("content-type") === type
    ? response
    : new Response(response.body, { headers: { "content-type": type } });
}
