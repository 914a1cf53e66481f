import type { Words } from '../../language/words.ts';
import { WORDS } from '../../language/words-for.ts';
import { creativeCommonsAt, creativeCommonsNamed } from './creative-commons.ts';
import type { KnownLicence } from './known-licence.ts';
import { type LicenceRow, licenceTable } from './licence-table.ts';

/**
 * The licence that a name stands for (`CC BY-SA 4.0`, `CC0`, `KOGL Type 1`, `gemeinfrei`);
 * undefined for a name not known, which is never guessed.
 */
export function knownLicence(name: string): KnownLicence | undefined {
  const text = name.trim().replace(/\s+/gu, ' ').toLowerCase();
  return (
    creativeCommonsNamed(text) ??
    withoutForms(licenceTable.find(({ forms }) => forms.test(text)) ?? phrases.get(text))
  );
}

/** The licence whose text or summary stands at an address; undefined for one not known. */
export function knownLicenceAt(url: string): KnownLicence | undefined {
  return creativeCommonsAt(url) ?? withoutForms(pages.get(withoutEnd(url)));
}

function withoutForms(
  row: (typeof licenceTable)[number] | undefined,
): KnownLicence | undefined {
  if (row === undefined) return undefined;
  const { forms: _, ...licence } = row;
  return licence;
}

/** A licence's name as an edition prints it: that of a known phrase in its words. */
export function formatLicence(name: string, { picture }: Words): string {
  const known = knownLicence(name);
  if (known?.word !== undefined) return picture[known.word];
  return known?.name ?? name;
}

/** The same page with http, `www.`, or the language of a deed. */
function withoutEnd(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/\/(?:deed|legalcode)[^/]*$/u, '')
    .replace(/\/$/u, '');
}

/** Licences by their phrases in each language of the interface. */
const phrases = firstOfEach(
  licenceTable.flatMap((row) => {
    const { word } = row;
    if (word === undefined) return [];
    return Object.values(WORDS).map(({ picture }) => [picture[word].toLowerCase(), row]);
  }),
);

/** Licences by their addresses. */
const pages = firstOfEach(
  licenceTable.flatMap((row) => (row.url === undefined ? [] : [[withoutEnd(row.url), row]])),
);

function firstOfEach(entries: (readonly [string, LicenceRow])[]): Map<string, LicenceRow> {
  return new Map(entries.toReversed());
}
