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

/** Formats a credit as one line without links: `CREATOR via SOURCE`. */
export function formatCreditLine(credit: Credit, words: Words): string {
  const { creator, source, title, licence } = credit;
  const { picture } = words;
  if (creator !== undefined && source !== undefined) return picture.credit(creator, source);
  if (source !== undefined) return picture.creditOfSource(source);
  return creator ?? title ?? (licence === undefined ? '' : formatLicence(licence, words));
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
