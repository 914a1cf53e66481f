/** Finds ends in a text. Caches results, so that repeated searches stay linear. */
export interface EndFinder {
  /** The first `end` at or after `from`; undefined if there is none. */
  find(end: string | RegExp, from: number): Span | undefined;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

export function createEndFinder(text: string): EndFinder {
  const last = new Map<string, { readonly from: number; readonly span: Span | undefined }>();
  return {
    find(end, from) {
      const key = String(end);
      const known = last.get(key);
      if (known && known.from <= from && (known.span === undefined || known.span.from >= from))
        return known.span;
      const span = search(text, end, from);
      last.set(key, { from, span });
      return span;
    },
  };
}

function search(text: string, end: string | RegExp, from: number): Span | undefined {
  if (typeof end === 'string') {
    const at = text.indexOf(end, from);
    return at === -1 ? undefined : { from: at, to: at + end.length };
  }
  const pattern = new RegExp(end.source, 'gu');
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found ? { from: found.index, to: pattern.lastIndex } : undefined;
}

/** Finds the closing tag of the tag `name`. */
export function findEndOfTag(
  ends: EndFinder,
  name: string,
  kind: 'hugo' | 'liquid' | 'kramdown',
  from: number,
): Span | undefined {
  const safe = name.replace(/[.\\/]/gu, '\\$&');
  switch (kind) {
    case 'liquid':
      return ends.find(new RegExp(`\\{%-?\\s*end${safe}\\s*-?%\\}`, 'u'), from);
    case 'kramdown':
      return ends.find(new RegExp(`\\{:/(?:${safe})?\\}`, 'u'), from);
    case 'hugo':
      return ends.find(new RegExp(`\\{\\{[<%]-?\\s*/\\s*${safe}\\s*-?[>%]\\}\\}`, 'u'), from);
  }
}

/** Beginnings of remarks that generators hide. */
export const remarkStart = String.raw`<!--(?!-?>)|\{\{-?\s*\/\*|\{\/\*|\{\{!(?:--)?|\{%-?\s*#|%%`;

/** Remark forms that a post's generator supports. */
interface RemarkForms {
  /** MDX: `{/* … *\/}`. */
  readonly isMdx: boolean;
  /** Obsidian: `%% … %%`. */
  readonly isObsidian: boolean;
}

/** The end of a remark that begins with `start` at `from`; undefined if it is not a remark. */
export function endOfRemark(
  text: string,
  start: string,
  from: number,
  ends: EndFinder,
  { isMdx, isObsidian }: RemarkForms,
): number | undefined {
  const behind = from + start.length;
  const upTo = (end: string | RegExp) => ends.find(end, behind)?.to;
  if (start.startsWith('<!--')) return upTo('-->');
  if (start === '{/*') return isMdx ? upTo('*/}') : undefined;
  if (start === '{{!--') return upTo('--}}');
  if (start === '{{!') return upTo('}}');
  if (start.startsWith('{%')) return upTo('%}');
  if (start === '%%') {
    // `100%% and 50%%` are numbers.
    const isWord = /[\p{L}\p{N}%]/u.test(text[from - 1] ?? ' ');
    return isObsidian && !isWord ? upTo('%%') : undefined;
  }
  return upTo(/\*\/\s*-?\}\}/u);
}
