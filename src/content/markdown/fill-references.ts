/**
 * Joins rendered HTML. `fill` returns the HTML for the slot of each reference. If it returns
 * `''` for a link, the link's tags are removed and its text stays.
 */
export function fillReferences(
  html: readonly string[],
  fill: (index: number) => string,
): string {
  let result = html[0] ?? '';
  let unlinked = false;
  for (const [index, piece] of html.slice(1).entries()) {
    const filled = fill(index);
    const opening = filled === '' ? restOfOpeningTag.exec(piece)?.[0] : undefined;
    if (opening !== undefined && result.endsWith('<a')) {
      result = result.slice(0, -2);
      unlinked = true;
    }
    const rest = piece.slice(unlinked ? (opening?.length ?? 0) : 0);
    const end = unlinked ? rest.indexOf('</a>') : -1;
    if (end >= 0) unlinked = false;
    result += filled + (end < 0 ? rest : rest.slice(0, end) + rest.slice(end + '</a>'.length));
  }
  return result;
}

/** The rest of an opening tag after a link's slot: more attributes, always in double quotes. */
const restOfOpeningTag = /^(?:\s+[\w-]+(?:="[^"]*")?)*>/u;
