import { type PictureRights, toPictureRights } from '../article/picture-rights.ts';
import type { FileUse } from '../edition/check-references.ts';
import { wordsFor } from '../language/words-for.ts';

/** What is stated of a picture's rights, and where. */
export interface StatedRights {
  readonly rights: PictureRights;
  readonly use: FileUse;
}

/**
 * What is stated of the rights of each picture, by its path below the content folder. A file can
 * say one thing only: where several articles show it, in the words of the first language of
 * `languages` that has one, and of the first path in that.
 */
export function collectRights(
  uses: readonly FileUse[],
  languages: readonly string[],
): ReadonlyMap<string, StatedRights> {
  const rank = ({ story }: FileUse) => languages.indexOf(story.language);
  const inOrder = uses.toSorted(
    (a, b) => rank(a) - rank(b) || (a.story.path < b.story.path ? -1 : 1),
  );
  const stated = new Map<string, StatedRights>();
  for (const use of inOrder) {
    const credit = use.place.field === 'image.file' ? use.story.image?.credit : undefined;
    if (credit === undefined || stated.has(use.path)) continue;
    const { words } = wordsFor(use.story.language);
    stated.set(use.path, { rights: toPictureRights(credit, words), use });
  }
  return stated;
}
