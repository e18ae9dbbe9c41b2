// Browser APIs beside rendering: values of events, files, downloads. The only file with casts.
import type { Edit } from "./core-types";

/** The value of the control that an event came from. */
export function valueOf(event: Event): string {
  const { target } = event;
  const isControl =
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
  return isControl ? target.value : "";
}

/** The change of the design that the core wrote beside a button. */
export function editOf({ dataset }: HTMLElement): Edit {
  return JSON.parse(dataset["edit"] ?? "null") as Edit;
}

/** Whether the box that an event came from is ticked. */
export function isChecked({ target }: Event): boolean {
  return target instanceof HTMLInputElement && target.checked;
}

/** Whether the `<details>` that an event came from is open. */
export function isOpen(event: Event): boolean {
  return event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open;
}

/** The files of a file input; the input is emptied, so that the same can be chosen again. */
export function chosenFiles(event: Event): File[] {
  const input = event.target;
  if (!(input instanceof HTMLInputElement)) return [];
  const files = [...(input.files ?? [])];
  input.value = "";
  return files;
}

/** Whether something is typed where the event happened, so that the page must keep out of it. */
export function isTyping(event: Event): boolean {
  const { target } = event;
  return (target instanceof HTMLInputElement && target.type !== "file") || target instanceof HTMLTextAreaElement;
}

/** Whether the page is as narrow as a phone's. */
export function isNarrow(): boolean {
  return matchMedia("(max-width: 56rem)").matches;
}

/** Whether the page is shown dark. */
export function isDark(): boolean {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
}

/** Whether the page stands in a frame of another, which could lay something over it. */
export function isFramed(): boolean {
  return window.top !== window.self;
}

export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Whether the browser let the page write to the clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused by the visitor, or not offered: the page is not served securely.
    return false;
  }
}

/** This page's address with what shall follow its `#`. */
export function addressWith(fragment: string): string {
  return `${document.URL.replace(/#.*$/s, "")}#${fragment}`;
}

/** The link to an analysis that the page's address holds. It is taken out, so that it is not left behind. */
export function takeLink(): string | undefined {
  const link = location.hash.slice(1);
  if (!/^\d+\./.test(link)) return undefined;
  history.replaceState(history.state, "", location.pathname + location.search);
  return link;
}

/** Brings a part of the page into view and lets the keyboard go on from there. */
export function goTo(id: string): void {
  const place = document.getElementById(id);
  if (place === null) return;
  for (let fold = place.closest("details"); fold !== null; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  place.scrollIntoView({ block: "start" });
  // A `<details>` with a tabindex would take its content out of the keyboard's way.
  const target = place instanceof HTMLDetailsElement ? place.querySelector("summary") : place;
  target?.focus({ preventScroll: true });
}
