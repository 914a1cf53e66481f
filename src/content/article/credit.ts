import { formatSentence } from '../../language/format-sentence.ts';
import { WORDS } from '../../language/words-for.ts';
import { withoutLabel } from './credit-label.ts';
import { knownLicence, knownLicenceAt } from './licence.ts';

/** The credit of a picture, in parts. */
export interface Credit {
  readonly creator?: string | undefined;
  readonly creatorUrl?: string | undefined;
  /** Where the picture was obtained: what follows "via". */
  readonly source?: string | undefined;
  readonly sourceUrl?: string | undefined;
  readonly title?: string | undefined;
  readonly licence?: string | undefined;
  readonly licenceUrl?: string | undefined;
  readonly changes?: string | undefined;
}

/**
 * Parses `PM Official Photographer via Wikimedia Commons / CC BY 4.0` into its parts.
 *
 * - A label before it (`Photo: …`) is ignored.
 * - What follows the last ` / ` (or a comma, a bar, in brackets at the end) is a licence if it is
 *   known or claims to be one. Other names with a slash stay whole.
 * - A quoted text that begins the line, before a comma or "by", is the title.
 * - The last separate word "via" separates creator and source, as does its translation in any
 *   language of the interface (`A, B 제공`).
 * - Each part may be a Markdown link.
 */
export function parseCreditLine(line: string): Credit {
  const text = withoutLabel(line.replace(/\s+/gu, ' ').trim());
  const { names, ...licence } = cutLicence(text);
  const { rest, title } = cutTitle(names);
  const [creator, source] = splitNames(rest);
  return completeCredit({
    ...(creator === undefined ? {} : linkedPart('creator', creator)),
    ...(source === undefined ? {} : linkedPart('source', source)),
    ...(title === undefined ? {} : { title }),
    ...licence,
  });
}

/** Completes a known licence with its usual name and its URL. */
export function completeCredit(credit: Credit): Credit {
  const { licence, licenceUrl, ...others } = credit;
  if (licence === undefined && licenceUrl === undefined) return credit;
  const known = [licence, licenceUrl]
    .map((written) =>
      written === undefined ? undefined : (knownLicence(written) ?? knownLicenceAt(written)),
    )
    .find((item) => item !== undefined);
  const name = known?.name ?? licence;
  const url = licenceUrl ?? known?.url;
  return {
    ...others,
    ...(name === undefined ? {} : { licence: name }),
    ...(url === undefined ? {} : { licenceUrl: url }),
  };
}

/** Separators before a licence, the usual one first. */
const partings: readonly RegExp[] = [
  /^(.*\S) \/ (.+?)\.?$/u,
  /^(.*\S)\s?[/／]\s?(.+?)\.?$/u,
  /^(.*\S) ?[|·] (.+?)\.?$/u,
  /^(.*\S), (.+?)\.?$/u,
  /^(.*\S) [([](.+)[)\]]\.?$/u,
];

/**
 * A name that claims to be a licence, without saying which: a warning is better than a wrong
 * creator.
 */
const callsItselfLicence = /^(?:cc[ -]|creative commons|ogl\b|kogl\b|gfdl\b|공공누리)/iu;

function cutLicence(text: string): { names: string } & Pick<Credit, 'licence' | 'licenceUrl'> {
  const whole = readLicence(text);
  if (whole) return { names: '', ...whole };
  for (const parting of partings) {
    const [, names = '', written] = parting.exec(text) ?? [];
    const licence = written === undefined ? undefined : readLicence(written);
    if (licence) return { names, ...licence };
  }
  const [, names = '', written = ''] = /^(.*\S) \/ (.+?)\.?$/u.exec(text) ?? [];
  return callsItselfLicence.test(written) ? { names, licence: written } : { names: text };
}

function readLicence(written: string): Pick<Credit, 'licence' | 'licenceUrl'> | undefined {
  const { text, url } = unlink(written);
  const known = knownLicence(text) ?? (url === undefined ? undefined : knownLicenceAt(url));
  const address = url ?? known?.url;
  if (!known) return undefined;
  return { licence: known.name, ...(address === undefined ? {} : { licenceUrl: address }) };
}

/** A title in quotation marks of any language, and the word after it. */
const titled =
  /^(?:"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«\s?([^»]+?)\s?»|「([^」]+)」|『([^』]+)』|《([^》]+)》)(?:,| by|，|、) ?(\S.*)$/iu;

function cutTitle(names: string): { rest: string; title?: string } {
  const match = titled.exec(names);
  const title = match?.slice(1, -1).find((part) => part !== undefined);
  return match && title !== undefined ? { rest: match.at(-1) ?? '', title } : { rest: names };
}

/** The phrases that join creator and source in each language, as patterns; "via" first. */
const joined = [
  ...new Set(
    Object.values(WORDS).map(({ picture }) =>
      formatSentence(picture.credit, {
        creator: '(?<creator>.*\\S)',
        source: '(?<source>.*\\S)',
      }).replace(/ /gu, '\\s'),
    ),
  ),
].map((pattern) => new RegExp(`^${pattern}$`, 'iu'));

function splitNames(text: string): [creator?: string, source?: string] {
  for (const pattern of joined) {
    const { creator, source } = pattern.exec(text)?.groups ?? {};
    if (creator !== undefined && source !== undefined) return [creator, source];
  }
  return text === '' ? [] : [text];
}

function linkedPart(part: 'creator' | 'source', written: string): Credit {
  const { text, url } = unlink(written);
  return { [part]: text, ...(url === undefined ? {} : { [`${part}Url`]: url }) };
}

/** Splits `[Jane Roe](https://roe.example)` into text and URL. */
function unlink(written: string): { text: string; url?: string } {
  const [, text, url] =
    /^\[([^\]]+)\]\((https?:\/\/[^\s()<>"]+)\)$/u.exec(written.trim()) ?? [];
  return text === undefined || url === undefined ? { text: written } : { text, url };
}

/** Formats a credit as a line for `parseCreditLine`: `“TITLE” by CREATOR via SOURCE / LICENCE`. */
export function formatWrittenCredit({ title, creator, source, licence }: Credit): string {
  const by = title === undefined ? creator : `“${title}” by ${creator ?? source ?? ''}`;
  const names = creator === undefined || source === undefined ? by : `${by} via ${source}`;
  return [names ?? source, licence].filter((part) => part !== undefined).join(' / ');
}
