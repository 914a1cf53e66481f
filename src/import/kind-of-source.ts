import { extname } from 'node:path';
import type { SourceFile } from './draft.ts';
import { isFeed } from './read-feed/detect-feed.ts';
import {
  binaryKind,
  kindOfMedia,
  kindOfText,
  kindOfXml,
  type UnreadableKind,
  unreadableKind,
} from './unreadable-kinds.ts';

type SourceKind = 'text' | 'html' | 'post' | 'feed';

const byEnding: Readonly<Record<string, SourceKind>> = {
  '.txt': 'text',
  '.text': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.md': 'post',
  '.markdown': 'post',
  '.mdown': 'post',
  '.mdx': 'post',
  '.xml': 'feed',
  '.rss': 'feed',
  '.atom': 'feed',
  '.wxr': 'feed',
};

const byMediaType: readonly [pattern: RegExp, kind: SourceKind][] = [
  [/^application\/(?:rss|atom|feed)\+/iu, 'feed'],
  [/^text\/(?:html)|^application\/xhtml\+xml/iu, 'html'],
  [/^text\/(?:x-)?markdown/iu, 'post'],
];

const byBeginning: readonly [pattern: RegExp, kind: SourceKind][] = [
  [/^<\?xml[^>]*\?>\s*(?:<!--[\s\S]*?-->\s*|<\?[^>]*\?>\s*)*<!doctype\s+html/iu, 'html'],
  [/^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)[\s>]/iu, 'html'],
  [/^(?:---|\+\+\+|;;;)[ \t]*\r?\n[\s\S]*?\n(?:---|\+\+\+|;;;)[ \t]*(?:\r?\n|$)/u, 'post'],
];

/**
 * Detects the kind of a source by its media type, its beginning and its file name. Front matter
 * makes any file a post; anything unknown is plain text. Returns the unreadable kind for a file
 * that cannot hold an article.
 */
export async function kindOfSource(file: SourceFile): Promise<SourceKind | UnreadableKind> {
  const name = file.path ?? pathOf(file.url) ?? file.source;
  if (isBinary(file.bytes)) return await kindOfBinary(file.bytes, name);
  const named = byEnding[extname(name).toLowerCase()];
  const media = file.contentType ?? '';
  const said = byMediaType.find(([pattern]) => pattern.test(media))?.[1];
  const start = beginningOf(file.bytes);
  const begun = isFeed(file)
    ? 'feed'
    : byBeginning.find(([pattern]) => pattern.test(start))?.[1];
  const unread = () => kindOfText(start, () => textOf(file.bytes));
  if (named === 'text' && begun !== 'post')
    return begun === 'feed' && !start.startsWith('<') ? 'feed' : (unread() ?? 'text');
  if (said === 'html' && begun !== 'feed') return 'html';
  if (begun === 'post') return named === 'feed' ? 'feed' : 'post';
  // A post may begin with an element.
  if (named === 'post' && begun !== undefined) return 'post';
  const known = said ?? begun ?? named;
  if (known !== undefined) return known;
  return unread() ?? kindOfXml(start) ?? unreadableKind(name) ?? kindOfMedia(media) ?? 'text';
}

async function kindOfBinary(bytes: Uint8Array, name: string): Promise<UnreadableKind> {
  // Loaded on demand: loading it takes longer than reading a text.
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const named = unreadableKind(name);
  // Many documents are archives or old containers inside; the file name tells them apart.
  const isGeneral = type === undefined || /^(?:zip|cfb)$/u.test(type.ext);
  return (isGeneral ? named : undefined) ?? binaryKind(type?.ext);
}

/** File signatures in Latin-1: PDF, ZIP (Word, EPUB), pictures, sound, programs. */
const signatures: readonly RegExp[] = [
  /^(?:%PDF-|GIF8[79]a|BZh|Rar!|SQLite format 3|OggS|wOF[F2]|\{\\rtf|ID3)/u,
  /^(?:.PNG|PK..|RIFF.{4}(?:WEBP|WAVE|AVI )|.{4}ftyp|.ELF)/su,
  /^(?:\u00ff\u00d8\u00ff|7z\u00bc\u00af|\u00d0\u00cf.\u00e0|.\u008b.{8})/su,
];

/** Whether a file is binary, judged by its beginning. */
function isBinary(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  // Text has no such bytes. All signatures but the first row have them.
  const [named, ...others] = signatures;
  const hasControls = bytes.subarray(0, 512).some((byte) => byte < 9 || byte > 0xf4);
  return named?.test(head) === true || (hasControls && others.some((form) => form.test(head)));
}

/** Whether a file name in a folder may be an article: not `photo.jpg` or `site.yaml`. */
export function isImportable(name: string): boolean {
  return byEnding[extname(name).toLowerCase()] !== undefined;
}

function beginningOf(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff || bytes[0] === 0xfe;
  const head = bytes.subarray(0, 8192);
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('utf8');
  return (utf16 ? text.replaceAll('\0', '') : text).replace(/^[\uFEFF\uFFFD\s]+/u, '');
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString(bytes[0] === 0xff ? 'utf16le' : 'utf8')
    .replace(/^\uFEFF/u, '');
}

function pathOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).pathname : undefined;
}
