import { scanXml, type XmlTag } from './xml.ts';

/** One entry of a feed as a document of its own, inside copies of its parents' tags. */
export interface EntryText {
  readonly xml: string;
  /** The parents' opening and closing tags in `xml`. */
  readonly around: readonly [start: string, end: string];
  /** Line in the feed, from 1. */
  readonly line: number;
}

/** Joins entries that have the same parents into one document. */
export function joinEntries(entries: readonly EntryText[]): string | undefined {
  const [first] = entries;
  const isAlike = entries.every(
    ({ around }) => around[0] === first?.around[0] && around[1] === first.around[1],
  );
  if (first === undefined || !isAlike) return undefined;
  const [start, end] = first.around;
  const bodies = entries.map(({ xml }) => xml.slice(start.length, xml.length - end.length));
  return `${start}${bodies.join('')}${end}`;
}

interface SplitFeed {
  /** The feed without its entries. */
  readonly frame: string;
  readonly entries: readonly EntryText[];
  /** Whether its doctype declares entities. They are never expanded. */
  readonly declaresEntities: boolean;
  /** Where the XML is broken, if it is. Entries before that are complete. */
  readonly fault?: { readonly line: number; readonly column: number; readonly reason: string };
}

const entryNames = new Set(['item', 'entry']);

/**
 * Cuts an XML feed into its entries, so that they are parsed separately: memory is limited to one
 * batch, each entry has its line, and a broken end does not affect earlier entries.
 */
export function splitFeed(text: string): SplitFeed {
  const entries: EntryText[] = [];
  const frame: string[] = [];
  const lineAt = createLineCounter(text);
  let rootStart = -1;
  let kept = 0;
  let entry: { readonly tag: XmlTag; readonly stack: readonly XmlTag[] } | undefined;
  let open: readonly XmlTag[] = [];
  const fault = scanXml(text, (tag, stack) => {
    open = tag.kind === 'open' ? [...stack, tag] : tag.kind === 'close' ? [...stack] : open;
    // Drops the prolog, with any entities that the doctype declares.
    if (rootStart === -1) {
      rootStart = tag.start;
      kept = rootStart;
    }
    if (entry === undefined) {
      if (!isEntry(tag, stack)) return;
      frame.push(text.slice(kept, tag.start));
      kept = tag.start;
      if (tag.kind === 'open') entry = { tag, stack: [...stack] };
      return;
    }
    if (tag.kind !== 'close' || stack.length !== entry.stack.length) return;
    const body = text.slice(entry.tag.start, tag.end);
    const around = framesOf(text, entry.stack);
    const xml = `${around[0]}${body}${around[1]}`;
    entries.push({ xml, around, line: lineAt(entry.tag.start).line });
    kept = tag.end;
    entry = undefined;
  });
  const declaresEntities = text.slice(0, Math.max(0, rootStart)).includes('<!ENTITY');
  if (fault === undefined)
    return { frame: frame.join('') + text.slice(kept), entries, declaresEntities };
  const outer = entry?.stack ?? open;
  const rest = entry === undefined ? text.slice(kept, fault.offset) : '';
  const ends = outer.toReversed().map(({ name }) => `</${name}>`);
  const place = { ...lineAt(fault.offset), reason: fault.reason };
  return { frame: [...frame, rest, ...ends].join(''), entries, declaresEntities, fault: place };
}

/** An `item` or `entry` right below the root or its channel; not a `media:item` in an entry. */
function isEntry(tag: XmlTag, stack: readonly XmlTag[]): boolean {
  if (tag.kind === 'close' || stack.length === 0 || stack.length > 2) return false;
  return entryNames.has(localName(tag.name));
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** The opening tags of an entry's parents, and their closing tags. */
function framesOf(
  text: string,
  stack: readonly XmlTag[],
): readonly [start: string, end: string] {
  const starts = stack.map(({ start, end }) => text.slice(start, end)).join('');
  const ends = stack.toReversed().map(({ name }) => `</${name}>`);
  return [starts, ends.join('')];
}

/** Counts lines incrementally: offsets must not decrease. */
function createLineCounter(text: string) {
  let line = 1;
  let lineStart = 0;
  const next = () => {
    const feed = text.indexOf('\n', lineStart);
    return feed === -1 ? Number.POSITIVE_INFINITY : feed;
  };
  let feed = next();
  return (offset: number) => {
    while (feed < offset) {
      line += 1;
      lineStart = feed + 1;
      feed = next();
    }
    return { line, column: offset - lineStart + 1 };
  };
}
