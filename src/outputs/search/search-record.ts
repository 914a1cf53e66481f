import type { Article, Person, RunningStory } from '../../content/article/article.ts';
import { genreLabel } from '../../content/article/genre.ts';
import { encodePath, toNameSlug } from '../../content/article/slug.ts';
import { localText } from '../../content/settings/local-text.ts';
import type { PublicationSettings } from '../../content/settings/publication-settings.ts';
import { formatDay } from '../../language/format-date.ts';
import { joinNames } from '../../language/join-names.ts';
import { wordsFor } from '../../language/words-for.ts';
import { compareText } from '../../publication/edition/compare-text.ts';
import { authorOf, type People } from '../../publication/edition/people.ts';
import type { Publication } from '../../publication/edition/publication.ts';

/** What the search index has of an article, a person or a running story, besides its text. */
export interface SearchRecord {
  /** From the root of the site and percent-encoded, so that the index does not depend on the base path. */
  readonly address: string;
  readonly language: string;
  readonly headline: string;
  readonly standfirst?: string;
  readonly byline?: string;
  /**
   * The date as written (`2026-01-06`); of a person or running story, that of its first article, or else
   * of the edition's first article.
   */
  readonly day: string;
  /** The date of an article, formatted. */
  readonly date?: string;
  readonly section?: { readonly slug: string; readonly name: string };
  /** What kind of work it is, with its label; news has none. The role of a person, the state of a story. */
  readonly kind?: { readonly name: string; readonly label: string };
  /** The slugs of its topics. */
  readonly topics: readonly string[];
  /** The slugs of those who wrote it. */
  readonly authors: readonly string[];
  /** The key of the rendered text. */
  readonly body: string;
  /** Other text of its page: key points, captions, the words of films, corrections. */
  readonly otherTexts?: readonly string[];
}

/**
 * Creates the records of all articles of all editions, and of people and running stories that have a
 * file, sorted by address; none without search. `transcriptsOf` gives the words of the
 * clips of an article.
 */
export function createSearchRecords(
  { settings, editions, people }: Publication,
  transcriptsOf: (article: Article) => readonly string[] = () => [],
): SearchRecord[] {
  if (!settings.extras.includes('search')) return [];
  return editions
    .flatMap(({ articles, authors, runningStories, language }) => {
      const stories = new Map(
        runningStories.flatMap((group) => {
          const name = localText(group.names, language, settings.languages);
          return group.articles.map((article) => [article, name] as const);
        }),
      );
      return [
        ...articles.map((article) =>
          toRecord(article, settings, people, [
            ...wordsBeside(article, stories.get(article)),
            ...transcriptsOf(article),
          ]),
        ),
        ...[...authors, ...runningStories].flatMap((group) =>
          toGroupRecord(group, group.articles.at(-1) ?? articles.at(-1), settings),
        ),
      ];
    })
    .sort((a, b) => compareText(a.address, b.address));
}

/** What the page of an article shows besides its headline, standfirst, byline and text. */
function wordsBeside(article: Article, runningStory: string | undefined): string[] {
  const { kicker, dateline, keyPoints, pictures, clips, corrections } = article;
  const words = [
    ...[kicker, runningStory, dateline, ...keyPoints],
    ...pictures.map(({ caption }) => caption),
    // A description is the caption of a clip that has none.
    ...clips.map(({ alt, caption = alt }) => caption),
    ...corrections.map(({ text }) => text),
  ];
  return [...new Set(words.filter((own) => own !== undefined && own !== ''))] as string[];
}

/**
 * A new article does not change it: the index of older articles stays as it is. `first` is the oldest
 * article, or that of the edition where the group has none.
 */
function toGroupRecord(
  { file }: { readonly file?: Person | RunningStory },
  first: Article | undefined,
  { words }: PublicationSettings,
): SearchRecord[] {
  if (file === undefined || first === undefined) return [];
  const { address, language, title, summary, keyPoints, kind, body } = file;
  const { stories } = wordsFor(language, words).words;
  const label = file.kind === 'person' ? file.role : stories[file.state];
  const standfirst = [...(summary === undefined ? [] : [summary]), ...keyPoints].join(' ');
  return [
    {
      ...{ address: encodePath(address), language, headline: title },
      ...(standfirst === '' ? {} : { standfirst }),
      day: first.date.day,
      ...(label === undefined ? {} : { kind: { name: kind, label } }),
      ...{ topics: [], authors: [], body: body.key },
    },
  ];
}

function toRecord(
  article: Article,
  { languages, words }: PublicationSettings,
  people: People,
  otherTexts: readonly string[],
): SearchRecord {
  const { address, language, title, summary, authors, date, section, topics, body } = article;
  const label = genreLabel(article, wordsFor(language, words).words);
  const known = authors.map(
    ({ name }) => authorOf(people, name, language) ?? { name, slug: toNameSlug(name) },
  );
  const names = known.map(({ name }) => name);
  return {
    address: encodePath(address),
    language,
    headline: title,
    ...(summary === undefined ? {} : { standfirst: summary }),
    ...(names.length === 0 ? {} : { byline: joinNames(names, language) }),
    day: date.day,
    date: formatDay(date.day, language),
    ...(section
      ? {
          section: {
            slug: section.slug,
            name: localText(section.names, language, languages),
          },
        }
      : {}),
    ...(article.genre && label !== undefined ? { kind: { name: article.genre, label } } : {}),
    topics: topics.map(({ slug }) => slug),
    authors: known.map(({ slug }) => slug),
    body: body.key,
    ...(otherTexts.length === 0 ? {} : { otherTexts }),
  };
}
