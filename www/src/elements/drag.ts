// Dragging inside the design. Every drag has another way beside it: a select or a pair of buttons.
import type { CellPlace } from "../core-types";

export type Dragged =
  | { kind: "arm"; level: string }
  | { kind: "cell"; at: CellPlace; column: string }
  | { kind: "column"; column: string };

let dragged: Dragged | undefined;

/** Starts a drag; browsers want some data to carry. */
export function lift(event: DragEvent, what: Dragged): void {
  dragged = what;
  event.stopPropagation();
  event.dataTransfer?.setData("text/plain", what.kind === "arm" ? what.level : what.column);
  if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = "move";
}

/** Says whether what is dragged may be put here, and shows it. */
export function hover(event: DragEvent, accepts: (what: Dragged) => boolean): void {
  if (dragged === undefined || !accepts(dragged)) return;
  event.preventDefault();
  event.stopPropagation();
  mark(event, true);
}

export function leave(event: DragEvent): void {
  mark(event, false);
}

/** Ends a drag; returns what was dropped here. */
export function put(event: DragEvent): Dragged | undefined {
  event.preventDefault();
  event.stopPropagation();
  mark(event, false);
  const what = dragged;
  dragged = undefined;
  return what;
}

function mark({ currentTarget }: DragEvent, over: boolean): void {
  if (currentTarget instanceof HTMLElement) currentTarget.toggleAttribute("data-over", over);
}
