import { scanXml } from './scan-xml.ts';

/** A child element with its text: CDATA opened, entities of XML resolved, no others. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  /** Its content as written. */
  readonly inner: string;
}

const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** The elements at `depth` (2 are the children of the root's child) of well-formed XML. */
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
