/** The settings of one run, from the environment. Relative paths start at the project. */
export interface Settings {
  readonly contentDir: string;
  readonly outDir: string;
  /** An origin such as `https://news.example`, without a trailing slash. */
  readonly siteUrl?: string;
  /** Begins and ends with a slash. */
  readonly basePath: string;
  readonly port: number;
  /** The host that servers listen on. */
  readonly host: string;
  /** Whether `PORT` was given. If so, no other port may be used instead. */
  readonly portGiven: boolean;
  /** The clock for drafts and scheduled articles: milliseconds since 1970, UTC. */
  readonly now: number;
  readonly skipInvalid: boolean;
  /** Whether a site without articles may be built (`--allow-empty`). */
  readonly allowEmpty: boolean;
  readonly cacheDir: string;
  /** Size in bytes above which a build removes the least recently used files from the cache. */
  readonly cacheLimit: number;
  /** Where the shards of a build leave their parts: a folder, or `s3://BUCKET/PATH`. */
  readonly store?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Parses the environment variables of `settingTable`. `clock` is the default of `NOW`. Every wrong
 * value is a sentence in `problems`, and its setting gets the default. Empty variables count as
 * unset.
 */
export function parseSettings(
  environment: Environment,
  clock: number,
): { settings: Settings; problems: string[] } {
  const problems: string[] = [];
  const read = <T>(
    name: string,
    fallback: T,
    expected: string,
    parse: (text: string) => T | undefined,
  ): T => {
    const text = environment[name];
    if (text === undefined || text === '') return fallback;
    const value = parse(text);
    if (value === undefined)
      problems.push(`${name}: expected ${expected}, got ${JSON.stringify(text)}`);
    return value ?? fallback;
  };
  const path = (text: string) => text;
  const settings: Settings = {
    contentDir: read('CONTENT_DIR', 'content', 'a folder', path),
    outDir: read('OUT_DIR', 'dist', 'a folder', path),
    basePath: read('BASE_PATH', '/', 'a path such as /news/', parseBasePath),
    port: read('PORT', 4321, 'a number from 0 to 65535', parsePort),
    host: read('HOST', 'localhost', 'an address', path),
    portGiven: Boolean(environment['PORT']),
    now: read('NOW', clock, 'a date and time such as 2026-01-06T12:00:00Z', parseInstant),
    skipInvalid: read('SKIP_INVALID', false, '1 or 0', parseFlag),
    allowEmpty: read('ALLOW_EMPTY', false, '1 or 0', parseFlag),
    cacheDir: read('CACHE_DIR', '.cache', 'a folder', path),
    cacheLimit: read('CACHE_LIMIT', 2_000_000_000, 'a size such as 2GB or 500MB', parseSize),
  };
  const siteUrl = read(
    'SITE_URL',
    undefined,
    'an origin such as https://news.example',
    parseOrigin,
  );
  const store = environment['STORE'];
  return {
    settings: {
      ...settings,
      ...(siteUrl === undefined ? {} : { siteUrl }),
      ...(store ? { store } : {}),
    },
    problems,
  };
}

/**
 * Parses an http(s) origin: `https://news.example/` -> `https://news.example`; undefined for
 * anything else. Origins are written into policies and host files, where `;` and `,` end a value.
 * URLs allow these in host names, domain names do not.
 */
export function parseOrigin(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/u.test(url.protocol) || !isHost(url.hostname))
    return undefined;
  const { pathname, search, hash, username, password } = url;
  return pathname === '/' && search + hash + username + password === ''
    ? url.origin
    : undefined;
}

function isHost(name: string): boolean {
  return /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:]+\])$/u.test(name);
}

function parseBasePath(text: string): string | undefined {
  const segments = text.split('/').filter(Boolean);
  const plain = segments.every(
    (segment) => /^[\p{L}\p{N}_.~-]+$/u.test(segment) && !/^\.+$/u.test(segment),
  );
  if (!plain) return undefined;
  return segments.length === 0 ? '/' : `/${segments.join('/')}/`;
}

function parsePort(text: string): number | undefined {
  const port = Number(text);
  return /^\d{1,5}$/u.test(text) && port <= 65_535 ? port : undefined;
}

/** Rejects 0, which could mean an empty cache or an unlimited one. */
function parseSize(text: string): number | undefined {
  const match = /^(\d{1,12}(?:\.\d{1,3})?)\s*(B|kB|MB|GB|TB)?$/iu.exec(text.trim());
  const unit = ['b', 'kb', 'mb', 'gb', 'tb'].indexOf(match?.[2]?.toLowerCase() ?? 'b');
  const bytes = Math.round(Number(match?.[1]) * 1000 ** unit);
  return bytes > 0 ? bytes : undefined;
}

function parseInstant(text: string): number | undefined {
  const withZone =
    /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/u;
  const time = withZone.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function parseFlag(text: string): boolean | undefined {
  if (text === '1' || text === 'true') return true;
  return text === '0' || text === 'false' ? false : undefined;
}
