const positions = new WeakMap<readonly object[], ReadonlyMap<object, number>>();

/** The index of an item in a list, from a table that is created once per list; -1 if absent. */
export function positionIn<T extends object>(list: readonly T[], item: T): number {
  const known = positions.get(list) ?? new Map(list.map((own, index) => [own, index]));
  positions.set(list, known);
  return known.get(item) ?? -1;
}
