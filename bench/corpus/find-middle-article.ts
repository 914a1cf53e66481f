import { readdir } from 'node:fs/promises';

/**
 * Returns the middle article of a corpus by path, as a path below `folder`. In a large corpus
 * it is not in the feeds, so an edit changes little besides its own page. Throws if there is
 * none.
 */
export async function findMiddleArticle(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true });
  const articles = entries.filter((path) => /[\\/][^\\/.]+-\d+\.md$/u.test(path)).sort();
  const path = articles[Math.floor(articles.length / 2)];
  if (!path) throw new Error(`expected articles of the corpus below ${folder}, got none`);
  return path;
}
