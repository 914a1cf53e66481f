/** A licence as it is printed, and what it asks of a credit. */
export interface KnownLicence {
  readonly name: string;
  readonly url: string;
  /** Whether the creator must be named wherever the picture goes. */
  readonly attribution: boolean;
}

const creativeCommons = /^cc[ -](by(?:-nc)?(?:-sa|-nd)?)[ -](1\.0|2\.0|2\.5|3\.0|4\.0)$/iu;

const others: readonly (KnownLicence & { readonly forms: RegExp })[] = [
  {
    forms: /^(?:cc0|cc zero)(?:[ -]1\.0)?$/iu,
    name: 'CC0 1.0',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    attribution: false,
  },
  {
    forms: /^(?:public domain|pdm|public domain mark)(?:[ -]1\.0)?$/iu,
    name: 'Public domain',
    url: 'https://creativecommons.org/publicdomain/mark/1.0/',
    attribution: false,
  },
];

/**
 * The licence that a name stands for (`CC BY-SA 4.0`, `CC0`, `public domain`); undefined for a
 * name not known, which is never guessed. Names and addresses: creativecommons.org.
 */
export function knownLicence(name: string): KnownLicence | undefined {
  const text = name.trim().replace(/\s+/gu, ' ');
  const match = creativeCommons.exec(text);
  if (match) {
    const [, terms = '', version = ''] = match;
    return {
      name: `CC ${terms.toUpperCase()} ${version}`,
      url: `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`,
      attribution: true,
    };
  }
  const known = others.find((licence) => licence.forms.test(text));
  return known && { name: known.name, url: known.url, attribution: known.attribution };
}
