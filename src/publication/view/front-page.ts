import { listAddress } from '../edition/list-addresses.ts';
import type { Edition } from '../edition/publication.ts';
import type { PlannedPage } from './create-page.ts';
import type { ListPage } from './list-page.ts';
import { describedBy, emptyText } from './list-texts.ts';
import { createShell, type Link, type Shell } from './shell.ts';
import { type StoryEntry, toEntry, toLargeEntry, withoutSection } from './story-entry.ts';
import type { Brief, InputDesk } from './story-inputs.ts';
import {
  type EditionFrame,
  editionOf,
  inLanguage,
  toHref,
  type ViewContext,
  wordsOf,
} from './view-context.ts';

/** Articles that stand large at the top of a front page, after the lead. */
const prominent = 3;

/** Articles of a group that are told by more than their headline. */
const summarised = 3;

/** The front page of an edition. */
export interface FrontPage {
  readonly shell: Shell;
  readonly heading: string;
  readonly lead?: StoryEntry;
  readonly prominent: readonly StoryEntry[];
  readonly groups: readonly FrontGroup[];
  readonly more?: Link;
  readonly empty?: ListPage['empty'];
}

/** What else is new, of one section or of none. */
export interface FrontGroup {
  readonly id: string;
  readonly title: string;
  readonly href?: string;
  readonly entries: readonly StoryEntry[];
}

/** What a front page is made from. */
export interface FrontInputs {
  readonly language: string;
  /** The newest, as many as a page of a list has. */
  readonly newest: readonly Brief[];
  readonly hasMore: boolean;
}

/** The front page of an edition. */
export function planFrontPage(
  { settings }: ViewContext,
  { language, path, articles }: Edition,
  { briefOf }: InputDesk,
): PlannedPage<'front'> {
  const { pageSize } = settings;
  return {
    address: path,
    page: 'front',
    inputs: {
      language,
      newest: articles.slice(0, pageSize).map(briefOf),
      hasMore: articles.length > pageSize,
    },
  };
}

export function createFrontPage(
  context: ViewContext,
  { language, newest, hasMore }: FrontInputs,
): FrontPage {
  const edition = editionOf(context, { language });
  const words = wordsOf(language);
  const [lead, ...others] = newest.slice(0, 1 + prominent).map((brief, index) =>
    toLargeEntry(context, brief, index === 0 ? 'lead' : 'prominent', {
      first: index === 0,
    }),
  );
  const shell = createShell(context, {
    edition,
    address: edition.path,
    subject: { kind: 'front' },
    ...(lead?.picture ? { picture: lead.picture } : {}),
    ...(context.settings.description ? {} : describedBy(newest)),
  });
  return {
    shell,
    heading: shell.name,
    ...(lead ? { lead } : { empty: emptyText(language) }),
    prominent: others,
    groups: groupsOf(context, edition, newest.slice(1 + prominent)),
    ...(hasMore
      ? {
          more: {
            text: words.lists.allArticles,
            href: toHref(context, listAddress.all(edition)),
          },
        }
      : {}),
  };
}

/** By section, in the order of the menu; what has none comes last. */
function groupsOf(
  context: ViewContext,
  edition: EditionFrame,
  briefs: readonly Brief[],
): FrontGroup[] {
  const bySection = Map.groupBy(briefs, ({ section }) => section?.slug);
  const entriesOf = (slug: string | undefined) =>
    (bySection.get(slug) ?? []).map((brief, index) => {
      const { summary, ...entry } = withoutSection(toEntry(context, brief));
      return index < summarised && summary !== undefined ? { ...entry, summary } : entry;
    });
  return [
    ...edition.sections.map(({ slug, names }, index) => ({
      id: `ui-group-${index + 1}`,
      title: inLanguage(context, names, edition.language),
      href: toHref(context, listAddress.section(edition, slug)),
      entries: entriesOf(slug),
    })),
    {
      id: 'ui-newest',
      title: wordsOf(edition.language).lists.newest,
      entries: entriesOf(undefined),
    },
  ].filter(({ entries }) => entries.length > 0);
}
