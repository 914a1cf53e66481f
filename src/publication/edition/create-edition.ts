import type {
  Article,
  Named,
  Person,
  RunningStory,
  Story,
} from '../../content/article/article.ts';
import { listedSlug } from '../../content/article/create-story.ts';
import { fileBeside } from '../../content/article/file-path.ts';
import { typeset } from '../../content/article/typeset.ts';
import type { ListedGroup } from '../../content/settings/group-names.ts';
import { localText } from '../../content/settings/local-text.ts';
import {
  editionPath,
  type PublicationSettings,
} from '../../content/settings/publication-settings.ts';
import { compareText } from './compare-text.ts';
import { authorOf, type People } from './people.ts';
import type {
  AuthorGroup,
  Edition,
  Group,
  RunningStoryGroup,
  UsedPicture,
} from './publication.ts';
import { type RunningStories, runningStoryOf } from './running-stories.ts';
import { usedPictures } from './used-pictures.ts';

export interface EditionSources {
  readonly settings: PublicationSettings;
  /** Paths of pictures and attachments below the content folder. */
  readonly files: ReadonlySet<string>;
  readonly people: People;
  readonly runningStories: RunningStories;
}

/** Creates the edition of one language, with its stories in order. */
export function createEdition(
  language: string,
  stories: readonly Story[],
  { settings, files, people, runningStories }: EditionSources,
): Edition {
  const ordered = ofKind(stories, 'article').toSorted(newestFirst);
  const bySlug = <Kind extends Story['kind']>(kind: Kind) =>
    ofKind(stories, kind).toSorted((a, b) => compareText(a.slug, b.slug));
  const { languages } = settings;
  const sections = groupBy(ordered, (article) => (article.section ? [article.section] : []));
  const listed = settings.sections.map(({ names }) => listedSlug(names, languages));
  const menuOrder = (group: Group) => {
    const index = listed.indexOf(group.slug);
    return index < 0 ? listed.length : index;
  };
  const pictures = usedPictures(stories, files);
  const options = { language, languages, pictures };
  return {
    language,
    path: editionPath(language, settings.languages),
    articles: ordered,
    sections: withDetails(sections, settings.sections, options).toSorted(
      (a, b) => menuOrder(a) - menuOrder(b) || compareText(a.slug, b.slug),
    ),
    topics: withDetails(
      groupBy(ordered, (article) => article.topics),
      settings.topics,
      options,
    ).toSorted((a, b) => compareText(a.slug, b.slug)),
    pages: bySlug('page'),
    authors: groupAuthors(ordered, bySlug('person'), people, language),
    runningStories: groupParts(ordered, bySlug('running-story'), runningStories, language),
    pictures,
  };
}

function ofKind<Kind extends Story['kind']>(stories: readonly Story[], kind: Kind) {
  return stories.filter((story): story is Story & { kind: Kind } => story.kind === kind);
}

/** The running stories of articles, and those without articles. */
function groupParts(
  articles: readonly Article[],
  files: readonly RunningStory[],
  known: RunningStories,
  language: string,
): RunningStoryGroup[] {
  const groups = new Map(
    [...new Set(articles.map(({ story }) => story))].flatMap((written) => {
      const group =
        written === undefined ? undefined : runningStoryOf(known, written, language);
      return group ? [[group.slug, group] as const] : [];
    }),
  );
  const own = new Map(
    groupBy(articles, ({ story }) => {
      const named = story === undefined ? undefined : runningStoryOf(known, story, language);
      return named ? [named] : [];
    }).map((group) => [group.slug, group]),
  );
  for (const file of files)
    groups.set(file.slug, {
      ...{ slug: file.slug, names: { [language]: file.title } },
      ...{ file, state: file.state },
    });
  return [...groups.values()]
    .map((group) => ({
      ...own.get(group.slug),
      ...group,
      articles: own.get(group.slug)?.articles ?? [],
    }))
    .toSorted((a, b) => compareText(a.slug, b.slug));
}

/** The authors of articles, and people without articles. */
function groupAuthors(
  articles: readonly Article[],
  files: readonly Person[],
  people: People,
  language: string,
): AuthorGroup[] {
  const urls = new Map<string, Set<string>>();
  const authorsOf = ({ authors }: Article) =>
    authors.flatMap(({ name, url }) => {
      const author = authorOf(people, name, language);
      if (author === undefined || url === undefined) return author ?? [];
      const own = urls.get(author.slug) ?? new Set();
      urls.set(author.slug, own);
      // Last in the order: articles are newest first, and the oldest use counts.
      own.delete(url);
      own.add(url);
      return author;
    });
  const groups = new Map(groupBy(articles, authorsOf).map((group) => [group.slug, group]));
  const own = new Map(files.map((file) => [file.slug, file]));
  return [...new Set([...groups.keys(), ...own.keys()])].toSorted(compareText).map((slug) => {
    const file = own.get(slug);
    return {
      slug,
      names: file ? { '': file.title } : (groups.get(slug)?.names ?? {}),
      articles: groups.get(slug)?.articles ?? [],
      file,
      urls: [...(urls.get(slug) ?? [])].reverse(),
    };
  });
}

/**
 * Groups articles by section or topic. The oldest article determines the spelling of a name, so
 * that a new article does not change older pages.
 */
function groupBy(
  articles: readonly Article[],
  namesOf: (article: Article) => readonly Named[],
): Group[] {
  const groups = new Map<string, { names: Named['names']; articles: Article[] }>();
  for (const article of articles) {
    for (const { slug, names } of namesOf(article)) {
      const group = groups.get(slug);
      if (group === undefined) groups.set(slug, { names, articles: [article] });
      else if (group.articles.at(-1) !== article) {
        group.names = names;
        group.articles.push(article);
      }
    }
  }
  return [...groups].map(([slug, group]) => ({ slug, ...group }));
}

/** Adds to groups what `publication.yaml` says of them. */
function withDetails(
  groups: readonly Group[],
  listed: readonly ListedGroup[],
  {
    language,
    languages,
    pictures,
  }: Pick<Edition, 'language' | 'pictures'> & { readonly languages: readonly string[] },
): Group[] {
  const bySlug = new Map(listed.map((group) => [listedSlug(group.names, languages), group]));
  return groups.map((group) => {
    const { description, aka, picture } = bySlug.get(group.slug) ?? {};
    return {
      ...group,
      description:
        description && typeset(localText(description, language, languages), language),
      aka,
      picture: picture === undefined ? undefined : pictureOf(picture, pictures),
    };
  });
}

/** The picture of a path that `publication.yaml` names, if a story shows it. */
export function pictureOf(
  written: string,
  pictures: readonly UsedPicture[],
): UsedPicture | undefined {
  const path = fileBeside('publication.yaml', written);
  return pictures.find(({ file }) => file === path);
}

/** The order of an edition's articles: newest first, then by slug. */
export function newestFirst(a: Article, b: Article): number {
  return b.start - a.start || compareText(a.slug, b.slug);
}
