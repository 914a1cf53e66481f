import type { Story } from '../../content/article/article.ts';
import type { Words } from '../../language/words.ts';
import type { Link } from './shell.ts';

/** The navigation to the sections of an article. */
export interface SectionsView {
  readonly label: string;
  readonly links: readonly Link[];
  /** Buttons to the previous and the next section. */
  readonly steps: readonly {
    readonly text: string;
    readonly by: -1 | 1;
    readonly sign: string;
  }[];
}

/** Nothing for an article without headings. */
export function sectionsOf({ body }: Story, words: Words): { sections?: SectionsView } {
  const headings = body.outline.filter(({ depth }) => depth === 2);
  if (headings.length === 0) return {};
  const { previousSection, nextSection } = words.progress;
  return {
    sections: {
      label: words.article.sections,
      links: headings.map(({ id, text }) => ({ text, href: `#${encodeURIComponent(id)}` })),
      steps: [
        { text: previousSection, by: -1, sign: '↑' },
        { text: nextSection, by: 1, sign: '↓' },
      ],
    },
  };
}
