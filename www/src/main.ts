// The page so far: a file goes in, its columns and rows come out.
import type { Shape } from "#core";
import { loadCore } from "./core/client";
import { element, find } from "./dom";

const input = find("[data-testid=file-input]", HTMLInputElement);
const zone = find("[data-testid=drop-zone]", HTMLElement);
const status = find("[role=status]", HTMLElement);
const result = find("[data-part=shape]", HTMLElement);

const core = loadCore();
core.catch(() => (status.textContent = "The page could not load all its parts. Check the connection and load it again"));
let reading = new AbortController();

input.addEventListener("change", () => void show(input.files?.[0]));
zone.addEventListener("dragover", (event) => event.preventDefault());
zone.addEventListener("drop", (event) => {
  event.preventDefault();
  void show(event.dataTransfer?.files[0]);
});

async function show(file: File | undefined): Promise<void> {
  if (file === undefined) return;
  reading.abort();
  reading = new AbortController();
  const { signal } = reading;
  status.textContent = `Reading ${file.name}`;
  try {
    const { call } = await core;
    const shape = await call("read", [await kept(file), {}], { signal });
    result.replaceChildren(table(file.name, shape));
    status.textContent = "";
  } catch (error) {
    if (!signal.aborted) status.textContent = error instanceof Error ? error.message : String(error);
  }
}

/** The bytes as they are now: the file may change on the disk before a fresh worker reads it again. */
async function kept(file: File): Promise<Blob> {
  return new Blob([await file.arrayBuffer()]);
}

function table(name: string, { rows, columns }: Shape): HTMLTableElement {
  const head = element("tr", ...columns.map((column) => Object.assign(element("th", column), { scope: "col" })));
  return element("table", element("caption", `${name}: ${rows} rows`), element("thead", head));
}
