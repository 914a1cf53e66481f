import { quote } from '../../system/problems/format-problem.ts';
import { missingValue, type Problem, wrongValue } from '../../system/problems/problem.ts';
import type { Credit } from './credit.ts';
import type { CreditPart, KnownLicence, LicenceNeed } from './known-licence.ts';
import { knownLicence, knownLicenceAt } from './licence.ts';

/** A problem of a credit without its place. `field` is a part of the credit. */
export interface CreditFault extends Pick<Problem, 'severity' | 'message'> {
  readonly field: keyof Credit;
  readonly cure: string;
}

/**
 * Validates a credit against its licence: what the licence requires must be present, the licence
 * URL must match, and forbidden changes must not be stated. An unknown licence is a warning,
 * unless its text is linked.
 */
export function checkCredit(credit: Credit): readonly CreditFault[] {
  const { licence: name, licenceUrl } = credit;
  if (name === undefined) return licenceUrl === undefined ? [] : [nameless(licenceUrl)];
  const licence = licenceOf(credit);
  if (!licence) return licenceUrl === undefined ? [unknown(name)] : [];
  const faults = needsOf(credit, licence).flatMap(({ need }) =>
    need.level === 'advice' ? [] : [lacking(need, need.level, licence)],
  );
  return [...faults, ...otherAddress(credit, licence), ...forbidden(credit, licence)];
}

/** The licence of a credit, by its name, else by its URL. */
export function licenceOf({ licence, licenceUrl }: Credit): KnownLicence | undefined {
  const named = licence === undefined ? undefined : knownLicence(licence);
  return named ?? (licenceUrl === undefined ? undefined : knownLicenceAt(licenceUrl));
}

/** What a licence requires or advises and the credit lacks. */
export function needsOf(
  credit: Credit,
  licence: KnownLicence,
): { readonly part: CreditPart; readonly need: LicenceNeed }[] {
  return licence.needs.flatMap((need) => {
    const [part] = need.parts;
    const isGiven = need.parts.some((item) => credit[item] !== undefined);
    return isGiven || part === undefined ? [] : [{ part, need }];
  });
}

const expectations: Readonly<Record<CreditPart, string>> = {
  creator: "the creator's name",
  source: 'the source of the picture',
  sourceUrl: 'the address of the picture at its source',
  title: "the picture's title, if it has one",
};

function lacking(
  { parts, why }: LicenceNeed,
  severity: 'error' | 'warning',
  { name }: KnownLicence,
): CreditFault {
  const [field = 'creator'] = parts;
  const wanted = parts.map((part) => expectations[part]).join(', or ');
  return {
    severity,
    field,
    message: missingValue(`${wanted}, which ${name} requires (${why})`),
    cure: `add ${parts.map((part) => `\`${part}: ${field === 'title' ? 'TITLE' : 'NAME'}\``).join(' or ')}`,
  };
}

function unknown(name: string): CreditFault {
  return {
    severity: 'warning',
    field: 'licence',
    message: wrongValue(
      'a known licence with its version, such as CC BY 4.0, CC0 or public domain',
      quote(name),
    ),
    cure: 'write its full name, or add `licenceUrl:` with the address of its text',
  };
}

function nameless(url: string): CreditFault {
  return {
    severity: 'warning',
    field: 'licence',
    message: missingValue(`the name of the licence at ${quote(url)}`),
    cure: 'add `licence: NAME`',
  };
}

function otherAddress({ licenceUrl }: Credit, { name, url }: KnownLicence): CreditFault[] {
  const linked = licenceUrl === undefined ? undefined : knownLicenceAt(licenceUrl);
  if (!linked || linked.name === name || url === undefined) return [];
  return [
    {
      severity: 'error',
      field: 'licenceUrl',
      message: wrongValue(`the address of ${name}`, `the address of ${linked.name}`),
      cure: `write \`licenceUrl: ${url}\`, or \`licence: ${linked.name}\``,
    },
  ];
}

function forbidden({ changes }: Credit, { name, limits }: KnownLicence): CreditFault[] {
  if (changes === undefined || !limits.includes('no-derivatives')) return [];
  return [
    {
      severity: 'warning',
      field: 'changes',
      message: `${name} does not allow sharing a changed picture, got ${quote(changes)}`,
      cure: 'show the picture unchanged, or ask its creator',
    },
  ];
}
