import { extname } from 'node:path';

/** A kind of file that may hold articles but is not supported. */
export interface UnreadableKind {
  /** With its article: `a Word document`. */
  readonly name: string;
  readonly cure: string;
}

const asHtml = 'save it as HTML or plain text and import that';
const unpack = 'unpack it and import its files';
const asArticles = 'give each article as text, HTML or Markdown, or all of them as a feed';
const pandoc = 'convert it to Markdown (for example with pandoc) and import that';
const noArticle = 'give an article as text, HTML, Markdown or a feed';

const kinds: readonly [endings: string, kind: UnreadableKind][] = [
  ['doc docx docm dotx', { name: 'a Word document', cure: asHtml }],
  ['odt ott fodt sxw', { name: 'an OpenDocument text', cure: asHtml }],
  ['rtf', { name: 'a rich text (RTF)', cure: asHtml }],
  ['pages', { name: 'a Pages document', cure: asHtml }],
  ['hwp hwpx', { name: 'a Hangul document', cure: asHtml }],
  ['wpd wps', { name: 'a word processor document', cure: asHtml }],
  ['pdf', { name: 'a PDF', cure: 'copy its text into a text file and import that' }],
  ['epub mobi azw3 fb2', { name: 'a book', cure: pandoc }],
  ['ppt pptx odp key', { name: 'a presentation', cure: asHtml }],
  ['xls xlsx ods numbers', { name: 'a spreadsheet', cure: asArticles }],
  ['csv tsv tab', { name: 'a table (CSV or TSV)', cure: asArticles }],
  [
    'json jsonl ndjson json5 geojson',
    {
      name: 'JSON, but not a JSON Feed or an export of Ghost',
      cure: asArticles,
    },
  ],
  ['yaml yml toml ini plist', { name: 'a file of data or settings', cure: asArticles }],
  ['sql sqlite sqlite3 db dump mdb', { name: 'a database', cure: asArticles }],
  ['ipynb', { name: 'a notebook (Jupyter)', cure: pandoc }],
  ['rst rest', { name: 'reStructuredText', cure: pandoc }],
  ['adoc asciidoc asc', { name: 'AsciiDoc', cure: pandoc }],
  ['org', { name: 'an Org file', cure: pandoc }],
  ['tex latex ltx', { name: 'LaTeX', cure: pandoc }],
  ['textile', { name: 'Textile', cure: pandoc }],
  ['wiki mediawiki wikitext', { name: 'wikitext', cure: pandoc }],
  ['opml', { name: 'a list of feeds (OPML)', cure: 'give the address of each feed' }],
  [
    'mht mhtml webarchive warc wacz maff',
    {
      name: 'an archive of web pages',
      cure: 'save each page as HTML and import that',
    },
  ],
  ['eml msg mbox', { name: 'mail', cure: asHtml }],
  ['zip gz tgz tar bz2 xz 7z rar zst', { name: 'an archive', cure: unpack }],
];
const byEnding = new Map(
  kinds.flatMap(([endings, kind]) => endings.split(' ').map((ending) => [ending, kind])),
);

/** The unsupported kind of a file name; undefined for other kinds and for supported ones. */
export function unreadableKind(name: string): UnreadableKind | undefined {
  return byEnding.get(extname(name).slice(1).toLowerCase());
}

/** The kind of a binary file, by its usual extension (`docx`, `png`), if known. */
export function binaryKind(ending: string | undefined): UnreadableKind {
  const known = byEnding.get(ending === 'cfb' ? 'doc' : (ending ?? ''));
  if (known !== undefined) return known;
  const name = ending === undefined ? 'a binary file' : `a binary file (${ending})`;
  return { name, cure: noArticle };
}

/** The kind of a media type other than text: `text/csv`, `image/png`. */
export function kindOfMedia(media: string): UnreadableKind | undefined {
  const type = media.toLowerCase().replace('tab-separated-values', 'tsv');
  const ending = /^(?:text|application)\/(?:[\w.-]+\+)?(csv|tsv|json|yaml|rtf)(?:;|$)/u.exec(
    type,
  );
  if (ending) return byEnding.get(ending[1] ?? '');
  const [, of] = /^(?:image|audio|video|font)\/([\w.+-]+)/u.exec(type) ?? [];
  return of === undefined ? undefined : binaryKind(of);
}

/** Beginnings of text files that are not supported. */
const beginnings: readonly [begins: RegExp, ending: string][] = [
  [/^\{\\rtf\d/u, 'rtf'],
  [/^(?:From: <Saved by |MIME-Version: 1\.0\r?\nContent-Type: multipart\/related)/iu, 'mhtml'],
  [/^(?:Return-Path|Received|Delivered-To|Message-ID): .*\r?\n(?:[\w-]+: |[ \t])/iu, 'eml'],
  [/^From \S+@\S+ .*\d{4}\r?\n/u, 'mbox'],
  [/^<\?xml[^>]*\?>\s*(?:<!--[\s\S]*?-->\s*)*<opml[\s>]|^<opml[\s>]/iu, 'opml'],
  [/^\\documentclass\b/u, 'tex'],
  [/^-- (?:MySQL dump|MariaDB dump|PostgreSQL database dump|phpMyAdmin SQL Dump)/u, 'sql'],
];

/** The kind of an unsupported text, by its beginning; `whole` returns the full text. */
export function kindOfText(start: string, whole: () => string): UnreadableKind | undefined {
  const begun = beginnings.find(([begins]) => begins.test(start))?.[1];
  if (begun !== undefined) return byEnding.get(begun);
  return /^[[{]/u.test(start) && isJson(whole()) ? byEnding.get('json') : undefined;
}

/** The kind of XML that is neither a feed nor a page. */
export function kindOfXml(start: string): UnreadableKind | undefined {
  return /^<(?:\?xml|svg|plist|urlset|sitemapindex|mediawiki)[\s>]/iu.test(start)
    ? { name: 'XML, but not a feed or an export of WordPress', cure: noArticle }
    : undefined;
}

function isJson(text: string): boolean {
  const isOne = (one: string) => {
    try {
      return typeof JSON.parse(one) === 'object';
    } catch {
      return false;
    }
  };
  const [first = '', second = ''] = text.trim().split('\n', 2);
  return isOne(text) || (second !== '' && isOne(first) && isOne(second));
}
