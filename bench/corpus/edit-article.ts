import { readFile, writeFile } from 'node:fs/promises';
import { englishProse } from './english-prose.ts';

/**
 * Changes one word in the body of an article. Each further call changes the word again. The
 * same calls give the same bytes.
 */
export async function editArticle(file: string): Promise<void> {
  await writeFile(file, replaceOneWord(await readFile(file, 'utf8')));
}

/**
 * Replaces the first adjective in the last paragraph of the body by the next one of the table.
 */
export function replaceOneWord(content: string): string {
  const adjectives = englishProse.words.how;
  const start = content.trimEnd().lastIndexOf('\n\n');
  const paragraph = content.slice(start);
  const found = new RegExp(`\\b(?:${adjectives.join('|')})\\b`, 'u').exec(paragraph);
  // A paragraph without an adjective gets one more word at its end.
  if (!found) return `${content.trimEnd()} Later.\n`;
  const [word] = found;
  const next = adjectives[(adjectives.indexOf(word) + 1) % adjectives.length] ?? word;
  const place = start + found.index;
  return content.slice(0, place) + next + content.slice(place + word.length);
}
