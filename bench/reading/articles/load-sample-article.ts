import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadingArticle } from './reading-article.ts';
import { splitContentFile } from './split-content-file.ts';

export const sampleContent = join(import.meta.dirname, '..', '..', '..', 'content');
const slug = 'lee-xi-beijing';

/**
 * Loads the news report of the sample content, which has no picture. Throws if it does not
 * exist.
 */
export async function loadSampleArticle(): Promise<ReadingArticle> {
  const content = await readFile(join(sampleContent, `${slug}.md`), 'utf8');
  const { fields, body } = splitContentFile(content);
  const { title, date, summary, keyPoints = [] } = fields;
  // Dateline shows the key points above the text, so the other sites get them there.
  const points = keyPoints.map((point) => `- ${point}\n`).join('');
  return { slug, title, date, summary, body: `${points}\n${body}`, content };
}
