import { listAddress } from '../../edition/list-addresses.ts';
import type { PicturePlace } from '../picture-view.ts';
import { type StoryEntry, toLargeEntry, withoutSection } from '../story-entry.ts';
import type { Brief } from '../story-inputs.ts';
import {
  type EditionFrame,
  inLanguage,
  toHref,
  type ViewContext,
  wordsOf,
} from '../view-context.ts';
import type {
  FrontBlock,
  FrontGroupKey,
  FrontPlace,
  FrontStoryKey,
  PlacedStory,
} from './front-block.ts';
import { cutSummary } from './summary-length.ts';

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
  readonly entry: StoryEntry & { readonly id?: string };
  readonly place: FrontPlace;
}

/** The title of a section or running story, linked to its page. */
export interface GroupTitle {
  readonly id: string;
  readonly text: string;
  readonly href?: string;
  /** Of a running story: whether it goes on. */
  readonly state?: string;
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

/** What the newest page of a list changes in its rows. */
interface ListOptions {
  /** The slug of the section that the page lists, which its stories do not name. */
  readonly section?: string | undefined;
  /** The id of a story on the page. */
  readonly idOf?: (brief: Brief) => { readonly id?: string };
}

/** Rows as a page prints them. */
export function toBlockViews(
  context: ViewContext,
  edition: EditionFrame,
  blocks: readonly FrontBlock[],
  { section, idOf }: ListOptions = {},
): BlockView[] {
  const titleOf = titles(context, edition);
  return blocks.map(({ kind, group, story, title, continued, columns }, row) => ({
    kind,
    title:
      kind === 'opinion'
        ? opinionTitle(context, edition)
        : continued
          ? undefined
          : titleOf(story ?? group, title),
    columns: columns.map((column, index) => {
      const titled = section !== undefined || (group ?? column.group) !== undefined;
      return {
        title: titleOf(column.group),
        span: column.span,
        stories: column.stories.map((story, place) => {
          const first = row + index + place === 0;
          const beside = first && columns.length > 1;
          const shown = toFrontEntry(context, story, { first, beside, titled });
          return { ...shown, entry: { ...shown.entry, ...idOf?.(story.brief) } };
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

function opinionTitle(context: ViewContext, { language }: EditionFrame): GroupTitle {
  return { id: 'ui-opinion', text: wordsOf(context, language).kinds.opinion };
}

/** Each running story or section, or `newest` for articles without one, has its title once. */
function titles(context: ViewContext, edition: EditionFrame) {
  let count = 0;
  return (
    group: FrontGroupKey | FrontStoryKey | undefined,
    text?: string,
  ): GroupTitle | undefined => {
    if (group === undefined && text === undefined) return undefined;
    count += 1;
    const id = `ui-group-${count}`;
    if (group && 'slug' in group)
      return {
        id,
        text: text ?? group.title,
        href: toHref(context, listAddress.story(edition, group.slug)),
        state: group.state && wordsOf(context, edition.language).stories[group.state],
      };
    const section = group?.section;
    const own = edition.sections.find(({ slug }) => slug === section);
    return own
      ? {
          id,
          text: text ?? inLanguage(context, own.names, edition.language),
          href: toHref(context, listAddress.section(edition, own.slug)),
        }
      : { id, text: text ?? wordsOf(context, edition.language).lists.newest };
  };
}
