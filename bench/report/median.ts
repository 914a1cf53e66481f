/** The median, of two the lower. A figure is known in every round or in none. */
export function median<T extends number | undefined>(figures: readonly T[]): T {
  const sorted = figures.toSorted((a, b) => (a ?? 0) - (b ?? 0));
  return sorted[Math.floor((sorted.length - 1) / 2)] as T;
}
