import type { Words } from '../../language/words.ts';
import { WORDS } from '../../language/words-for.ts';
import { creativeCommonsAt, creativeCommonsNamed } from './creative-commons.ts';
import type { KnownLicence } from './known-licence.ts';
import { type LicenceRow, licenceTable } from './licence-table.ts';

/**
 * The licence with a name (`CC BY-SA 4.0`, `CC0`, `KOGL Type 1`, `gemeinfrei`); undefined for an
 * unknown name, which is never guessed.
 */
export function knownLicence(name: string): KnownLicence | undefined {
  const text = name.trim().replace(/\s+/gu, ' ').toLowerCase();
  return (
    creativeCommonsNamed(text) ??
    withoutForms(licenceTable.find(({ forms }) => forms.test(text)) ?? phrases.get(text))
  );
}

/** The licence with the URL of its text or summary; undefined if unknown. */
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

/** Formats a licence name for an edition. Known phrases are translated. */
export function formatLicence(name: string, { picture }: Words): string {
  const known = knownLicence(name);
  if (known?.word !== undefined) return picture[known.word];
  return known?.name ?? name;
}

/** Normalizes http, `www.` and the language of a deed. */
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
