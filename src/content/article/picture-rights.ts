import { fillSentence } from '../../language/format-sentence.ts';
import type { Words } from '../../language/words.ts';
import { licenceOf } from './check-credit.ts';
import type { Credit } from './credit.ts';
import type { LicenceLimit } from './known-licence.ts';
import { formatLicence } from './licence.ts';

/**
 * The rights of a picture, as stored in its file, in structured data and in feeds. Named after the
 * properties of the IPTC Photo Metadata Standard.
 */
export interface PictureRights {
  readonly creator?: string;
  /** The credit line that pages print with the picture. */
  readonly creditLine: string;
  readonly copyrightNotice?: string;
  /** The URL of the licence. */
  readonly webStatement?: string;
  /** The URL where the picture, or permission to use it, can be obtained. */
  readonly licensorUrl?: string;
  readonly title?: string;
  /** What the licence does not permit everyone, such as crops. */
  readonly limits?: readonly LicenceLimit[];
}

/** A name in a credit line, with its URL if known. */
export interface CreditName {
  readonly text: string;
  readonly href?: string | undefined;
}

/**
 * The credit line, `CREATOR via SOURCE`, in parts: the words of the interface as strings, the names
 * as objects. Without creator and source, it is the title or the licence.
 */
export function creditLineParts(credit: Credit, words: Words): (string | CreditName)[] {
  const { creator, creatorUrl, source, sourceUrl, title, licence } = credit;
  const { picture } = words;
  // The title links to the picture. Without a title and a source, the creator does.
  const address = title === undefined && source === undefined ? sourceUrl : undefined;
  const by: CreditName | undefined =
    creator === undefined ? undefined : { text: creator, href: creatorUrl ?? address };
  if (source !== undefined) {
    const from: CreditName = { text: source, href: sourceUrl };
    return by
      ? fillSentence(picture.credit, { creator: by, source: from })
      : fillSentence(picture.creditOfSource, { source: from });
  }
  if (by) return [by];
  if (title !== undefined) return [{ text: title, href: sourceUrl }];
  const name = licence === undefined ? '' : formatLicence(licence, words);
  return [{ text: name, href: sourceUrl }];
}

/** The credit line as plain text. */
export function formatCreditLine(credit: Credit, words: Words): string {
  return creditLineParts(credit, words)
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('');
}

/** The credit line and the licence as plain text: `CREATOR via SOURCE / LICENCE`. */
export function formatFullCredit(credit: Credit, words: Words): string {
  const line = formatCreditLine(credit, words);
  const licence = licenceName(credit, words)?.text ?? line;
  return licence === line ? line : `${line} / ${licence}`;
}

/** The licence of a credit, with the URL of its text if known. */
export function licenceName(credit: Credit, words: Words): CreditName | undefined {
  if (credit.licence === undefined) return undefined;
  const href = credit.licenceUrl ?? licenceOf(credit)?.url;
  return { text: formatLicence(credit.licence, words), href };
}

/** The rights that a credit states. Nothing is guessed. */
export function toPictureRights(credit: Credit, words: Words): PictureRights {
  const { creator, licence, sourceUrl, title } = credit;
  const known = licenceOf(credit);
  const webStatement = credit.licenceUrl ?? known?.url;
  const notice = [creator, licence === undefined ? undefined : formatLicence(licence, words)]
    .filter((part) => part !== undefined)
    .join(', ');
  return {
    creditLine: formatCreditLine(credit, words),
    ...(creator === undefined ? {} : { creator }),
    ...(licence === undefined ? {} : { copyrightNotice: notice }),
    ...(webStatement === undefined ? {} : { webStatement }),
    ...(sourceUrl === undefined ? {} : { licensorUrl: sourceUrl }),
    ...(title === undefined ? {} : { title }),
    ...(known && known.limits.length > 0 ? { limits: known.limits } : {}),
  };
}
