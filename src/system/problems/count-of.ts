/** `1 article`, `2 articles`; `many` where the plural is another word. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
