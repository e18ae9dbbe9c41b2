// The parts that the page fetches by itself: the worker's code and the core. After this no request is needed.

/** File names and their hashes, put here by the build. */
declare const ASSETS: { worker: Asset; wasm: Asset };
type Asset = { file: string; integrity: string };

export type Parts = { code: Blob; module: WebAssembly.Module };

/** Fetches the worker's code and compiles the core while it arrives. */
export async function loadParts(): Promise<Parts> {
  const [code, module] = await Promise.all([
    load(ASSETS.worker).then((response) => response.blob()),
    WebAssembly.compileStreaming(load(ASSETS.wasm).then(asWasm)),
  ]);
  return { code, module };
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
