import type { RenderOptions } from '../../src/content/markdown/markdown-job.ts';
import { wordsFor } from '../../src/language/words-for.ts';

/** Options for tests: an English article whose body begins in line 1. */
export const testOptions: RenderOptions = {
  file: 'a.md',
  firstLine: 1,
  language: 'en',
  direction: 'ltr',
  quotes: { double: ['“', '”'], single: ['‘', '’'] },
  footnoteWords: { title: 'Notes', back: 'Back to reference {reference}' },
  blockWords: wordsFor('en').words.blocks,
  data: wordsFor('en').words.data,
  limits: { nesting: 100 },
};
