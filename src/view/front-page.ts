import type { Edition } from '../edition/publication.ts';
import { listAddress } from '../edition/list-addresses.ts';
import { emptyText, type ListPage } from './list-page.ts';
import { createShell, type Link, type Shell } from './shell.ts';
import { type StoryEntry, toEntry } from './story-entry.ts';
import { toHref, type ViewContext, wordsOf } from './view-context.ts';

/** Articles that stand large at the top of a front page, after the lead. */
const prominent = 3;

/** The front page of an edition. */
export interface FrontPage {
  readonly shell: Shell;
  readonly heading: string;
  readonly lead?: StoryEntry;
  readonly prominent: readonly StoryEntry[];
  readonly rest: readonly StoryEntry[];
  readonly restTitle: string;
  readonly more?: Link;
  readonly empty?: ListPage['empty'];
}

export function createFrontPage(context: ViewContext, edition: Edition): FrontPage {
  const words = wordsOf(edition.language);
  const { pageSize } = context.publication.settings;
  const [lead, ...others] = edition.articles.slice(0, pageSize).map((article) => toEntry(context, article));
  const shell = createShell(context, { edition, address: edition.path });
  return {
    shell,
    heading: shell.name,
    ...(lead ? { lead } : { empty: emptyText(edition) }),
    prominent: others.slice(0, prominent),
    rest: others.slice(prominent),
    restTitle: words.lists.newest,
    ...(edition.articles.length > pageSize
      ? { more: { text: words.lists.allArticles, href: toHref(context, listAddress.all(edition)) } }
      : {}),
  };
}
