import type { SourceFile } from '../draft.ts';
import {
  charsetOf,
  chooseEncoding,
  decodeAs,
  encodingOfMark,
  encodingOfZeros,
} from '../encodings.ts';
import { isMovableType } from './read-movable-type.ts';

/**
 * Whether a file is RSS (0.9x, 1.0, 2.0), Atom, a JSON Feed, or an export of WordPress, Ghost or
 * Movable Type.
 */
export function isFeed(file: SourceFile): boolean {
  // The end may cut a character in two, which a strict decoder rejects.
  const isJson = /^[\s\0\ufeff\xef\xbb\xbf\xff\xfe]*\{/u.test(
    Buffer.from(file.bytes.subarray(0, 200)).toString('latin1'),
  );
  const head = isJson ? file : { ...file, bytes: file.bytes.subarray(0, 20_000) };
  return kindOfFeed(decodeFeed(head).text) !== undefined;
}

type FeedKind = 'rss' | 'rdf' | 'atom' | 'json' | 'wordpress' | 'ghost' | 'movable type';

const prolog = /^\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*/su;
const roots: readonly [pattern: RegExp, kind: FeedKind][] = [
  [/^<(?:\w+:)?rss[\s>]/iu, 'rss'],
  [/^<(?:\w+:)?rdf[\s>](?=.*(?:purl\.org\/rss\/|netscape\.com\/rdf\/|<item))/isu, 'rdf'],
  [/^<(?:\w+:)?feed[\s>]/iu, 'atom'],
];

/**
 * Detects the kind of feed by its root element or, for JSON, by its keys. Undefined for anything
 * else, such as HTML that a server sends instead of a missing feed.
 */
export function kindOfFeed(text: string): FeedKind | undefined {
  const head = text.slice(0, 20_000);
  if (/^\s*\{/u.test(head)) return kindOfJson(text);
  if (isMovableType(head)) return 'movable type';
  const rest = head.slice(prolog.exec(head)?.[0].length ?? 0);
  const root = /^<!doctype/iu.test(rest) ? afterDoctype(rest) : rest;
  const kind = roots.find(([pattern]) => pattern.test(root))?.[1];
  return kind === 'rss' && /wordpress\.org\/export\//iu.test(head) ? 'wordpress' : kind;
}

/** Searches the whole text: programs that sort keys write the version last. */
function kindOfJson(text: string): FeedKind | undefined {
  if (/"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version/iu.test(text))
    return 'json';
  const isGhost =
    /^\s*\{\s*"db"\s*:\s*\[/u.test(text) || /"exported_on"\s*:\s*["\d]/u.test(text);
  return isGhost && /"posts"\s*:\s*\[/u.test(text) ? 'ghost' : undefined;
}

function afterDoctype(text: string): string {
  const root = text.search(/<(?:\w+:)?(?:rss|feed|rdf)[\s>]/iu);
  // Inside a page, `<rss` could occur anywhere.
  return root === -1 || /^<!doctype\s+html/iu.test(text) ? '' : text.slice(root);
}

interface DecodedFeed {
  readonly text: string;
  /** The problem with the declared encoding, if any. */
  readonly doubt?: string;
}

/**
 * Decodes a feed to text with LF line ends and without a byte order mark. The mark decides, then
 * certain UTF-8, then the server's charset, then the one in the XML prolog. A declaration that
 * does not fit the bytes is ignored and reported in `doubt`.
 */
export function decodeFeed({ bytes, contentType }: SourceFile): DecodedFeed {
  const mark = encodingOfMark(bytes) ?? encodingOfZeros(bytes);
  const said = [
    { label: charsetOf(contentType), from: 'the server says' },
    { label: encodingOfProlog(bytes), from: 'the prolog says' },
  ];
  const { label, doubt } = mark === undefined ? chooseEncoding(bytes, said) : { label: mark };
  const text = decodeAs(bytes, label, 'strictly');
  if (text !== undefined) return { text, doubt };
  const lenient = decodeAs(bytes, label, 'leniently') ?? '';
  return { text: lenient, doubt: `some bytes are not ${label}; they are shown as \uFFFD` };
}

function encodingOfProlog(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const label = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/u.exec(head)?.[1];
  // The prolog was readable byte by byte, so the text cannot be UTF-16.
  return label !== undefined && /^utf-?16/iu.test(label) ? undefined : label;
}
