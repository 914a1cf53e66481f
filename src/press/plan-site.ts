import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Article } from '../content/article/article.ts';
import type { Settings } from '../content/settings/settings.ts';
import type { LoadedSite } from '../newsroom/loaded-site.ts';
import { type ChoiceList, createChoiceFiles } from '../outputs/search/choice-files.ts';
import { type PlannedPart, planIndex } from '../outputs/search/plan-index.ts';
import { createSearchRecords } from '../outputs/search/search-record.ts';
import { formatCardProblems, formatMissingFonts } from '../outputs/share-card/card-problems.ts';
import { type PlannedCards, planCards } from '../outputs/share-card/plan-cards.ts';
import { toSite } from '../publication/edition/check-references.ts';
import { transcriptsOf } from '../publication/view/clip-view.ts';
import { createInputCollector } from '../publication/view/collect-inputs.ts';
import type { ViewContext } from '../publication/view/view-context.ts';
import type { HostedSite } from '../security/hosted-site.ts';
import { terminal } from '../system/terminal/terminal.ts';
import { type CodeBundle, loadCodeBundle } from './code-bundle.ts';
import { cardSheets, planSheets } from './plan-sheets.ts';
import { hostSheets } from './print-site.ts';
import type { Sheet } from './sheet.ts';
import { createPolicy, createSheetSources, toHostedSite } from './sheet-sources.ts';

export interface PlanSiteOptions {
  /** The project's folder. */
  readonly root: string;
  readonly settings: Settings;
  /** The folder for compiled code: an absolute path. Default: the cache. */
  readonly codeDir?: string;
}

/** All files of a site except those of the search index, and what they are printed with. */
export interface PlannedSite {
  readonly sheets: () => AsyncGenerator<Sheet>;
  /** The parts of the search index. */
  readonly parts: readonly PlannedPart[];
  /** Files that the search page needs besides, by name. */
  readonly choices: ReadonlyMap<string, ChoiceList>;
  readonly code: CodeBundle;
  readonly view: ViewContext;
  readonly hosted: HostedSite;
}

/** The number of sheets to plan, in some milliseconds, before other tasks have a turn. */
const sheetsPerTurn = 200;

/**
 * Plans every file of a site that was read.
 *
 * @throws {InvalidTheme} where the templates cannot be compiled
 */
export async function planSite(
  loaded: LoadedSite,
  { root, settings, codeDir }: PlanSiteOptions,
): Promise<PlannedSite> {
  const cacheDir = resolve(root, settings.cacheDir);
  const contentDir = resolve(root, settings.contentDir);
  const { publication, theme } = loaded;
  const code = await timed('Templates', () =>
    loadCodeBundle({ cacheDir: codeDir ?? cacheDir, basePath: settings.basePath, theme }),
  );
  const cards = await planCardsOf(loaded, contentDir);
  const parts = planIndex(createSearchRecords(publication, transcriptsIn(loaded)));
  const policy = createPolicy(loaded, code.scripts, code.styles);
  const site = createSheetSources(loaded, { code, policy, cards: cards.named });
  const hosted = toHostedSite(site, policy);
  const sheets = () =>
    inTurns(planSheets(site, { cacheDir }), cardSheets(cards.planned), hostSheets(hosted));
  const choices = createChoiceFiles(publication);
  return { sheets, parts, choices, code, view: site.view, hosted };
}

/** Finds the words of the clips of an article. */
function transcriptsIn({ publication, assets }: LoadedSite): (article: Article) => string[] {
  const { textOf } = createInputCollector({ publication, assets });
  const { languages } = publication.settings;
  return (article) =>
    article.clips.length === 0 ? [] : transcriptsOf(textOf(article), languages);
}

/** Plans share cards, if the URL of the site is known: links to cards are absolute. */
async function planCardsOf(
  { publication, assets, logo, settings }: LoadedSite,
  contentDir: string,
): Promise<Pick<PlannedCards, 'named' | 'planned'>> {
  if ((settings.siteUrl ?? publication.settings.url) === undefined)
    return { named: new Map(), planned: [] };
  const { extras, hosting } = publication.settings;
  const { problems, missingFonts, ...cards } = await planCards(
    { publication, site: toSite(publication), assets, logo: logo?.name },
    {
      contentDir,
      articles: extras.includes('card') && hosting.files !== 'one',
      sections: extras.includes('card') && hosting.files === 'one',
    },
  );
  for (const line of [...formatMissingFonts(missingFonts), ...formatCardProblems(problems)])
    terminal().warn(line);
  return cards;
}

/** Joins lists of sheets, and gives other tasks a turn in between. */
async function* inTurns(...lists: Iterable<Sheet>[]): AsyncGenerator<Sheet> {
  let count = 0;
  for (const list of lists)
    for (const sheet of list) {
      count += 1;
      if (count % sheetsPerTurn === 0) await setImmediate();
      yield sheet;
    }
}

/**
 * Shows a stage of the build while it runs, and then its counts and its time: `Files: 12 printed,
 * 840 kept, 2.4 s`. Counts of zero are omitted, except the first.
 */
export async function timed<T>(
  stage: string,
  work: () => Promise<T>,
  countsOf: (result: T) => Readonly<Record<string, number>> = () => ({}),
): Promise<T> {
  const started = performance.now();
  terminal().progress(stage);
  const result = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counts = Object.entries(countsOf(result)).flatMap(([verb, count], index) =>
    count > 0 || index === 0 ? [`${count} ${verb}`] : [],
  );
  terminal().stage(`${stage}: ${[...counts, `${seconds} s`].join(', ')}`);
  return result;
}
