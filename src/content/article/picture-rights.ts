import type { Words } from '../../language/words.ts';
import { licenceOf } from './check-credit.ts';
import type { Credit } from './credit.ts';
import type { LicenceLimit } from './known-licence.ts';
import { formatLicence } from './licence.ts';

/**
 * What a picture says of its rights wherever it goes: in its file, in structured data, in
 * feeds. Named after the properties of the IPTC Photo Metadata Standard.
 */
export interface PictureRights {
  readonly creator?: string;
  /** The words that are printed where the picture is shown. */
  readonly creditLine: string;
  readonly copyrightNotice?: string;
  /** Address of the licence's text. */
  readonly webStatement?: string;
  /** Address at which the picture, or leave to use it, is to be had. */
  readonly licensorUrl?: string;
  readonly title?: string;
  /** What the licence does not let everybody do; where a crop may be too much, it says so here. */
  readonly limits?: readonly LicenceLimit[];
}

/** A credit as one line without links: `CREATOR via SOURCE`. */
export function formatCreditLine(credit: Credit, words: Words): string {
  const { creator, source, title, licence } = credit;
  const { picture } = words;
  if (creator !== undefined && source !== undefined) return picture.credit(creator, source);
  if (source !== undefined) return picture.creditOfSource(source);
  return creator ?? title ?? (licence === undefined ? '' : formatLicence(licence, words));
}

/** A credit -> the rights that it states; what it does not state is left out, never guessed. */
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
