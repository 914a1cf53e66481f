/** An element with its text: CDATA unwrapped, the predefined XML entities resolved, no others. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  /** Its content as written. */
  readonly inner: string;
}

const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** The elements at `depth` of well-formed XML (2: children of the root's child). */
export function readElements(xml: string, depth: number): readonly XmlElement[] {
  const found: XmlElement[] = [];
  let start: { readonly end: number; readonly tag: string } | undefined;
  scanXml(xml, ({ kind, name, start: from, end }, stack) => {
    if (stack.length !== depth) return;
    if (kind === 'close') {
      const inner = xml.slice(start?.end ?? from, from);
      found.push({
        name,
        attributes: attributesOf(start?.tag ?? ''),
        text: textOfXml(inner),
        inner,
      });
    } else if (kind === 'open') start = { end, tag: xml.slice(from, end) };
    else
      found.push({ name, attributes: attributesOf(xml.slice(from, end)), text: '', inner: '' });
  });
  return found;
}

function attributesOf(tag: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...tag.matchAll(attribute)].map(([, name = '', double, single]) => [
      name,
      decodeXml(double ?? single ?? ''),
    ]),
  );
}

function textOfXml(inner: string): string {
  return inner
    .split(/(<!\[CDATA\[.*?\]\]>)/su)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : decodeXml(part)))
    .join('');
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decodeXml(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/giu,
    (all, hex, decimal, name) => {
      if (name !== undefined) return named[name] ?? all;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

/** One tag of an XML document; `end` is the offset after its `>`. */
export interface XmlTag {
  readonly kind: 'open' | 'close' | 'empty';
  /** As written, with its prefix. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Where and why a document is not well-formed. */
interface XmlFault {
  readonly offset: number;
  readonly reason: string;
}

const tagName = /<(\/?)([\p{L}_:][\p{L}\p{N}._:\u00B7-]*)/uy;

/**
 * Visits the tags of an XML document in order and skips comments, CDATA, processing instructions
 * and the doctype (entities are never expanded). Text is not checked: feed readers tolerate a
 * stray `&`. Returns the error that ended the scan early, if any.
 */
export function scanXml(
  text: string,
  visit: (tag: XmlTag, stack: readonly XmlTag[]) => void,
): XmlFault | undefined {
  const stack: XmlTag[] = [];
  let at = text.indexOf('<');
  while (at !== -1) {
    const end = endOfMarkup(text, at);
    if (end === -1) return { offset: at, reason: `unclosed: ${excerpt(text, at)}` };
    const tag = readTag(text, at, end);
    if (tag === undefined) return { offset: at, reason: `not a tag: ${excerpt(text, at)}` };
    if (tag !== 'other') {
      if (tag.kind === 'close') {
        const open = stack.pop();
        if (open?.name !== tag.name) {
          const expected = open === undefined ? 'nothing is open' : `<${open.name}> is open`;
          return { offset: at, reason: `</${tag.name}> has no opening tag (${expected})` };
        }
      }
      visit(tag, stack);
      if (tag.kind === 'open') stack.push(tag);
      if (stack.length > 512) return { offset: at, reason: 'elements are nested too deeply' };
    }
    at = text.indexOf('<', end);
  }
  const open = stack.at(-1);
  if (open !== undefined)
    return { offset: text.length, reason: `<${open.name}> is not closed` };
  return undefined;
}

function endOfMarkup(text: string, at: number): number {
  const after = (mark: string, from: number) => {
    const found = text.indexOf(mark, from);
    return found === -1 ? -1 : found + mark.length;
  };
  if (text.startsWith('<!--', at)) return after('-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) return after(']]>', at + 9);
  if (text.startsWith('<?', at)) return after('?>', at + 2);
  const isDoctype = text.startsWith('<!', at);
  let depth = 0;
  for (let index = at + 1; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"' || character === "'") {
      index = text.indexOf(character, index + 1);
      if (index === -1) return -1;
    } else if (isDoctype && character === '[') depth += 1;
    else if (isDoctype && character === ']') depth -= 1;
    else if (character === '<' && !isDoctype) return index;
    else if (character === '>' && depth <= 0) return index + 1;
  }
  return -1;
}

function readTag(text: string, start: number, end: number): XmlTag | 'other' | undefined {
  if (text[start + 1] === '!' || text[start + 1] === '?') return 'other';
  tagName.lastIndex = start;
  const [, slash, name = ''] = tagName.exec(text) ?? [];
  if (slash === undefined || text[end - 1] !== '>') return undefined;
  const kind = slash === '/' ? 'close' : text[end - 2] === '/' ? 'empty' : 'open';
  return { kind, name, start, end };
}

function excerpt(text: string, at: number): string {
  const line = text.slice(at, at + 40).split('\n', 1)[0] ?? '';
  return line.length === 40 ? `${line}…` : line;
}
