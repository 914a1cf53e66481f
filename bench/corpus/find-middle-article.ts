import { readdir } from 'node:fs/promises';

/**
 * The middle article of a corpus by path, as a path below `folder`. In a corpus of some size it is
 * not in the feeds: an edit changes its own page and little else. Throws when there is none.
 */
export async function findMiddleArticle(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true });
  const articles = entries.filter((path) => /[\\/][^\\/.]+-\d+\.md$/u.test(path)).sort();
  const path = articles[Math.floor(articles.length / 2)];
  if (!path) throw new Error(`expected articles of the corpus below ${folder}, got none`);
  return path;
}
