import { createPublication } from '../../src/publication/edition/create-publication.ts';
import type { Publication } from '../../src/publication/edition/publication.ts';
import { testContentFile, testSettings } from './test-content-file.ts';

/** What a large publication consists of. */
export interface LargePublication {
  readonly articles: number;
  readonly years: number;
  /** The last one is 2026. */
  readonly sections: number;
  readonly topics: number;
  readonly topicsPerArticle: number;
  readonly authors: number;
}

/** For tests: a publication of so many articles without texts, evenly distributed. */
export function createManyArticles(size: LargePublication, yaml: string): Publication {
  const settings = testSettings(yaml);
  const first = Date.UTC(2027 - size.years, 0, 1);
  const step = (Date.UTC(2026, 11, 31) - first) / size.articles;
  const files = Array.from({ length: size.articles }, (_, n) =>
    testContentFile(
      `a${n}.md`,
      {
        title: `Article ${n}`,
        date: new Date(first + n * step).toISOString().slice(0, 10),
        section: `Section ${n % size.sections}`,
        topics: Array.from(
          { length: size.topicsPerArticle },
          (_, t) => `Topic ${(n * 7 + t * 13) % size.topics}`,
        ),
        authors: [{ name: `Author ${(n * 11) % size.authors}` }],
      },
      settings.languages,
    ),
  );
  const options = { now: Date.UTC(2027, 0, 1), drafts: false, files: new Set<string>() };
  const { publication } = createPublication(files, settings, options);
  return publication;
}
