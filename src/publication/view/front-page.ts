import { localText } from '../../content/settings/local-text.ts';
import { listAddress } from '../edition/list-addresses.ts';
import type { Edition } from '../edition/publication.ts';
import type { InputCollector } from './collect-inputs.ts';
import { type ChosenStories, composeFront } from './front/compose-front.ts';
import type {
  FrontBlock,
  FrontGroupKey,
  FrontPlace,
  PlacedStory,
} from './front/front-block.ts';
import { cutSummary } from './front/summary-length.ts';
import type { Link } from './link.ts';
import type { PicturePlace } from './picture-view.ts';
import type { PlannedPage } from './planned-page.ts';
import { createShell, type Shell } from './shell.ts';
import {
  describeList,
  type EmptyText,
  emptyText,
  type StoryEntry,
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

/** The front page of an edition. */
export interface FrontPage {
  readonly shell: Shell;
  readonly heading: string;
  readonly blocks: readonly BlockView[];
  readonly more?: Link;
  /** Only if the edition has no articles. */
  readonly empty?: EmptyText;
}

/** A row of the front page. */
export interface BlockView {
  readonly kind: FrontBlock['kind'];
  readonly title?: GroupTitle;
  readonly columns: readonly ColumnView[];
}

export interface ColumnView {
  readonly title?: GroupTitle;
  readonly span?: 2;
  readonly stories: readonly FrontEntry[];
}

/** A story at its place. */
export interface FrontEntry {
  readonly entry: StoryEntry;
  readonly place: FrontPlace;
}

/** The title of a section, linked to its list. */
export interface GroupTitle {
  readonly id: string;
  readonly text: string;
  readonly href?: string;
}

/** What a front page is made from. */
export interface FrontInputs {
  readonly language: string;
  /** The newest articles, `pageSize` at most. */
  readonly newest: readonly Brief[];
  readonly hasMore: boolean;
  /** What an editor chose. */
  readonly chosen?: ChosenStories;
}

/** The front page of an edition. */
export function planFrontPage(
  { settings }: ViewContext,
  { language, path, articles }: Edition,
  { briefOf, publication }: InputCollector,
): PlannedPage<'front', FrontInputs> {
  const { pageSize, languages } = settings;
  const choice = publication.fronts?.get(language);
  return {
    address: path,
    page: 'front',
    inputs: {
      language,
      newest: articles.slice(0, pageSize).map(briefOf),
      hasMore: articles.length > pageSize,
      chosen: choice && {
        lead: choice.lead && briefOf(choice.lead),
        order: choice.order.map(briefOf),
        packages: choice.packages.map((own) => ({
          title: own.title && localText(own.title, language, languages),
          section: own.section,
          briefs: own.articles.map(briefOf),
        })),
      },
    },
  };
}

export function createFrontPage(
  context: ViewContext,
  { language, newest, hasMore, chosen }: FrontInputs,
): FrontPage {
  const edition = editionOf(context, { language });
  const { lists } = wordsOf(language);
  const blocks = toBlockViews(
    context,
    edition,
    composeFront({ newest, chosen, sections: edition.sections.map(({ slug }) => slug) }),
  );
  const lead = blocks[0]?.columns[0]?.stories[0]?.entry;
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
    blocks,
    empty: lead ? undefined : emptyText(language),
    more: hasMore
      ? { text: lists.allArticles, href: toHref(context, listAddress.all(edition)) }
      : undefined,
  };
}

/** The pictures of places that show one. */
const pictures: Readonly<Record<FrontPlace, PicturePlace | undefined>> = {
  lead: 'lead',
  card: 'card',
  wide: 'wide',
  flat: 'row',
  text: undefined,
  tall: undefined,
  opinion: undefined,
};

function toBlockViews(
  context: ViewContext,
  edition: EditionFrame,
  blocks: readonly FrontBlock[],
): BlockView[] {
  const titleOf = titles(context, edition);
  return blocks.map(({ kind, group, title, continued, columns }, row) => ({
    kind,
    title:
      kind === 'opinion'
        ? opinionTitle(edition)
        : continued
          ? undefined
          : titleOf(group, title),
    columns: columns.map((column, index) => {
      const titled = (group ?? column.group) !== undefined;
      return {
        title: titleOf(column.group),
        span: column.span,
        stories: column.stories.map((story, place) => {
          const first = row + index + place === 0;
          const beside = first && columns.length > 1;
          return toFrontEntry(context, story, { first, beside, titled });
        }),
      };
    }),
  }));
}

/** `titled`: the section is above the story. `beside`: there are stories beside the lead. */
function toFrontEntry(
  context: ViewContext,
  { brief, place, summary: units }: PlacedStory,
  {
    first,
    beside,
    titled,
  }: { readonly first: boolean; readonly beside: boolean; readonly titled: boolean },
): FrontEntry {
  const short = { ...brief, summary: cutSummary(units, brief.summary, brief.language) };
  const picture = beside ? 'leadAbove' : pictures[place];
  const all = toLargeEntry(context, short, picture ?? 'row', { first });
  const { picture: _, ...plain } = all;
  const entry = picture ? all : plain;
  return { place, entry: titled ? withoutSection(entry) : entry };
}

function opinionTitle({ language }: EditionFrame): GroupTitle {
  return { id: 'ui-opinion', text: wordsOf(language).kinds.opinion };
}

/** Each section, or `newest` for articles without one, has its title once. */
function titles(context: ViewContext, edition: EditionFrame) {
  let count = 0;
  return (group: FrontGroupKey | undefined, text?: string): GroupTitle | undefined => {
    if (group === undefined && text === undefined) return undefined;
    const section = group?.section;
    const own = edition.sections.find(({ slug }) => slug === section);
    count += 1;
    const id = `ui-group-${count}`;
    return own
      ? {
          id,
          text: text ?? inLanguage(context, own.names, edition.language),
          href: toHref(context, listAddress.section(edition, own.slug)),
        }
      : { id, text: text ?? wordsOf(edition.language).lists.newest };
  };
}
