import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadingArticle } from './reading-article.ts';
import { splitCopy } from './split-copy.ts';

export const sampleContent = join(import.meta.dirname, '..', '..', '..', 'content');
const slug = 'lee-xi-beijing';

/** The news report that is shipped as a sample; it has no picture. Throws when it is not there. */
export async function loadSampleArticle(): Promise<ReadingArticle> {
  const copy = await readFile(join(sampleContent, `${slug}.md`), 'utf8');
  const { fields, body } = splitCopy(copy);
  const { title, date, summary, keyPoints = [] } = fields;
  // Dateline prints the key points above the text: the others get them there too.
  const points = keyPoints.map((point) => `- ${point}\n`).join('');
  return { slug, title, date, summary, body: `${points}\n${body}`, copy };
}
