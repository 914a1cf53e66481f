import { crc32 } from 'node:zlib';
import type { PictureRights } from '../../content/article/picture-rights.ts';

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
} as const;

/** Licences below this URL state that nobody holds rights to a picture. */
const publicDomain = 'https://creativecommons.org/publicdomain/';

/**
 * Writes rights as an RDF element: the properties of the IPTC Photo Metadata Standard, in the syntax
 * of the XMP specification (part 1, section 7). The same rights give the same text.
 */
export function toRdf(rights: PictureRights): string {
  const { creator, creditLine, copyrightNotice, webStatement, licensorUrl, title } = rights;
  const marked = isMarked(rights);
  const properties = [
    creator === undefined ? '' : property('dc:creator', list('Seq', creator)),
    copyrightNotice === undefined ? '' : property('dc:rights', inLanguages(copyrightNotice)),
    title === undefined ? '' : property('dc:title', inLanguages(title)),
    creditLine === '' ? '' : property('photoshop:Credit', escapeXml(creditLine)),
    licensorUrl === undefined ? '' : property('plus:Licensor', licensor(licensorUrl)),
    marked === undefined ? '' : property('xmpRights:Marked', marked ? 'True' : 'False'),
    webStatement === undefined
      ? ''
      : property('xmpRights:WebStatement', escapeXml(webStatement)),
  ];
  const names = Object.entries(namespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""${names.join('')}>${properties.join('')}</rdf:Description></rdf:RDF>`;
}

/** Writes rights as an XMP packet for a picture's file. */
export function toXmp(rights: PictureRights): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">${toRdf(rights)}</x:xmpmeta><?xpacket end="r"?>`;
}

/** Whether somebody holds rights; undefined where that is unknown. */
function isMarked({ webStatement, copyrightNotice }: PictureRights): boolean | undefined {
  if (webStatement?.startsWith(publicDomain)) return false;
  return webStatement === undefined && copyrightNotice === undefined ? undefined : true;
}

function property(name: string, value: string): string {
  return `<${name}>${value}</${name}>`;
}

function list(kind: 'Seq' | 'Alt', text: string, attributes = ''): string {
  return `<rdf:${kind}><rdf:li${attributes}>${escapeXml(text)}</rdf:li></rdf:${kind}>`;
}

function inLanguages(text: string): string {
  return list('Alt', text, ' xml:lang="x-default"');
}

function licensor(url: string): string {
  const element = property('plus:LicensorURL', escapeXml(url));
  return `<rdf:Seq><rdf:li rdf:parseType="Resource">${element}</rdf:li></rdf:Seq>`;
}

/** Also removes characters that XML 1.0 does not allow. */
function escapeXml(text: string): string {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;' } as const;
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>]/gu, (sign) => entities[sign as keyof typeof entities]);
}

/** The signature, and the length, type, 13 bytes and checksum of the first chunk. */
const pngHeaderEnd = 8 + 4 + 4 + 13 + 4;

/**
 * Adds an XMP packet to a PNG file, after its header and uncompressed (XMP specification part 3,
 * section 1.1.5). libvips would compress it, which not every program can read. The file must not have
 * a packet yet.
 */
export function setPngXmp(file: Buffer, xmp: string): Buffer {
  // Keyword, no compression, no language, no translated keyword.
  const head = Buffer.from('iTXtXML:com.adobe.xmp\0\0\0\0\0', 'latin1');
  const content = Buffer.concat([head, Buffer.from(xmp)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(content));
  const chunk = Buffer.concat([length, content, sum]);
  return Buffer.concat([file.subarray(0, pngHeaderEnd), chunk, file.subarray(pngHeaderEnd)]);
}

/**
 * Adds an XMP packet to a GIF file of version 89a, as an application extension before the first
 * picture (XMP specification part 3, section 1.1.2). The file must not have a packet yet.
 */
export function setGifXmp(file: Buffer, xmp: string): Buffer {
  const flags = file[10] ?? 0;
  const colours = flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
  const at = 13 + colours;
  const head = Buffer.from('\x21\xff\x0bXMP DataXMP', 'latin1');
  return Buffer.concat([
    file.subarray(0, at),
    head,
    Buffer.from(xmp),
    gifTrailer,
    file.subarray(at),
  ]);
}

/**
 * The packet is not divided into blocks with lengths. A program that skips blocks interprets some
 * letter as a length and lands somewhere in these descending bytes, which lead it to the end.
 */
const gifTrailer = Buffer.from([
  1,
  ...Array.from({ length: 256 }, (_, index) => 255 - index),
  0,
]);
