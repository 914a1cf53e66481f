import type { Article } from '../../content/article/article.ts';
import { localText } from '../../content/settings/local-text.ts';
import { listAddress } from '../edition/list-addresses.ts';
import type { Edition, Publication, RunningStoryGroup } from '../edition/publication.ts';
import { type NamedStory, runningStoryOf } from '../edition/running-stories.ts';
import type { InputCollector } from './collect-inputs.ts';
import { type ChosenPackage, type ChosenStories, composeFront } from './front/compose-front.ts';
import type {
  FrontBlock,
  FrontGroupKey,
  FrontPlace,
  FrontStoryKey,
  PlacedStory,
} from './front/front-block.ts';
import { frontRules } from './front/front-rules.ts';
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

/** The title of a section or running story, linked to its page. */
export interface GroupTitle {
  readonly id: string;
  readonly text: string;
  readonly href?: string;
  /** Of a running story: whether it goes on. */
  readonly state?: string;
}

/** What a front page is made from. */
export interface FrontInputs {
  readonly language: string;
  /** The newest articles, `pageSize` at most. */
  readonly newest: readonly Brief[];
  readonly hasMore: boolean;
  /** What an editor chose. */
  readonly chosen?: ChosenStories;
  /** Running stories that go on, with their articles among the newest. */
  readonly running?: readonly ChosenPackage[];
}

/** The front page of an edition. */
export function planFrontPage(
  { settings }: ViewContext,
  edition: Edition,
  { briefOf, publication }: InputCollector,
): PlannedPage<'front', FrontInputs> {
  const { language, path, articles } = edition;
  const { pageSize, languages } = settings;
  const choice = publication.fronts?.get(language);
  const newest = articles.slice(0, pageSize);
  return {
    address: path,
    page: 'front',
    inputs: {
      language,
      newest: newest.map(briefOf),
      hasMore: articles.length > pageSize,
      chosen: choice && {
        lead: choice.lead && briefOf(choice.lead),
        order: choice.order.map(briefOf),
        packages: choice.packages.map((own) => ({
          title: own.title && localText(own.title, language, languages),
          section: own.section,
          story: own.story && toStoryKey(own.story, language, languages),
          isNamed: own.isNamed,
          briefs: own.articles.map(briefOf),
        })),
      },
      running: runningAmong(newest, edition, publication).map(([story, own]) => ({
        story: toStoryKey(story, language, languages),
        briefs: own.map(briefOf),
      })),
    },
  };
}

/** The running stories that go on and have several of the newest articles, the newest first. */
function runningAmong(
  newest: readonly Article[],
  { language, runningStories }: Edition,
  publication: Publication,
): [RunningStoryGroup, Article[]][] {
  const { from, among } = frontRules.runningStories;
  const byStory = Map.groupBy(newest.slice(0, among), ({ story }) =>
    story === undefined
      ? undefined
      : runningStoryOf(publication.runningStories, story, language)?.slug,
  );
  return [...byStory].flatMap(([slug, articles]): [RunningStoryGroup, Article[]][] => {
    const group =
      articles.length < from ? undefined : runningStories.find((own) => own.slug === slug);
    return group?.state === 'open' ? [[group, articles]] : [];
  });
}

function toStoryKey(
  { slug, names, state, file }: NamedStory,
  language: string,
  languages: readonly string[],
): FrontStoryKey {
  const title = localText(names, language, languages);
  return { slug, title, state: file || state === 'closed' ? state : undefined };
}

export function createFrontPage(
  context: ViewContext,
  { language, newest, hasMore, chosen, running }: FrontInputs,
): FrontPage {
  const edition = editionOf(context, { language });
  const { lists } = wordsOf(language);
  const blocks = toBlockViews(
    context,
    edition,
    composeFront({
      newest,
      chosen,
      running,
      sections: edition.sections.map(({ slug }) => slug),
    }),
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
  return blocks.map(({ kind, group, story, title, continued, columns }, row) => ({
    kind,
    title:
      kind === 'opinion'
        ? opinionTitle(edition)
        : continued
          ? undefined
          : titleOf(story ?? group, title),
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
        state: group.state && wordsOf(edition.language).stories[group.state],
      };
    const section = group?.section;
    const own = edition.sections.find(({ slug }) => slug === section);
    return own
      ? {
          id,
          text: text ?? inLanguage(context, own.names, edition.language),
          href: toHref(context, listAddress.section(edition, own.slug)),
        }
      : { id, text: text ?? wordsOf(edition.language).lists.newest };
  };
}
