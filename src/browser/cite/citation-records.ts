import { monthNames, partsOfDay } from './calendar-day.ts';
import type { Citation, CitedName } from './citation.ts';

/**
 * A BibTeX entry, for BibTeX itself and for biblatex. Letters of any script stay as they are
 * (LaTeX has read UTF-8 since 2018). A second pair of braces keeps capitals, and a name in one
 * piece. An address is read as it stands (`\url`).
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

/** BibTeX counts braces even behind a backslash: they have names. */
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
 * A record of the RIS format, type NEWS (RefMan specification of 2011): a tag, two spaces, a
 * dash and a space before each value, dates as `YYYY/MM/DD`. A comma parts a family's name from
 * the given one, so one within a name that stands in one piece is taken out.
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

/** CSL-JSON (schema 1.0.2): a list of one item, as reference managers read it. */
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
 * Wikipedia's `{{cite news}}` (Template:Cite news): dates as ISO has them, which the template
 * takes whatever the article's own form is. A name that holds a comma or a semicolon stands in
 * double brackets, which make the template take it as it is.
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
 * Signs that begin or end mark-up, as references to them; so are two apostrophes, which would be
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

/** A short ASCII name for a citation among others: `bridge-2026`, from its address and year. */
function citationKey({ url, published }: Citation): string {
  const name = new URL(url).pathname.split('/').findLast((part) => /[a-z]/i.test(part)) ?? '';
  const plain = name.includes('%') ? '' : name.replace(/[^\w-]+/g, '').toLowerCase();
  return `${plain || 'article'}-${published?.slice(0, 4) ?? 'nd'}`;
}
