import { readFile, writeFile } from 'node:fs/promises';
import { englishProse } from './english-prose.ts';

/**
 * Changes one word in the body of an article. Each further call changes the word again: the same
 * calls give the same bytes.
 */
export async function editArticle(file: string): Promise<void> {
  await writeFile(file, replaceOneWord(await readFile(file, 'utf8')));
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
