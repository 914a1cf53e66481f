/** Formats a count with its noun: `1 article`, `2 articles`. `many` is the plural if irregular. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
