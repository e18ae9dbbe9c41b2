// Lists, changed by making new ones. A place outside the list changes nothing.

export function replaced<T>(list: readonly T[], at: number, item: T): T[] {
  return list.map((old, i) => (i === at ? item : old));
}

export function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, i) => i !== at);
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = without(list, from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

export function swapped<T>(list: readonly T[], one: number, other: number): T[] {
  return list.map((old, i) => (i === one ? (list[other] ?? old) : i === other ? (list[one] ?? old) : old));
}
