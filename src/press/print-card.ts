import { join } from 'node:path';
import { toCardProblem } from '../outputs/share-card/card-problems.ts';
import { loadCard } from '../outputs/share-card/card-store.ts';
import type { CardFolders, makeCard } from '../outputs/share-card/make-card.ts';
import { writeInFolder } from '../system/cache/cached-file.ts';
import { factsOf } from '../system/cache/cached-folder.ts';
import type { Printed } from './ledger.ts';
import type { CardRecipe } from './sheet.ts';

/**
 * Writes the file of a share card into the folder: from the cache, or drawn. Only for child processes,
 * since native code may crash or hang.
 *
 * @throws {LostFromCache} where a picture was removed from the cache
 * @throws {ChangedContent} where the article's own picture has changed since it was read
 * @throws {Error} of the disk
 */
export async function printCard(
  file: string,
  recipe: CardRecipe,
  { folder, contentDir, cacheDir }: CardFolders & { readonly folder: string },
): Promise<Printed> {
  const { card, places } = recipe;
  const made = loadCard(cacheDir, recipe) ?? (await draw(recipe, { contentDir, cacheDir }));
  const { bytes, lack, again } = made;
  writeInFolder(join(folder, file), bytes);
  const problems = lack && places.map((place) => toCardProblem(place, card, lack));
  return { files: [factsOf(folder, file, bytes)], problems, again };
}

/** Loads fonts and native code only where a card is drawn. */
async function draw(...args: Parameters<typeof makeCard>): ReturnType<typeof makeCard> {
  const { makeCard } = await import('../outputs/share-card/make-card.ts');
  return makeCard(...args);
}
