import type { Article } from '../../content/article/article.ts';
import { localText } from '../../content/settings/local-text.ts';
import { listAddress } from '../edition/list-addresses.ts';
import { listSizes } from '../edition/list-pages.ts';
import type { Edition, Publication, RunningStoryGroup } from '../edition/publication.ts';
import { type NamedStory, runningStoryOf } from '../edition/running-stories.ts';
import type { InputCollector } from './collect-inputs.ts';
import { type BlockView, toBlockViews } from './front/block-view.ts';
import { type ChosenStories, composeFront } from './front/compose-front.ts';
import type { FrontStoryKey } from './front/front-block.ts';
import { frontRules } from './front/front-rules.ts';
import type { ChosenPackage } from './front/package-blocks.ts';
import type { Link } from './link.ts';
import type { PlannedPage } from './planned-page.ts';
import { createShell, type Shell } from './shell.ts';
import { describeList, type EmptyText, emptyText } from './story-entry.ts';
import type { Brief } from './story-inputs.ts';
import { editionOf, toHref, type ViewContext, wordsOf } from './view-context.ts';

/** The front page of an edition. */
export interface FrontPage {
  readonly shell: Shell;
  readonly heading: string;
  readonly blocks: readonly BlockView[];
  readonly more?: Link;
  /** Only if the edition has no articles. */
  readonly empty?: EmptyText;
}

/** What a front page is made from. */
export interface FrontInputs {
  readonly language: string;
  /** The newest articles, as many as the newest page of a list has at least. */
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
  const { languages } = settings;
  const [, size] = listSizes(settings);
  const choice = publication.fronts?.get(language);
  const newest = articles.slice(0, size);
  return {
    address: path,
    page: 'front',
    inputs: {
      language,
      newest: newest.map(briefOf),
      hasMore: articles.length > size,
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
  const { lists } = wordsOf(context, language);
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
    empty: lead ? undefined : emptyText(context, language),
    more: hasMore
      ? { text: lists.allArticles, href: toHref(context, listAddress.all(edition)) }
      : undefined,
  };
}
