import { knownLicence } from './licence.ts';

/** Who is to be thanked for a picture, in parts (contracts, section 4). */
export interface Credit {
  readonly creator?: string | undefined;
  readonly creatorUrl?: string | undefined;
  /** Where it was had from: what follows "via". */
  readonly source?: string | undefined;
  readonly sourceUrl?: string | undefined;
  readonly title?: string | undefined;
  readonly licence?: string | undefined;
  readonly licenceUrl?: string | undefined;
  readonly changes?: string | undefined;
}

/**
 * `PM Official Photographer via Wikimedia Commons / CC BY 4.0` -> its parts. "via" counts as a
 * word of its own, the last one; what follows the last ` / ` is a licence only where it is one
 * that is known, so that names with a slash stay whole.
 */
export function parseCreditLine(line: string): Credit {
  const text = line.trim().replace(/\s+/gu, ' ');
  const slash = text.lastIndexOf(' / ');
  const licence = slash < 0 ? undefined : knownLicence(text.slice(slash + 3));
  const names = licence ? text.slice(0, slash) : text;
  const via = /^(.*\S)\s+via\s+(\S.*)$/iu.exec(names);
  const parts: Credit = via
    ? { creator: via[1] ?? '', source: via[2] ?? '' }
    : { creator: names };
  return licence ? { ...parts, licence: licence.name, licenceUrl: licence.url } : parts;
}

/** What a credit lacks, as its licence asks; `fields` are relative to the credit. */
export interface CreditFault {
  readonly severity: 'error' | 'warning';
  readonly field: keyof Credit;
  readonly expected: string;
  readonly cure: string;
}

/**
 * Holds a credit against its licence: a licence that needs attribution needs a creator (CC BY
 * 4.0, section 3(a)(1)); a licence that is not known is a warning.
 */
export function checkCredit(credit: Credit): readonly CreditFault[] {
  if (credit.licence === undefined) return [];
  const licence = knownLicence(credit.licence);
  if (!licence) {
    return credit.licenceUrl === undefined
      ? [
          {
            severity: 'warning',
            field: 'licence',
            expected: 'a known licence such as CC BY 4.0, CC0 or public domain',
            cure: 'add `licenceUrl:` with the address of its text',
          },
        ]
      : [];
  }
  if (!licence.attribution || credit.creator !== undefined) return [];
  return [
    {
      severity: 'error',
      field: 'creator',
      expected: `the creator's name, which ${licence.name} asks for`,
      cure: 'add `creator: NAME`',
    },
  ];
}
