import type { Story } from '../../content/article/article.ts';
import { type ContentFile, placeOf } from '../../content/article/content-file.ts';
import { parseContentFileName } from '../../content/article/content-file-name.ts';
import { type CreatedStory, createStory } from '../../content/article/create-story.ts';
import type { PictureNote, PictureNotes } from '../../content/article/picture-note.ts';
import { releaseOf } from '../../content/article/release-of.ts';
import type { PublicationSettings } from '../../content/settings/publication-settings.ts';
import type { Place, Problem } from '../../system/problems/problem.ts';
import { checkBylines } from './check-bylines.ts';
import { checkCredits } from './check-credits.ts';
import { checkNames } from './check-names.ts';
import { checkTimes } from './check-times.ts';
import {
  type ClaimedFile,
  claimAddresses,
  claimIdentities,
  type RefusedFile,
} from './claim-addresses.ts';
import { compareText } from './compare-text.ts';
import { createEdition } from './create-edition.ts';
import { groupContentFiles } from './group-content-files.ts';
import { createPeople } from './people.ts';
import type { Publication } from './publication.ts';
import { checkStoryNames, checkStoryTitles, createRunningStories } from './running-stories.ts';
import { placeThemePages, type ThemePageFile } from './theme-pages.ts';

export interface PublicationOptions {
  /** The current time in milliseconds since 1970. Later articles are not published yet. */
  readonly now: number;
  /** Whether to include drafts and scheduled articles, as in the dev preview. */
  readonly drafts: boolean;
  /** Paths of pictures and attachments below the content folder. */
  readonly files: ReadonlySet<string>;
  /** The pages of the theme. Default: none. */
  readonly themePages?: readonly ThemePageFile[];
  /** Files that are published as they are. Default: none. */
  readonly publicFiles?: readonly ClaimedFile[];
  /** The notes beside pictures. Default: none. */
  readonly notes?: PictureNotes;
  /** Paths of content files that are not published but from which translations inherit. */
  readonly lending?: ReadonlySet<string>;
  /** Paths of unreadable content files, from which translations cannot inherit. */
  readonly unread?: Iterable<string>;
  /**
   * Paths of content files with errors, which are not published. Their other problems are
   * reported.
   */
  readonly faulty?: ReadonlySet<string>;
}

export interface CreatedPublication {
  readonly publication: Publication;
  readonly problems: readonly Problem[];
  /** Stories that are drafts or scheduled. */
  readonly unpublished: readonly Story[];
  /** Stories of content files with errors. */
  readonly faulty: readonly Story[];
  /** Paths of content files without an address, since they have no date. */
  readonly unplaced: readonly string[];
  /** The problems of pages of the theme. */
  readonly themeProblems: readonly Problem[];
  /** Public files that have no address of their own. */
  readonly refused: readonly RefusedFile[];
}

/** Creates the editions of a publication from content files, with all problems between files. */
export function createPublication(
  contentFiles: readonly ContentFile[],
  settings: PublicationSettings,
  options: PublicationOptions,
): CreatedPublication {
  const { groups, problems: doubles } = groupContentFiles(
    contentFiles,
    settings.languages,
    options.lending,
  );
  const problems: Problem[] = [...doubles];
  const { timeZone } = settings;
  const stories: Story[] = [];
  const unpublished: Story[] = [];
  const faulty: Story[] = [];
  const unplaced: string[] = [];
  const unread = new Set(
    [...(options.unread ?? [])].map(
      (path) => parseContentFileName(path, settings.languages).group,
    ),
  );
  for (const { original, contentFiles: members } of groups) {
    for (const content of members) {
      const created = storyOf(content, original, settings, {
        notes: options.notes ?? new Map(),
        lacksOriginal: content.name.language !== undefined && unread.has(content.name.group),
      });
      problems.push(...created.problems);
      if (!created.story) {
        unplaced.push(content.path);
        if (created.unplaced) faulty.push(created.unplaced);
        continue;
      }
      problems.push(...checkTimes(content, created.story, { now: options.now, timeZone }));
      if (options.faulty?.has(content.path)) {
        faulty.push(created.story);
        continue;
      }
      const published = options.drafts || isPublished(created.story, options.now);
      (published ? stories : unpublished).push(created.story);
    }
  }
  stories.sort((a, b) => compareText(a.path, b.path));
  let filesByPath: ReadonlyMap<string, ContentFile> | undefined;
  const placeIn = ({ path, file }: Story, field: string): Place => {
    filesByPath ??= new Map(contentFiles.map((content) => [content.path, content]));
    const content = filesByPath.get(path);
    const known = [field, field.split('.')[0] ?? ''].find((name) => content?.places[name]);
    return content && known ? placeOf(content, known) : { file, line: 1, column: 1 };
  };
  const { people, problems: ofPeople } = createPeople(stories, settings, placeIn);
  const runningStories = createRunningStories(stories);
  const ofAll = [
    ofPeople,
    checkBylines(contentFiles, people),
    checkStoryNames(contentFiles, runningStories),
    checkStoryTitles(stories, placeIn),
  ];
  const byLanguage = Map.groupBy(stories, ({ language }) => language);
  const editions = editionLanguages(stories, settings.languages).map((language) =>
    createEdition(language, byLanguage.get(language) ?? [], {
      ...{ settings, people, runningStories },
      files: options.files,
    }),
  );
  const languages = editions.map(({ language }) => language);
  const placed = placeThemePages(options.themePages ?? [], {
    languages: settings.languages,
    editions: languages,
  });
  const inOrder = placed.pages.toSorted(
    (a, b) => languages.indexOf(a.language) - languages.indexOf(b.language),
  );
  const claimed = claimAddresses([...stories, ...unpublished], editions, {
    settings,
    placeOf: placeIn,
    publicFiles: options.publicFiles,
    themePages: inOrder,
  });
  ofAll.push(
    claimed.problems,
    claimIdentities([...stories, ...unpublished]),
    checkCredits([...stories, ...unpublished, ...faulty], settings.languages, options),
    checkNames(editions),
  );
  const rank = (story: Story) => languageRank(story.language, settings.languages);
  const translations = new Map(
    [...Map.groupBy(stories, (story) => story.group)].map(([group, members]) => [
      group,
      members.length === 1
        ? members
        : members.toSorted((a, b) => rank(a) - rank(b) || compareText(a.language, b.language)),
    ]),
  );
  const publication: Publication = {
    settings,
    editions,
    translations,
    byPath: new Map(stories.map((story) => [story.path, story])),
    people,
    runningStories,
    themePages: inOrder.filter(({ address, file }) => claimed.addresses.get(address) === file),
    addresses: claimed.addresses,
    files: options.files,
  };
  const { refused } = claimed;
  const themeProblems = [...placed.problems, ...claimed.themeProblems];
  return {
    ...{ publication, problems: [...problems, ...ofAll.flat()] },
    ...{ unpublished, faulty, unplaced, refused, themeProblems },
  };
}

interface StoryParts {
  readonly notes: PictureNotes;
  readonly lacksOriginal: boolean;
}

/** The last story of each content file, with its inputs. */
const made = new WeakMap<
  ContentFile,
  {
    readonly original: ContentFile;
    readonly settings: PublicationSettings;
    readonly lacksOriginal: boolean;
    /** The notes that were read. */
    readonly notes: ReadonlyMap<string, PictureNote | undefined>;
    readonly created: CreatedStory;
  }
>();

/** Like `createStory`, but returns the last story if its inputs are the same objects. */
function storyOf(
  content: ContentFile,
  original: ContentFile,
  settings: PublicationSettings,
  { notes, lacksOriginal }: StoryParts,
): CreatedStory {
  const last = made.get(content);
  if (
    last?.original === original &&
    last.settings === settings &&
    last.lacksOriginal === lacksOriginal &&
    [...last.notes].every(([picture, note]) => notes.get(picture) === note)
  )
    return last.created;
  const asked = new Map<string, PictureNote | undefined>();
  const get = (picture: string) => {
    asked.set(picture, notes.get(picture));
    return notes.get(picture);
  };
  const created = createStory(content, original, settings, { get }, { lacksOriginal });
  made.set(content, { original, settings, lacksOriginal, notes: asked, created });
  return created;
}

function isPublished(story: Story, now: number): boolean {
  const { draft, expires = Number.POSITIVE_INFINITY } = story;
  return !draft && releaseOf(story) <= now && now < expires;
}

/** The default language, and every other language with an article, in the order of `languages`. */
function editionLanguages(stories: readonly Story[], languages: readonly string[]): string[] {
  const articles = stories.filter(({ kind }) => kind === 'article');
  const used = new Set(articles.map(({ language }) => language));
  if (languages[0] !== undefined) used.add(languages[0]);
  return [...used].toSorted(
    (a, b) => languageRank(a, languages) - languageRank(b, languages) || compareText(a, b),
  );
}

function languageRank(language: string, languages: readonly string[]): number {
  const index = languages.indexOf(language);
  return index < 0 ? languages.length : index;
}
