import type { Article } from '../../content/article/article.ts';
import type { LocalText } from '../../content/settings/local-text.ts';
import type { NamedStory } from './running-stories.ts';

/** What an editor chose for the front page of an edition: articles that are published there. */
export interface FrontChoice {
  readonly lead?: Article;
  /** The articles after the lead. */
  readonly order: readonly Article[];
  readonly packages: readonly FrontPackage[];
}

/** Articles in rows of their own. It has a title, a section or a running story. */
export interface FrontPackage {
  readonly title?: LocalText;
  /** The slug of a section. */
  readonly section?: string;
  readonly story?: NamedStory;
  /** Whether an editor named the first article. */
  readonly isNamed?: true;
  readonly articles: readonly Article[];
}
