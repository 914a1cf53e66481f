import type { Words } from '../../language/words.ts';
import type { RenderOptions } from './markdown-job.ts';

/** The words of the interface that are printed into texts. No others change them. */
export function toTextWords(
  words: Words,
): Pick<RenderOptions, 'footnoteWords' | 'data' | 'blockWords'> {
  const { footnotes, backToReference } = words.article;
  return {
    footnoteWords: { title: footnotes, back: backToReference },
    data: words.data,
    blockWords: words.blocks,
  };
}
