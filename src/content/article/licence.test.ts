import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsFor } from '../../language/words-for.ts';
import { formatLicence, knownLicence, knownLicenceAt } from './licence.ts';
import { licenceTable } from './licence-table.ts';

const licences = 'https://creativecommons.org/licenses';
const dedications = 'https://creativecommons.org/publicdomain';
const ogl = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version';

const known: readonly [written: string, name: string, url: string][] = [
  ['CC BY 4.0', 'CC BY 4.0', `${licences}/by/4.0/`],
  ['cc-by-sa-3.0', 'CC BY-SA 3.0', `${licences}/by-sa/3.0/`],
  [' CC  BY-NC-ND 2.5 ', 'CC BY-NC-ND 2.5', `${licences}/by-nc-nd/2.5/`],
  ['CC BY-ND-NC 1.0', 'CC BY-NC-ND 1.0', `${licences}/by-nd-nc/1.0/`],
  ['CC BY-NC 2.0', 'CC BY-NC 2.0', `${licences}/by-nc/2.0/`],
  ['CC BY-SA 3.0 DE', 'CC BY-SA 3.0 DE', `${licences}/by-sa/3.0/de/`],
  ['CC-BY-2.1-JP', 'CC BY 2.1 JP', `${licences}/by/2.1/jp/`],
  ['CC BY 2.5 Scotland', 'CC BY 2.5 Scotland', `${licences}/by/2.5/scotland/`],
  ['CC BY 3.0 IGO', 'CC BY 3.0 IGO', `${licences}/by/3.0/igo/`],
  ['CC BY 3.0 Unported', 'CC BY 3.0', `${licences}/by/3.0/`],
  [
    'Creative Commons Attribution-ShareAlike 4.0 International License',
    'CC BY-SA 4.0',
    `${licences}/by-sa/4.0/`,
  ],
  [
    'Creative Commons Attribution-NonCommercial-NoDerivs 2.0 Generic',
    'CC BY-NC-ND 2.0',
    `${licences}/by-nc-nd/2.0/`,
  ],
  ['CC0', 'CC0 1.0', `${dedications}/zero/1.0/`],
  ['cc0 1.0', 'CC0 1.0', `${dedications}/zero/1.0/`],
  ['CC0 1.0 Universal', 'CC0 1.0', `${dedications}/zero/1.0/`],
  ['Public Domain', 'Public domain', `${dedications}/mark/1.0/`],
  ['Public Domain Mark 1.0', 'Public domain', `${dedications}/mark/1.0/`],
  ['gemeinfrei', 'Public domain', `${dedications}/mark/1.0/`],
  ['퍼블릭 도메인', 'Public domain', `${dedications}/mark/1.0/`],
  ['PD-USGov', 'US Government work', 'https://www.usa.gov/government-copyright'],
  ['OGL 3.0', 'Open Government Licence v3.0', `${ogl}/3/`],
  ['Open Government Licence v3.0', 'Open Government Licence v3.0', `${ogl}/3/`],
  ['OGL-UK-2.0', 'Open Government Licence v2.0', `${ogl}/2/`],
  ['KOGL Type 1', 'KOGL Type 1', 'https://www.kogl.or.kr/info/licenseType1.do'],
  ['공공누리 제4유형', 'KOGL Type 4', 'https://www.kogl.or.kr/info/licenseType4.do'],
  ['GFDL 1.3', 'GFDL 1.3', 'https://www.gnu.org/licenses/fdl-1.3.html'],
  [
    'GFDL-1.2-or-later',
    'GFDL 1.2 or later',
    'https://www.gnu.org/licenses/old-licenses/fdl-1.2.html',
  ],
  ['Unsplash licence', 'Unsplash License', 'https://unsplash.com/license'],
];

for (const [written, name, url] of known) {
  test(`${JSON.stringify(written)} is ${name}`, () => {
    const licence = knownLicence(written);
    assert.deepEqual([licence?.name, licence?.url], [name, url]);
  });
}

test('never guesses an unknown name', () => {
  const unknown = [
    ...['', 'CC', 'CC BY', 'CC BY 5.0', 'CC BY-ND-SA 4.0', 'CC BY-NC-NC 4.0', 'MIT', 'BY 4.0'],
    // Never ported or never published.
    ...['free', 'CC BY 4.0 DE', 'CC BY 3.0 XX', 'CC BY 2.1', 'CC BY 3.0 International'],
    // The country is unknown.
    ...[
      'OGL',
      'OGL 2.0',
      'KOGL',
      'KOGL Type 5',
      'GFDL',
      'GFDL 2.0',
      'constructor',
      '__proto__',
    ],
  ];
  assert.deepEqual(
    unknown.filter((name) => knownLicence(name) !== undefined),
    [],
  );
});

test('finds a licence by the URL of its text in any language', () => {
  const at = (url: string) => knownLicenceAt(url)?.name;
  assert.equal(at('http://www.creativecommons.org/licenses/by/4.0/deed.ko'), 'CC BY 4.0');
  assert.equal(at(`${licences}/by-sa/3.0/de/legalcode`), 'CC BY-SA 3.0 DE');
  assert.equal(at(`${licences}/by-sa/3.0/deed.de`), 'CC BY-SA 3.0');
  assert.equal(at(`${dedications}/zero/1.0/deed.fr`), 'CC0 1.0');
  assert.equal(at(`${ogl}/3`), 'Open Government Licence v3.0');
  assert.equal(at('https://creativecommons.example/licenses/by/4.0/'), undefined);
  assert.equal(at('https://example.org/'), undefined);
});

test('knows the limits of a licence', () => {
  assert.deepEqual(knownLicence('CC BY-NC-SA 4.0')?.limits, ['non-commercial', 'share-alike']);
  assert.deepEqual(knownLicence('CC BY-ND 2.0')?.limits, ['no-derivatives']);
  assert.deepEqual(knownLicence('KOGL Type 4')?.limits, ['non-commercial', 'no-derivatives']);
  assert.deepEqual(knownLicence('CC0')?.limits, []);
});

test('finds every licence of the table by its name and URL, and every need has a reason', () => {
  for (const { name, url, needs } of licenceTable) {
    assert.equal(knownLicence(name)?.name, name);
    // Editions of one text share its URL.
    if (url !== undefined) assert.equal(knownLicenceAt(url)?.url, url);
    for (const { parts, why } of needs) assert.ok(parts.length > 0 && why !== '');
  }
});

test('translates phrases, not names', () => {
  const format = (name: string, language: string) =>
    formatLicence(name, wordsFor(language).words);
  assert.equal(format('public domain', 'de'), 'Gemeinfrei');
  assert.equal(format('All rights reserved', 'fr'), 'Tous droits réservés');
  assert.equal(format('CC BY 4.0', 'ko'), 'CC BY 4.0');
  assert.equal(format('Our own', 'ko'), 'Our own');
});
