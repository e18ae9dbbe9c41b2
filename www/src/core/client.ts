// The core as the page has it: fetched and compiled once, called in a worker. After this no request is needed.
import { coreOf, type Core } from "./calls";

export { CoreError, type Core } from "./calls";

/** The page's core, and others of the same code and module for work that can be spread. */
export type Cores = { core: Core; another: () => Core };

/** File names and their hashes, put here by the build. */
declare const ASSETS: { worker: Asset; wasm: Asset };
type Asset = { file: string; integrity: string };

/**
 * Fetches the worker's code and the core. The worker starts with the first call, from a blob: it inherits the policy
 * that the page then has.
 */
export async function loadCores(): Promise<Cores> {
  const [code, module] = await Promise.all([
    load(ASSETS.worker).then((response) => response.blob()),
    WebAssembly.compileStreaming(load(ASSETS.wasm).then(asWasm)),
  ]);
  const another = () => coreOf(code, module);
  return { core: another(), another };
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
