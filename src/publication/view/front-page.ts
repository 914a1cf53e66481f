import { listAddress } from '../edition/list-addresses.ts';
import type { Edition } from '../edition/publication.ts';
import type { InputCollector } from './collect-inputs.ts';
import type { Link } from './link.ts';
import type { PlannedPage } from './planned-page.ts';
import { createShell, type Shell } from './shell.ts';
import {
  describeList,
  type EmptyText,
  emptyText,
  type StoryEntry,
  toEntry,
  toLargeEntry,
  withoutSection,
} from './story-entry.ts';
import type { Brief } from './story-inputs.ts';
import {
  type EditionFrame,
  editionOf,
  inLanguage,
  toHref,
  type ViewContext,
  wordsOf,
} from './view-context.ts';

/** How many articles after the lead have a large picture. */
const prominentCount = 3;

/** How many articles of a group have a summary. */
const summaryCount = 3;

/** The front page of an edition. */
export interface FrontPage {
  readonly shell: Shell;
  readonly heading: string;
  readonly lead?: StoryEntry;
  readonly prominent: readonly StoryEntry[];
  readonly groups: readonly FrontGroup[];
  readonly more?: Link;
  /** Only if the edition has no articles. */
  readonly empty?: EmptyText;
}

/** The other new articles of one section, or those without a section. */
export interface FrontGroup {
  readonly id: string;
  readonly title: string;
  readonly href?: string;
  readonly entries: readonly StoryEntry[];
}

/** What a front page is made from. */
export interface FrontInputs {
  readonly language: string;
  /** The newest articles, `pageSize` at most. */
  readonly newest: readonly Brief[];
  readonly hasMore: boolean;
}

/** The front page of an edition. */
export function planFrontPage(
  { settings }: ViewContext,
  { language, path, articles }: Edition,
  { briefOf }: InputCollector,
): PlannedPage<'front', FrontInputs> {
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
  const { lists } = wordsOf(language);
  const [first, ...others] = newest;
  const lead = first && toLargeEntry(context, first, 'lead', { first: true });
  const shell = createShell(context, {
    edition,
    address: edition.path,
    subject: { kind: 'front' },
    picture: lead?.picture,
    description: context.settings.description ? undefined : describeList(newest),
  });
  return {
    shell,
    heading: shell.name,
    lead,
    empty: lead ? undefined : emptyText(language),
    prominent: others
      .slice(0, prominentCount)
      .map((brief) => toLargeEntry(context, brief, 'prominent')),
    groups: groupsOf(context, edition, others.slice(prominentCount)),
    more: hasMore
      ? { text: lists.allArticles, href: toHref(context, listAddress.all(edition)) }
      : undefined,
  };
}

/** By section, in the order of the menu. Articles without a section come last. */
function groupsOf(
  context: ViewContext,
  edition: EditionFrame,
  briefs: readonly Brief[],
): FrontGroup[] {
  const bySection = Map.groupBy(briefs, ({ section }) => section?.slug);
  const entriesOf = (slug: string | undefined) =>
    (bySection.get(slug) ?? []).map((brief, index) => {
      const { summary, ...entry } = withoutSection(toEntry(context, brief));
      return index < summaryCount ? { ...entry, summary } : entry;
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
