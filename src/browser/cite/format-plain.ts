import type { Citation } from './citation.ts';
import { endSentence } from './citation-text.ts';

/**
 * A citation in the language of the page, by no style: names, headline, publication, day,
 * address, and when it was read. `accessed` holds `{date}`.
 */
export function formatPlain(citation: Citation, accessed: string): string {
  const { authors, title, publication, published, url, language } = citation;
  const day = (text: string) =>
    // Without a country English dates are American to `Intl`; pages say 6 January 2026.
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      dateStyle: 'long',
      timeZone: 'UTC',
    }).format(new Date(text));
  const names = new Intl.ListFormat(language).format(authors.map(({ name }) => name));
  const place = [publication, published === undefined ? '' : day(published)];
  return [
    ...[names, title, place.filter(Boolean).join(', ')].filter(Boolean).map(endSentence),
    `${url} (${accessed.replace('{date}', () => day(citation.accessed))})`,
  ].join(' ');
}
