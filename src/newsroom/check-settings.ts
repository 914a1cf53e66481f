import { listedSlug } from '../content/article/create-story.ts';
import { localText } from '../content/settings/local-text.ts';
import type { ReadSettings } from '../content/settings/publication-settings.ts';
import { decodePercent } from '../language/decode-percent.ts';
import { toSite } from '../publication/edition/check-references.ts';
import { pictureOf } from '../publication/edition/create-edition.ts';
import type { CreatedPublication } from '../publication/edition/create-publication.ts';
import { quote } from '../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';

/**
 * Finds addresses of this site in `publication.yaml` where nothing is published. They are warnings, since
 * a page may still be a draft.
 */
export function checkOwnAddresses(
  { publication, file, positionOf }: ReadSettings,
  {
    publication: published,
    unpublished,
  }: Pick<CreatedPublication, 'publication' | 'unpublished'>,
): Problem[] {
  if (!publication || file === undefined || !positionOf) return [];
  const { owner, licence, policies } = publication;
  const written: (readonly [path: readonly string[], address: string | undefined])[] = [
    [['owner', 'url'], owner?.url],
    [['licence', 'url'], licence?.url],
    ...Object.entries(policies).map(
      ([name, address]) => [['policies', name], address] as const,
    ),
  ];
  const { byAddress } = toSite(published);
  const hidden = new Set(unpublished.map((story) => story.file));
  const isList = (address: string) => {
    const owner = published.addresses.get(address);
    return owner !== undefined && !hidden.has(owner);
  };
  return written.flatMap(([path, address]): Problem[] => {
    if (!address?.startsWith('/')) return [];
    const bare = decodePercent(address.split(/[?#]/u)[0] ?? '').normalize('NFC');
    const folder = bare.endsWith('/') ? bare : `${bare}/`;
    if (byAddress.has(folder) || isList(bare) || isList(folder)) return [];
    const at = {
      severity: 'warning' as const,
      file,
      ...positionOf(path),
      field: path.join('.'),
    };
    const expected = 'the address of something published';
    const cure = 'correct it, or write the page that it names';
    return [{ ...at, message: wrongValue(expected, quote(address)), cure }];
  });
}

/** Finds listed sections or topics with the same address, such as `Q&A` and `Q/A`. They are errors. */
export function checkGroups({ publication, file, positionOf }: ReadSettings): Problem[] {
  if (!publication || file === undefined || !positionOf) return [];
  return (['sections', 'topics'] as const).flatMap((field) => {
    const first = new Map<string, string>();
    return publication[field].flatMap(({ names }, index): Problem[] => {
      const slug = listedSlug(names, publication.languages);
      const name = localText(names, publication.languages[0] ?? '', publication.languages);
      const other = first.get(slug);
      first.set(slug, other ?? name);
      if (other === undefined) return [];
      const path = [field, index];
      const at = {
        severity: 'error' as const,
        ...{ file, ...positionOf(path), field: path.join('.') },
      };
      const cure = `it shares the address of ${quote(other)}; tell them apart in words`;
      return [
        { ...at, message: wrongValue('a name with an address of its own', quote(name)), cure },
      ];
    });
  });
}

/** Finds pictures of sections and topics that no published story shows. They are warnings. */
export function checkGroupPictures(
  { publication, file, positionOf }: ReadSettings,
  { publication: { editions } }: Pick<CreatedPublication, 'publication'>,
): Problem[] {
  if (!publication || file === undefined || !positionOf) return [];
  return (['sections', 'topics'] as const).flatMap((field) =>
    publication[field].flatMap(({ picture }, index): Problem[] => {
      if (picture === undefined) return [];
      if (editions.some(({ pictures }) => pictureOf(picture, pictures))) return [];
      const path = [field, index, 'picture'];
      return [
        {
          severity: 'warning',
          ...{ file, ...positionOf(path), field: path.join('.') },
          message: wrongValue('a picture that an article shows', quote(picture)),
          cure: 'it is not shown; name a picture of an article, which has its credit',
        },
      ];
    }),
  );
}

/**
 * Warns of an expired `security.txt`, which must not be used any more (RFC 9116, section 2.5.5). `now` is
 * in milliseconds since 1970.
 */
export function checkExpiry(
  { publication, expiresAt, file }: ReadSettings,
  now: number,
): Problem[] {
  const expires = publication?.security?.expires;
  if (expires === undefined || expiresAt === undefined || file === undefined) return [];
  if (Date.parse(`${expires}T00:00:00Z`) > now) return [];
  return [
    {
      severity: 'warning',
      file,
      ...expiresAt,
      field: 'security.expires',
      message: wrongValue('a date in the future', `"${expires}"`),
      cure: 'check that the contact is still valid, and set a date within the next year',
    },
  ];
}
