/** Rendered copy as one text: `fill` gives what stands in the slot of each reference. */
export function fillReferences(
  html: readonly string[],
  fill: (index: number) => string,
): string {
  return html.map((piece, index) => (index === 0 ? piece : fill(index - 1) + piece)).join('');
}
