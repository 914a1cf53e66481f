import { writeArticle } from '../../corpus/write-article.ts';
import { drawPicture } from './draw-picture.ts';
import type { ReadingArticle } from './reading-article.ts';
import { splitContentFile } from './split-content-file.ts';

const slug = 'seven-hundred-words';
const size = { width: 1600, height: 900 };
const alt = 'A field of soft colours';

/**
 * Creates an article from the first one of the corpus with about 700 words, and draws a picture
 * for it.
 */
export async function createPictureArticle(seed: number): Promise<ReadingArticle> {
  const content = findContent(seed)
    .replace(/^section: .*$/mu, 'section: World')
    .replace(/^image:$/mu, `image:\n  file: ./${slug}.jpg\n  alt: ${alt}`);
  const { fields, body } = splitContentFile(content);
  const { title, date, summary } = fields;
  const picture = { file: `${slug}.jpg`, alt, ...size, bytes: await drawPicture(size, seed) };
  return { slug, title, date, summary, body, content, picture };
}

function findContent(seed: number): string {
  for (let index = 0; index < 1000; index += 1) {
    const [english] = writeArticle(index, seed);
    const words = english ? splitContentFile(english.content).body.split(/\s+/u).length : 0;
    // Not every peer supports footnotes.
    if (english && Math.abs(words - 700) <= 10 && !english.content.includes('[^'))
      return english.content;
  }
  throw new Error(`expected an article of 700 words in the corpus of seed ${seed}`);
}
