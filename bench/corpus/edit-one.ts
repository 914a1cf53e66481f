import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { englishProse } from './english-prose.ts';

/**
 * Changes one word in the body of one article of a corpus, the middle one by path, and gives
 * that path. Each further call changes the word again: the same calls give the same bytes.
 * In a corpus of some size the middle one is not in the feeds: what has to change is its page.
 * Throws when the folder holds no article of the corpus.
 */
export async function editOne(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true });
  const articles = entries.filter((path) => /\/[^/.]+-\d+\.md$/u.test(path)).sort();
  const path = articles[Math.floor(articles.length / 2)];
  if (!path) throw new Error(`expected articles of the corpus below ${folder}, got none`);
  const file = join(folder, path);
  await writeFile(file, replaceOneWord(await readFile(file, 'utf8')));
  return path;
}

/** Copy in which the first adjective of the body's last paragraph is the table's next one. */
export function replaceOneWord(copy: string): string {
  const adjectives = englishProse.words.how;
  const start = copy.trimEnd().lastIndexOf('\n\n');
  const paragraph = copy.slice(start);
  const found = new RegExp(`\\b(?:${adjectives.join('|')})\\b`, 'u').exec(paragraph);
  // A paragraph without one gets a word at its end: still one word of difference.
  if (!found) return `${copy.trimEnd()} Later.\n`;
  const [word] = found;
  const next = adjectives[(adjectives.indexOf(word) + 1) % adjectives.length] ?? word;
  const place = start + found.index;
  return copy.slice(0, place) + next + copy.slice(place + word.length);
}
