// The page's own elements, found once and known by their type.

export function find<T extends Element>(selector: string, type: new () => T): T {
  const element = document.querySelector(selector);
  if (element instanceof type) return element;
  throw new TypeError(`The page has no ${type.name} at ${selector}`);
}

/** An element with text and children; texts are never parsed. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, ...content: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}
