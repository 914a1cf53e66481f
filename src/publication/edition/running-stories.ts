import type { Article, Named, RunningStory, Story } from '../../content/article/article.ts';
import { type ContentFile, placeOf } from '../../content/article/content-file.ts';
import { fitsInName, toNameSlug } from '../../content/article/slug.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { suggestName } from '../../system/problems/nearest-name.ts';
import { type Place, type Problem, wrongValue } from '../../system/problems/problem.ts';
import { compareText } from './compare-text.ts';

/** The files of each running story, one for each language, by the keys of its slug and titles. */
export type RunningStories = ReadonlyMap<string, readonly RunningStory[]>;

/** The running story that an article names, in one edition. */
export interface NamedStory extends Named {
  /** Its file in the language of the edition. */
  readonly file?: RunningStory;
  readonly state: RunningStory['state'];
}

export function createRunningStories(stories: readonly Story[]): RunningStories {
  const files = stories.filter((story) => story.kind === 'running-story');
  const groups = Map.groupBy(files, ({ group }) => group);
  const byKey = new Map<string, readonly RunningStory[]>();
  // Slugs first: two stories may have one title, but not one address.
  for (const keyOf of [({ slug }: RunningStory) => slug, ({ title }: RunningStory) => title])
    for (const file of files) {
      const key = toNameSlug(keyOf(file));
      if (!byKey.has(key)) byKey.set(key, groups.get(file.group) ?? []);
    }
  return byKey;
}

/** The running story that `story:` of an article names; undefined if it can have no address. */
export function runningStoryOf(
  known: RunningStories,
  written: string,
  language: string,
): NamedStory | undefined {
  const slug = toNameSlug(written);
  const files = known.get(slug);
  if (files === undefined)
    return slug === '' || !fitsInName(slug)
      ? undefined
      : { slug, names: { '': written }, state: 'open' };
  const file = files.find((file) => file.language === language);
  const first = file ?? (files[0] as RunningStory);
  const names = Object.fromEntries(files.map((own) => [own.language, own.title]));
  return { slug: first.slug, names, file, state: first.state };
}

/**
 * Warns about two files with one title in one language: an article that names the title belongs to
 * the first.
 */
export function checkStoryTitles(
  stories: readonly Story[],
  placeOf: (story: Story, field: string) => Place,
): Problem[] {
  const first = new Map<string, RunningStory>();
  return stories.flatMap((story): Problem[] => {
    if (story.kind !== 'running-story') return [];
    const key = `${story.language} ${toNameSlug(story.title)}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, story);
    if (other === undefined) return [];
    return [
      {
        severity: 'warning',
        ...placeOf(story, 'title'),
        field: 'title',
        message: wrongValue(
          'a title of one running story',
          `${quote(story.title)}, which is also that of ${other.file}`,
        ),
        cure: 'articles that name the title belong to that one; add a word to one of the two',
      },
    ];
  });
}

/** The order in which the parts of a story are read: oldest first, then by slug. */
export function inReadingOrder(articles: readonly Article[]): Article[] {
  return articles.toSorted((a, b) => a.start - b.start || compareText(a.slug, b.slug));
}

/** Warns about a story that no file of `stories/` describes, if there are such files. */
export function checkStoryNames(
  contentFiles: readonly ContentFile[],
  known: RunningStories,
): Problem[] {
  if (known.size === 0) return [];
  const names = [
    ...new Set([...known.values()].flat().flatMap(({ slug, title }) => [slug, title])),
  ];
  return contentFiles.flatMap((content) => {
    const { story } = content.fields;
    if (story === undefined || known.has(toNameSlug(story))) return [];
    const { cure = 'it has a page with its articles only; add a file to stories/' } =
      suggestName(story, names);
    return {
      severity: 'warning',
      ...placeOf(content, 'story'),
      field: 'story',
      message: wrongValue('a running story of stories/', quote(story)),
      cure,
      once: `story ${toNameSlug(story)}`,
    } as const;
  });
}
