import type { Article, Named, Page, Person, Story } from '../../content/article/article.ts';
import type { Credit } from '../../content/article/credit.ts';
import type { PublicationSettings } from '../../content/settings/publication-settings.ts';
import type { FrontChoice } from './front-choice.ts';
import type { People } from './people.ts';
import type { NamedStory, RunningStories } from './running-stories.ts';
import type { PlacedPage } from './theme-pages.ts';

/** A section or topic of an edition with its articles, newest first. */
export interface Group extends Named {
  readonly articles: readonly Article[];
  /** From `publication.yaml`; the description in the language of the edition. */
  readonly description?: string;
  readonly aka?: readonly string[];
  /** A picture that an article of the edition shows, with its credit. */
  readonly picture?: UsedPicture;
}

/** An author of an edition, with the articles. */
export interface AuthorGroup extends Group {
  /** The person's file in the language of the edition. */
  readonly file?: Person;
  /** Pages about the author on other sites, from bylines; the oldest article's first. */
  readonly urls: readonly string[];
}

/** A running story of an edition, with its articles. */
export interface RunningStoryGroup extends NamedStory, Group {}

/** The stories of one language, in order. */
export interface Edition {
  readonly language: string;
  /** Its root path: `/`, `/ko/`. */
  readonly path: string;
  /** Newest first, then by slug. */
  readonly articles: readonly Article[];
  /** In menu order. */
  readonly sections: readonly Group[];
  /** By slug. */
  readonly topics: readonly Group[];
  readonly pages: readonly Page[];
  /** By slug. Everybody with an article or a file. */
  readonly authors: readonly AuthorGroup[];
  /** By slug. */
  readonly runningStories: readonly RunningStoryGroup[];
  /** The files of pictures and clips that its stories show, most recently used first. */
  readonly pictures: readonly UsedPicture[];
}

/** A picture or clip of an edition, and the stories that show it. */
export interface UsedPicture {
  /** Path below the content folder. */
  readonly file: string;
  readonly alt: string;
  /** Of a clip. */
  readonly caption?: string | undefined;
  readonly credit?: Credit;
  /** Newest first, with the first use last. Pages, which have no date, are at the end. */
  readonly stories: readonly Story[];
}

/** All editions together. */
export interface Publication {
  readonly settings: PublicationSettings;
  /** In the order of `languages`. The default language is always present. */
  readonly editions: readonly Edition[];
  /** Stories that are translations of one another, in the order of the editions. */
  readonly translations: ReadonlyMap<string, readonly Story[]>;
  /** Every published story by its path below the content folder. */
  readonly byPath: ReadonlyMap<string, Story>;
  readonly people: People;
  readonly runningStories: RunningStories;
  /** What editors chose for front pages, by language. */
  readonly fronts?: ReadonlyMap<string, FrontChoice>;
  /** The pages of the theme, in the order of the editions. Default: none. */
  readonly themePages?: readonly PlacedPage[];
  /** Every address of the site and the file that causes it. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Paths of pictures and attachments below the content folder. */
  readonly files: ReadonlySet<string>;
}
