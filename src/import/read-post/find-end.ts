/** The first places of ends in a text, each looked for once however often it is asked. */
export interface EndFinder {
  /** Where `end` is at or after `from`; undefined where it is not. */
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

/** Where the tag that closes the tag `name` of this kind is. */
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

/** What begins a remark that a generator shows to nobody. */
export const remarkStart = String.raw`<!--(?!-?>)|\{\{-?\s*\/\*|\{\/\*|\{\{!(?:--)?|\{%-?\s*#|%%`;

/** Which remarks a post's generator knows. */
interface RemarkForms {
  /** MDX: `{/* … *\/}`. */
  readonly isMdx: boolean;
  /** Obsidian: `%% … %%`. */
  readonly isObsidian: boolean;
}

/** Where a remark ends that begins with `start` at `from`; undefined where it is none. */
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
    // `100%% and 50%%` are figures.
    const isWord = /[\p{L}\p{N}%]/u.test(text[from - 1] ?? ' ');
    return isObsidian && !isWord ? upTo('%%') : undefined;
  }
  return upTo(/\*\/\s*-?\}\}/u);
}
