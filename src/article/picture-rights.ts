import type { Words } from '../language/words.ts';
import type { Credit } from './credit.ts';
import { knownLicence } from './licence.ts';

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
}

/** A credit as one line without links: `CREATOR via SOURCE`. */
export function formatCreditLine(credit: Credit, { picture }: Words): string {
  const { creator, source } = credit;
  if (creator !== undefined && source !== undefined) return picture.credit(creator, source);
  if (source !== undefined) return picture.creditOfSource(source);
  return creator ?? credit.title ?? credit.licence ?? '';
}

/** A credit -> the rights that it states; what it does not state is left out, never guessed. */
export function toPictureRights(credit: Credit, words: Words): PictureRights {
  const { creator, licence, sourceUrl, title } = credit;
  const webStatement =
    credit.licenceUrl ?? (licence === undefined ? undefined : knownLicence(licence)?.url);
  const notice = [creator, licence].filter((part) => part !== undefined).join(', ');
  return {
    creditLine: formatCreditLine(credit, words),
    ...(creator === undefined ? {} : { creator }),
    ...(licence === undefined ? {} : { copyrightNotice: notice }),
    ...(webStatement === undefined ? {} : { webStatement }),
    ...(sourceUrl === undefined ? {} : { licensorUrl: sourceUrl }),
    ...(title === undefined ? {} : { title }),
  };
}
