import type { Credit } from '../../../content/article/credit.ts';
import { toPictureRights } from '../../../content/article/picture-rights.ts';
import { type ViewContext, wordsOf } from '../view-context.ts';

/** A person in structured data. */
export function person(name: string, url?: string) {
  return { '@type': 'Person', name, url } as const;
}

/** A text, since schema.org allows no plain number here: a `Distance` is a number with a unit. */
export function pixels(count: number): `${number} px` {
  return `${count} px`;
}

/** The rights of a picture or clip, by the properties of Google Search Central, "Image license metadata". */
export function rightsOf(context: ViewContext, credit: Credit | undefined, language: string) {
  if (!credit) return {};
  const rights = toPictureRights(credit, wordsOf(context, language));
  return {
    creator:
      rights.creator === undefined ? undefined : person(rights.creator, credit.creatorUrl),
    creditText: rights.creditLine,
    copyrightNotice: rights.copyrightNotice,
    license: rights.webStatement,
    acquireLicensePage: rights.licensorUrl,
  };
}
