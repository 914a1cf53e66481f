import type { PictureNotes } from '../article/picture-note.ts';
import { type PictureRights, toPictureRights } from '../article/picture-rights.ts';
import { creditOf } from '../article/story-pictures.ts';
import type { FileUse } from '../edition/check-references.ts';
import { wordsFor } from '../language/words-for.ts';

/** What is stated of a picture's rights, and where. */
export interface StatedRights {
  readonly rights: PictureRights;
  /** Where the credit stands, or the picture for which it was found elsewhere. */
  readonly place: FileUse['place'];
}

/**
 * What is stated of the rights of each picture, by its path below the content folder. A file can
 * say one thing only: where several articles show it, in the words of the first language of
 * `languages` that has one, and of the first path in that.
 */
export function collectRights(
  uses: readonly FileUse[],
  { languages, notes }: { languages: readonly string[]; notes: PictureNotes },
): ReadonlyMap<string, StatedRights> {
  const rank = ({ story }: FileUse) => languages.indexOf(story.language);
  const inOrder = uses.toSorted(
    (a, b) => rank(a) - rank(b) || (a.story.path < b.story.path ? -1 : 1),
  );
  const stated = new Map<string, StatedRights>();
  for (const { path, story, place } of inOrder) {
    if (stated.has(path)) continue;
    const picture = story.pictures.find(({ file, credit }) => file === path && credit);
    // A link to a picture shows none, but hands it out.
    const credit = picture?.credit ?? creditOf(notes.get(path), story.language, languages);
    if (credit === undefined) continue;
    const { words } = wordsFor(story.language);
    const at = { ...(picture?.place ?? place), field: 'credit' };
    stated.set(path, { rights: toPictureRights(credit, words), place: at });
  }
  return stated;
}
