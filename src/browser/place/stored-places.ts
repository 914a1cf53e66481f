/** Where a reader left an article: its path, a paragraph's id, and its number among them. */
export type Place = readonly [path: string, id: string, index: number];

const key = 'dateline:places';
const most = 100;

/** Where the reader left this article the last time, as far as this device knows. */
export function placeIn(path: string): Place | undefined {
  return places().find(([of]) => of === path);
}

/** Keeps a place, the oldest ones making room; without one, forgets that of the path. */
export function keepPlace(path: string, place: Place | undefined): void {
  const others = places().filter(([of]) => of !== path);
  const all = place ? [place, ...others] : others;
  try {
    if (all.length > 0) localStorage.setItem(key, JSON.stringify(all.slice(0, most)));
    else localStorage.removeItem(key);
  } catch {
    // A device that keeps nothing.
  }
}

function places(): Place[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isPlace) : [];
  } catch {
    return [];
  }
}

function isPlace(value: unknown): value is Place {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string';
}
