import type { Citation, CitedName } from './citation.ts';

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
