import { monthNames, partsOfDay } from './calendar-day.ts';
import type { Citation, CitedName } from './citation.ts';

/**
 * Formats an entry for BibTeX and biblatex. Letters of all scripts stay as they are (LaTeX has read
 * UTF-8 since 2018). A second pair of braces keeps capitals, and a name in one piece. URLs need no
 * escapes (`\url`).
 */
export function formatBibtex(citation: Citation): string {
  const { title, authors, translators, publication, published, accessed, url, language } =
    citation;
  const [year, month, day] = published === undefined ? [] : partsOfDay(published);
  const fields = {
    author: listNames(authors),
    title: `{${escapeTex(title)}}`,
    translator: listNames(translators),
    journal: publication && `{${escapeTex(publication)}}`,
    year,
    month: month && monthNames[month - 1]?.slice(0, 3).toLowerCase(),
    day,
    url: url.replace(/[{}\\]/g, encodeURIComponent),
    urldate: accessed,
    language,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || value === ''
      ? []
      : [`  ${name} = ${name === 'month' ? value : `{${value}}`},`],
  );
  return [`@article{${citationKey(citation)},`, ...lines, '}'].join('\n');
}

function listNames(names: readonly CitedName[]): string {
  return names
    .map(({ name, family, given }) =>
      family === undefined || given === undefined
        ? `{${escapeTex(name)}}`
        : `{${escapeTex(family)}}, ${escapeTex(given)}`,
    )
    .join(' and ');
}

/** BibTeX counts braces even after a backslash, so they are written by name. */
const texNames: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\{}^~$&#_%]/g, (sign) => texNames[sign] ?? `\\${sign}`);
}

/**
 * Formats a RIS record of type NEWS (RefMan specification of 2011): a tag, two spaces, a dash and a
 * space before each value, dates as `YYYY/MM/DD`. A comma separates family and given name, so commas
 * in a name of one piece are removed.
 */
export function formatRis(citation: Citation): string {
  const { title, authors, translators, publication, published, accessed, url, language } =
    citation;
  const nameOf = ({ name, family, given }: Citation['authors'][number]) =>
    family === undefined || given === undefined
      ? name.replace(/\s*,\s*/g, ' ')
      : `${family}, ${given}`;
  const date = (day: string) => day.replaceAll('-', '/');
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', 'NEWS'],
    ...authors.map((name) => ['AU', nameOf(name)] as const),
    ['TI', title],
    ['T2', publication],
    ['DA', published && date(published)],
    ['PY', published?.slice(0, 4)],
    ...translators.map((name) => ['A4', nameOf(name)] as const),
    ['LA', language],
    ['UR', url],
    ['Y2', date(accessed)],
  ];
  return [
    ...lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${value}`] : [])),
    'ER  - ',
  ].join('\n');
}

/** Formats CSL-JSON (schema 1.0.2): a list of one item, as reference managers read it. */
export function formatCslJson(citation: Citation): string {
  const { title, authors, translators, publication, published, accessed, url, language } =
    citation;
  const date = (day: string) => ({ 'date-parts': [partsOfDay(day)] });
  const item = {
    id: citationKey(citation),
    type: 'article-newspaper',
    title,
    ...(authors.length > 0 ? { author: authors.map(toName) } : {}),
    ...(translators.length > 0 ? { translator: translators.map(toName) } : {}),
    ...(publication === '' ? {} : { 'container-title': publication }),
    ...(published === undefined ? {} : { issued: date(published) }),
    accessed: date(accessed),
    URL: url,
    language,
  };
  return JSON.stringify([item], undefined, 2).replace(
    /\[\s+(\d+),\s+(\d+),\s+(\d+)\s+\]/g,
    '[$1, $2, $3]',
  );
}

function toName({ name, family, given }: CitedName): object {
  return family === undefined || given === undefined ? { literal: name } : { family, given };
}

/**
 * Formats Wikipedia's `{{cite news}}` (Template:Cite news) with ISO dates, which the template accepts
 * in every article. Double parentheses make it accept a name with a comma or a semicolon as it is.
 */
export function formatWikipedia(citation: Citation): string {
  const { title, authors, translators, publication, published, accessed, url, language } =
    citation;
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ...authors.flatMap((name, index) => nameFields(name, index, 'author')),
    ['title', escapeWiki(title)],
    ['work', escapeWiki(publication)],
    ['date', published],
    ...translators.flatMap((name, index) => nameFields(name, index, 'translator')),
    ['language', /^en\b/i.test(language) ? '' : language],
    ['url', url.replace(/[[\]{}|<>"']/g, encodeStrictly)],
    ['access-date', accessed],
  ];
  const written = fields.flatMap(([name, value]) => (value ? [` |${name}=${value}`] : []));
  return `{{cite news${written.join('')}}}`;
}

function nameFields({ name, family, given }: CitedName, index: number, role: string) {
  const number = index === 0 ? '' : `${index + 1}`;
  if (family !== undefined && given !== undefined) {
    const prefix = role === 'author' ? '' : `${role}-`;
    return [
      [`${prefix}last${number}`, escapeWiki(family)],
      [`${prefix}first${number}`, escapeWiki(given)],
    ] as const;
  }
  const text = escapeWiki(name);
  return [[`${role}${number}`, /[,;]/.test(name) ? `((${text}))` : text]] as const;
}

/**
 * Replaces characters of markup by character references; also two apostrophes, which would start
 * italics, and three tildes, which would be a signature.
 */
function escapeWiki(text: string): string {
  return text
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/[[\]{}|<>]|'{2,}|~{3,}/g, (signs) =>
      [...signs].map((sign) => `&#${sign.charCodeAt(0)};`).join(''),
    );
}

function encodeStrictly(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** A short ASCII key of a citation, made of its URL and year: `bridge-2026`. */
function citationKey({ url, published }: Citation): string {
  const name = new URL(url).pathname.split('/').findLast((part) => /[a-z]/i.test(part)) ?? '';
  const plain = name.includes('%') ? '' : name.replace(/[^\w-]+/g, '').toLowerCase();
  return `${plain || 'article'}-${published?.slice(0, 4) ?? 'nd'}`;
}
