import { distance } from 'fastest-levenshtein';

/** A variable of the environment or of `.env`. */
export interface SettingRow {
  readonly fallback: string;
  readonly meaning: string;
}

/** Every setting with its default, its form and its meaning. */
export const settingTable = {
  CONTENT_DIR: {
    fallback: 'content',
    meaning:
      'folder of the articles; if content/ does not exist, the one with publication.yaml',
  },
  OUT_DIR: { fallback: 'dist', meaning: 'folder to build the site into' },
  SITE_URL: {
    fallback: 'url of publication.yaml',
    meaning: 'origin of the site, such as https://news.example',
  },
  BASE_PATH: { fallback: '/', meaning: 'path of the site on that origin, such as /news/' },
  PORT: {
    fallback: '4321',
    meaning: 'port of start, dev and preview; if none is set, the next free one is used',
  },
  HOST: { fallback: 'localhost', meaning: 'address on which they listen' },
  NOW: {
    fallback: 'the current time',
    meaning: 'date and time to take as now, such as 2026-01-06T09:00Z',
  },
  SKIP_INVALID: { fallback: '0', meaning: '1: publish without the files that have errors' },
  ALLOW_EMPTY: { fallback: '0', meaning: '1: same as --allow-empty' },
  CACHE_DIR: {
    fallback: '.cache',
    meaning: 'folder of files that make the next build faster; safe to delete',
  },
  CACHE_LIMIT: {
    fallback: '2GB',
    meaning: 'size of that folder above which a build removes what was not used longest',
  },
  STORE: {
    fallback: 'CACHE_DIR',
    meaning: 'same as --store: where the shards of a build leave their parts',
  },
  SHARD: {
    fallback: 'from the engine',
    meaning: 'same as --shard: the part of the build to do, such as 3/16',
  },
  SHARD_COUNT: {
    fallback: 'from the engine',
    meaning: 'number of shards, where the engine says only which one a task is',
  },
} as const satisfies Readonly<Record<string, SettingRow>>;

export type SettingName = keyof typeof settingTable;

const names = Object.keys(settingTable) as SettingName[];

/** Variables of other programs with similar names. */
const others: readonly string[] = ['CCACHE_DIR'];

/**
 * Reports variables that look like a misspelled setting, each as a sentence with the nearest
 * setting. Short names (`PORT`, `NOW`) resemble too many variables of other programs, so these are
 * reported only if they are written in `.env` (`own`).
 */
export function findMisspelled(given: Iterable<string>, own: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  for (const name of given) {
    if (names.includes(name as SettingName) || others.includes(name)) continue;
    if (/^npm_/iu.test(name)) continue;
    const nearest = nearestSetting(name, { withShort: own.has(name) });
    if (nearest) problems.push(`${name}: is not a setting; did you mean ${nearest}?`);
  }
  return problems;
}

/**
 * The setting with a similar name, in any spelling: `port`, `content-dir`. `withShort`: also those
 * whose names of one word other programs may use (`HOST`).
 */
export function nearestSetting(
  name: string,
  { withShort = true }: { readonly withShort?: boolean } = {},
): SettingName | undefined {
  const plain = bare(name);
  return names.find((known) => {
    const isShort = !known.includes('_');
    if (isShort && !withShort) return false;
    const maxDistance = isShort ? 1 : bare(known).length > 8 ? 2 : 1;
    return distance(plain, bare(known)) <= maxDistance || isSwapped(plain, bare(known));
  });
}

/** Two adjacent letters are swapped: `PROT`. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b;
}

function bare(name: string): string {
  return name.replaceAll(/[_-]/gu, '').toUpperCase();
}
