/** Limits for parsing a page. Beyond them, parsers need more than linear time. */
const limits = {
  bytes: 10_000_000,
  /** Nesting; browsers stop at 512 as well. */
  depth: 512,
  /** In total; the longest live blogs have half as many. */
  elements: 20_000,
  /** Per tag. */
  attributes: 1000,
  /**
   * Sum, over all tags, of the open formatting elements such as `<b>`, which the parser recreates
   * there.
   */
  reopened: 3_000_000,
} as const;

/** Elements whose end tag may be omitted, so that they cannot be counted. */
const unclosed = new Set(
  (
    'area base br col embed hr img input link meta source track wbr param p li dt dd tr td th ' +
    'thead tbody tfoot option optgroup rt rp colgroup html head body'
  ).split(' '),
);
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

/** Comments and whole scripts, else the beginning of a tag. */
const pieces =
  /<!--(?:-?>|[\s\S]*?(?:--!?>|$))|<script\b[\s\S]*?(?:<\/script|$)|<(\/?)([a-z][a-z0-9-]*)/giu;
const attribute = /[\s/]*[^\s/>=][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']*))?/uy;

/**
 * Why a page is not parsed; undefined if it is within the limits. Linear in the page's length.
 */
export function findExcess(bytes: Uint8Array, html: string): string | undefined {
  if (bytes.length > limits.bytes)
    return `the page has ${bytes.length} bytes, more than ${limits.bytes}`;
  let depth = 0;
  let open = 0;
  let reopened = 0;
  let elements = 0;
  for (const piece of html.matchAll(pieces)) {
    const name = piece[2]?.toLowerCase();
    if (name === undefined) continue;
    const step = piece[1] === '/' ? -1 : 1;
    if (step === 1) elements++;
    if (elements > limits.elements) return `it has more than ${limits.elements} elements`;
    if (step === 1 && hasMany(html, piece.index + piece[0].length))
      return `a tag has more than ${limits.attributes} attributes`;
    if (unclosed.has(name)) continue;
    depth = Math.max(0, depth + step);
    if (formatting.has(name)) open = Math.max(0, open + step);
    reopened += open;
    if (depth > limits.depth) return `elements are nested more than ${limits.depth} deep`;
    if (reopened > limits.reopened) return 'elements such as <b> are never closed';
  }
  return undefined;
}

function hasMany(html: string, start: number): boolean {
  attribute.lastIndex = start;
  let count = 0;
  while (count <= limits.attributes && attribute.test(html)) count++;
  return count > limits.attributes;
}
