import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learnCompounds } from './split-compounds.ts';

const texts: Readonly<Record<string, string>> = {
  de: `Das <b>Gericht</b> prüft die Verfassung des Bundes. Ein Vertrag über die Arbeit, die Zeit und Häuser;
    der Hafen hat eine Stadt, Kinder und einen Garten. Sie nehmen es unter sich. Die Regierung des Landes.`,
  nl: 'De haven en het bedrijf van de gemeente; de raad van het water.',
  sv: 'Regeringen och domstolen. En stad i landet.',
  fi: 'Kaupungin satama ja laiva.',
  en: 'A book and a shop.',
};

for (const [language, word, tails] of [
  ['de', 'Verfassungsgericht', ['gericht']],
  ['de', 'Bundesverfassungsgerichts', ['verfassungsgerichts', 'gerichts']],
  ['de', 'Arbeitszeit', ['zeit']],
  ['de', 'Arbeitsverträge', []],
  ['de', 'Arbeitsvertrages', ['vertrages']],
  ['de', 'Landesregierung', ['regierung']],
  ['de', 'Kindergarten', ['garten']],
  ['de', 'Hafenstadt', ['stadt']],
  ['de', 'Unternehmen', []],
  ['de', 'Gerichte', []],
  ['de', 'verfassungsgericht', []],
  ['de', 'Wassergericht', []],
  ['nl', 'havenbedrijf', ['bedrijf']],
  ['nl', 'gemeenteraad', ['raad']],
  ['sv', 'landsregeringen', ['regeringen']],
  ['fi', 'satamakaupunki', []],
  ['fi', 'kaupunginlaiva', ['laiva']],
  ['en', 'bookshop', undefined],
] as const) {
  test(`${word} in ${language} ends with ${tails?.join(', ') || 'nothing else'}`, () => {
    assert.deepEqual(learnCompounds([texts[language] ?? ''], language)?.(word), tails);
  });
}
