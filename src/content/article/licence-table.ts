import type { KnownLicence, LicenceNeed } from './known-licence.ts';

/** A licence other than Creative Commons, and its names. */
export interface LicenceRow extends KnownLicence {
  /** Matches the whole name in lower case with single spaces. */
  readonly forms: RegExp;
}

/** The provider must be named, whether an office or a person. */
const giver = (why: string): LicenceNeed => ({
  parts: ['creator', 'source'],
  level: 'error',
  why,
});

/** Optional thanks. */
const thanks = (why: string): LicenceNeed => ({ parts: ['creator'], level: 'advice', why });

const free = { needs: [], limits: [] } as const;

/** Types 1 to 4 of the Korea Open Government License: https://www.kogl.or.kr/info/license.do */
const koglLimits = [
  [],
  ['non-commercial'],
  ['no-derivatives'],
  ['non-commercial', 'no-derivatives'],
] as const;

export const licenceTable: readonly LicenceRow[] = [
  {
    forms:
      /^(?:creative commons |cc )?(?:cc0|cc-zero|cc zero)(?:[ -]?(?:v)?1\.0)?(?: universal)?$/u,
    name: 'CC0 1.0',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    ...free,
  },
  {
    forms: /^(?:(?:cc )?public domain(?: mark)?|pdm|cc pdm|pd)(?:[ -]1\.0)?$/u,
    name: 'Public domain',
    url: 'https://creativecommons.org/publicdomain/mark/1.0/',
    ...free,
    word: 'publicDomain',
  },
  {
    // Not copyrightable in the United States (17 U.S.C. 105). Elsewhere it may be.
    forms: /^(?:(?:public domain|pd)[ (-]*)?us(?:[ -]?gov(?:ernment)?)(?:[ -]works?)?\)?$/u,
    name: 'US Government work',
    url: 'https://www.usa.gov/government-copyright',
    needs: [thanks('17 U.S.C. 403 asks for a notice where such works predominate')],
    limits: [],
    word: 'usGovernmentWork',
  },
  ...(['3', '2', '1'] as const).map((version) => ({
    // Other countries have their own OGL, but none has a version 3.0.
    forms: new RegExp(
      `^(?:(?:uk )?open government licen[cs]e(?: uk)?|ogl[ -]uk|uk[ -]ogl${version === '3' ? '|ogl' : ''})[ -]v?${version}(?:\\.0)?$`,
      'u',
    ),
    name: `Open Government Licence v${version}.0`,
    url: `https://www.nationalarchives.gov.uk/doc/open-government-licence/version/${version}/`,
    needs: [giver('"acknowledge the source of the Information"')],
    limits: [],
  })),
  ...koglLimits.map((limits, index) => ({
    forms: new RegExp(
      `^(?:kogl|korea open government licen[cs]e|공공누리)[ -]*(?:제 ?)?(?:type )?${index + 1}(?: ?유형)?$`,
      'u',
    ),
    name: `KOGL Type ${index + 1}`,
    url: `https://www.kogl.or.kr/info/licenseType${index + 1}.do`,
    needs: [
      giver('the source must be shown (출처표시)'),
      {
        parts: ['title', 'sourceUrl'],
        level: 'advice',
        why: 'the form of words it proposes',
      } as const,
    ],
    limits,
  })),
  ...(['1.1', '1.2', '1.3'] as const).flatMap((version) =>
    ['', ' or later'].map((later) => ({
      forms: new RegExp(
        `^(?:gfdl|gnu fdl|gnu free documentation licen[cs]e)[ -]v?${version.replace('.', '\\.')}${later === '' ? '(?:[ -]only)?' : '(?:\\+|[ -]or[ -]later)'}$`,
        'u',
      ),
      name: `GFDL ${version}${later}`,
      url: `https://www.gnu.org/licenses/${version === '1.3' ? '' : 'old-licenses/'}fdl-${version}.html`,
      needs: [{ parts: ['creator'], level: 'error', why: 'section 4, items B and D' } as const],
      limits: ['share-alike'] as const,
    })),
  ),
  // "not required", "appreciated" in the words of all three.
  ...[
    ['Unsplash', 'https://unsplash.com/license'],
    ['Pexels', 'https://www.pexels.com/license/'],
    ['Pixabay', 'https://pixabay.com/service/license-summary/'],
  ].map(([name = '', url = '']) => ({
    forms: new RegExp(`^${name.toLowerCase()}(?: content)? licen[cs]e$`, 'u'),
    name: `${name} ${name === 'Pixabay' ? 'Content License' : 'License'}`,
    url,
    needs: [thanks('not required, appreciated')],
    limits: [],
  })),
  {
    // Not a licence: the publisher has permission from the person named.
    forms: /^all rights reserved$/u,
    name: 'All rights reserved',
    needs: [giver('whose rights they are')],
    limits: [],
    word: 'allRightsReserved',
  },
];
