import type { KnownLicence, LicenceLimit, LicenceNeed } from './known-licence.ts';

/**
 * Countries that a version was ported to, as in creativecommons.org URLs. Version 4.0 has no
 * ports.
 */
const ports: Readonly<Record<string, string>> = {
  '1.0': 'fi il nl',
  '2.0': 'at au be br ca cl de es fr hr it jp kr nl pl tw uk za',
  '2.1': 'au es jp',
  '2.5':
    'ar au bg br ca ch cn co dk es hr hu il in it mk mt mx my nl pe pl pt scotland se si tw za',
  '3.0':
    'am at au az br ca ch cl cn cr cz de ec ee eg es fr ge gr gt hk hr ie igo it lu nl no nz ph pl pr pt ro rs sg th tw ua ug us ve vn za',
  '4.0': '',
};

/** The name of the version without a port. 2.1 exists only as ports. */
const unported: Readonly<Record<string, string>> = {
  '1.0': 'generic',
  '2.0': 'generic',
  '2.5': 'generic',
  '3.0': 'unported',
  '4.0': 'international',
};

/** Words of long names and their short forms. */
const shortForms: readonly (readonly [RegExp, string])[] = [
  [/[\s_-]+/gu, ' '],
  [/[()]/gu, ''],
  [/^(?:creative commons|cc)(?: licen[cs]e)? /u, 'cc '],
  [/\battribution\b/gu, 'by'],
  [/\bshare ?alike\b/gu, 'sa'],
  [/\bnon ?commercial\b/gu, 'nc'],
  [/\bno ?deriv(?:atives?|s)?(?: works?)?\b/gu, 'nd'],
  [/ licen[cs]e$/u, ''],
  [/ v(?=\d\.\d)/u, ' '],
];

const name = /^cc by((?: (?:nc|sa|nd)){0,2}) (\d\.\d)(?: ([a-z]+))?$/u;

/**
 * The Creative Commons licence with a name in any usual spelling: `CC BY-SA 3.0 DE`, `cc-by-4.0`,
 * `Creative Commons Attribution-ShareAlike 4.0 International`. Undefined for a name without a
 * version, or with a version that was never published.
 */
export function creativeCommonsNamed(written: string): KnownLicence | undefined {
  if (!/\d/u.test(written)) return undefined; // no version
  const short = shortForms.reduce(
    (text, [form, instead]) => text.replace(form, instead),
    written.trim().toLowerCase(),
  );
  const [, terms = '', version = '', place] = name.exec(short) ?? [];
  const port = place === unported[version] ? undefined : place;
  return create(terms.trim().split(' ').filter(Boolean), version, port);
}

/** The Creative Commons licence with the URL of its deed or text, in any language. */
export function creativeCommonsAt(url: string): KnownLicence | undefined {
  const address =
    /^https?:\/\/(?:www\.)?creativecommons\.org\/licenses\/by((?:-(?:nc|sa|nd)){0,2})\/(\d\.\d)(?:\/([a-z]+))?(?:\/(?:deed|legalcode)(?:[.-][\w.-]+)?)?\/?$/iu;
  const [, terms = '', version = '', place] = address.exec(url.toLowerCase()) ?? [];
  if (place === 'deed' || place === 'legalcode')
    return create(terms.split('-').filter(Boolean), version);
  return create(terms.split('-').filter(Boolean), version, place);
}

function create(
  terms: readonly string[],
  version: string,
  port?: string,
): KnownLicence | undefined {
  const has = (term: string) => terms.includes(term);
  const nature = `by${has('nc') ? '-nc' : ''}${has('sa') ? '-sa' : has('nd') ? '-nd' : ''}`;
  if (nature.split('-').length !== terms.length + 1) return undefined;
  const known =
    port === undefined ? unported[version] : ports[version]?.split(' ').includes(port);
  if (!known) return undefined;
  // The first version of this licence has its terms in the other order.
  const path = nature === 'by-nc-nd' && version === '1.0' ? 'by-nd-nc' : nature;
  const place = port === undefined ? '' : `${port}/`;
  return {
    name: `CC ${nature.toUpperCase()} ${version}${port === undefined ? '' : ` ${portName(port)}`}`,
    url: `https://creativecommons.org/licenses/${path}/${version}/${place}`,
    needs: version === '4.0' ? needsOf4 : version === '1.0' ? needsOf1 : needsBefore4,
    limits: limits.filter(([term]) => has(term)).map(([, limit]) => limit),
  };
}

function portName(port: string): string {
  return port === 'scotland' ? 'Scotland' : port.toUpperCase();
}

const limits: readonly (readonly [term: string, limit: LicenceLimit])[] = [
  ['nc', 'non-commercial'],
  ['sa', 'share-alike'],
  ['nd', 'no-derivatives'],
];

const needsOf4: readonly LicenceNeed[] = [
  { parts: ['creator'], level: 'error', why: 'section 3(a)(1)(A)(i)' },
  // "to the extent reasonably practicable"
  { parts: ['sourceUrl'], level: 'advice', why: 'section 3(a)(1)(A)(v)' },
];

const needsOf1: readonly LicenceNeed[] = [
  { parts: ['creator'], level: 'error', why: 'section 4' },
  // "if supplied": only someone who has seen the source knows.
  { parts: ['title'], level: 'warning', why: 'section 4' },
];

const needsBefore4: readonly LicenceNeed[] = [
  ...needsOf1,
  // "the Uniform Resource Identifier, if any". Version 1.0 does not require it.
  { parts: ['sourceUrl'], level: 'advice', why: 'section 4' },
];
