import { resolve } from 'node:path';
import { releaseOf } from '../content/article/release-of.ts';
import type { Settings } from '../content/settings/settings.ts';
import { startOf } from '../language/news-date.ts';
import { openContentStore, type Reading } from '../newsroom/content-store.ts';
import { type Gathered, gatherContent } from '../newsroom/gather-content.ts';
import { type LoadedSite, toLoadedSite } from '../newsroom/loaded-site.ts';
import { reportGathered } from '../newsroom/report-gathered.ts';
import { newsFor } from '../outputs/feeds/news-items.ts';
import { terminal } from '../system/terminal/terminal.ts';

export interface GatherSiteOptions {
  /** The project's folder. */
  readonly root: string;
  readonly settings: Settings;
  /** The folder of this publication in the cache: a path below `CACHE_DIR`. */
  readonly publicationCache: string;
  /** Whether all content files are read, even those that the last build kept. */
  readonly fresh: boolean;
  /** Whether the content files that the cache has were read just now: they are not opened. Default: false. */
  readonly gathered?: boolean;
}

export interface GatheredSite {
  readonly loaded: LoadedSite;
  /** See `nextChange`. */
  readonly until: number;
  /** How many content files were read, and how many had not changed since the last build. */
  readonly read: number;
  readonly kept: number;
  /** The paths of all files below the content folder. */
  readonly found: readonly string[];
}

/**
 * Reads the content folder for a build and reports its problems. Content files that have not
 * changed since the last build come from the cache.
 *
 * @throws {InvalidContent} where there is an error, unless the settings skip invalid files
 */
export async function gatherSite({
  root,
  settings,
  publicationCache,
  fresh,
  gathered: isGathered = false,
}: GatherSiteOptions): Promise<GatheredSite> {
  const cacheDir = resolve(root, settings.cacheDir);
  const store = openContentStore(cacheDir, `${publicationCache}/content-files`);
  const gathered = await gatherContent({
    ...{ root, settings },
    drafts: false,
    isGathered,
    earlier: fresh ? () => undefined : store.earlier,
  });
  const kept = [...gathered.readings].filter(([path, one]) =>
    isKept(one, store.earlier(path)),
  ).length;
  await store.keep(gathered.readings);
  reportGathered(gathered, { skipInvalid: settings.skipInvalid });
  if (settings.siteUrl === undefined && gathered.published.settings.url === undefined)
    terminal().warn(noSiteUrl);
  return {
    loaded: toLoadedSite(gathered, settings),
    until: nextChange(gathered, settings.now),
    read: gathered.readings.size - kept,
    kept,
    found: gathered.found,
  };
}

/** Whether a reading is that of an earlier run. A file that was touched is opened again, and may be unchanged. */
function isKept(now: Reading, before: Reading | undefined): boolean {
  if (before === undefined) return false;
  if ('content' in now) return 'content' in before && before.content === now.content;
  return 'problems' in before && before.problems === now.problems;
}

const noSiteUrl =
  'warning: the address of the site is not known, so feeds, sitemaps and canonical links are left out; set `url:` in publication.yaml or SITE_URL';

/** The greatest offset of a time zone from UTC, in milliseconds: a day may begin this much earlier. */
const maxOffset = 14 * 60 * 60 * 1000;

/**
 * When a build of the same content would first differ because of the clock: an article is published
 * or expires, is no longer news, a date is no longer in the future, or a front page begins or ends.
 *
 * @returns milliseconds since 1970, later than `now`; the largest integer where nothing is due
 */
export function nextChange({ published, scheduled, fronts }: Gathered, now: number): number {
  const { timeZone, security } = published.settings;
  const times: number[] = [];
  if (security?.expires) times.push(Date.parse(`${security.expires}T00:00:00Z`));
  for (const story of [...published.byPath.values(), ...scheduled]) {
    times.push(releaseOf(story), story.expires ?? Number.POSITIVE_INFINITY);
    if (story.kind === 'article') times.push(story.start, story.start + newsFor + 1);
    const dates = [
      story.updated,
      ...story.corrections.map(({ date }) => date),
      story.kind === 'article' ? story.source?.published : undefined,
    ];
    for (const date of dates) {
      if (date === undefined) continue;
      const start = startOf(date, timeZone);
      times.push(start - maxOffset, start, start + 1);
    }
  }
  for (const { start, until } of fronts) times.push(start, until ?? start);
  let next = Number.MAX_SAFE_INTEGER;
  for (const time of times) if (time > now && time < next) next = time;
  return next;
}
