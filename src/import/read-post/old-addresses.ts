import { parseOldPath } from '../../content/article/old-path.ts';
import { toSlug } from '../../content/article/slug.ts';
import type { Generator, SiteLanguages, SiteSettings } from './post-folder.ts';

/** What a generator derives a post's address from. */
export interface AddressFacts {
  /** Relative to the site's root, with `/`. */
  readonly path: string;
  readonly title: string;
  /** The date that the site used for the address. */
  readonly date?: string;
  /** The date as written, if it is another day. */
  readonly published?: string;
  readonly slug?: string;
  readonly categories: readonly string[];
  /** The language of its folder, if addresses begin with it. */
  readonly lang?: string;
  readonly languages?: SiteLanguages;
}

const jekyllPatterns: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** Folders that are not part of their posts' addresses. */
const roots = /^(?:src\/)?(?:content|data|pages|posts(?=\/.*\/)|site)\//u;

/** The path at which a generator published a post, from its settings; undefined if unknown. */
export function oldAddress(
  facts: AddressFacts,
  generator: Generator,
  site: SiteSettings,
): string | undefined {
  switch (generator) {
    case 'jekyll': {
      if (!/(?:^|\/)_(?:posts|drafts)\//u.test(facts.path)) return undefined;
      const written = site.permalink ?? 'date';
      return fill(jekyllPatterns[written] ?? written, facts);
    }
    case 'hugo': {
      const inner = facts.path.replace(/^content\//u, '');
      const section = inner.includes('/') ? (inner.split('/')[0] ?? '') : '';
      const pattern = site.permalinks.get(section);
      const prefix = prefixOf(facts);
      if (pattern !== undefined) {
        const filled = fill(pattern, { ...facts, path: inner });
        return filled === undefined ? undefined : `${prefix}${filled.replace(/^(?!\/)/u, '/')}`;
      }
      const folder = inner.split('/').slice(0, -1);
      const own = isBundle(inner) ? folder.slice(0, -1) : folder;
      const { base, lang } = splitLanguage(baseOf(inner));
      const path = [prefix, ...(lang ? [lang] : []), ...own, facts.slug ?? base];
      return slashed(path.join('/').toLowerCase());
    }
    case 'eleventy': {
      const inner = facts.path.replace(/^(?:src|content|src\/content)\//u, '');
      const folder = inner.split('/').slice(0, -1);
      const own = isBundle(inner) ? folder.slice(0, -1) : folder;
      return slashed([...own, withoutDate(baseOf(inner))].join('/'));
    }
    case 'astro': {
      const inner = facts.path.replace(roots, '').replace(/^content\//u, '');
      const folder = inner.split('/').slice(0, -1);
      const own = isBundle(inner) ? folder.slice(0, -1) : folder;
      // AstroPaper keeps posts in `data/blog` and publishes them below `posts`.
      const top = /^src\/data\/blog\//u.test(facts.path) ? ['posts', ...own.slice(1)] : own;
      return slashed([...top, facts.slug ?? baseOf(inner)].join('/'));
    }
    default:
      return undefined;
  }
}

/** `/es`, for a language whose addresses do not begin at the root. */
function prefixOf({ lang, languages }: AddressFacts): string {
  const isAtRoot = lang === undefined || (lang === languages?.main && !languages.prefixesAll);
  return isAtRoot ? '' : `/${lang.toLowerCase()}`;
}

function fill(pattern: string, facts: AddressFacts): string | undefined {
  const [year = '', month = '', day = ''] = (facts.date ?? '').slice(0, 10).split('-');
  const base = baseOf(facts.path);
  const title = facts.slug ?? withoutDate(base);
  const values: Readonly<Record<string, string>> = {
    ...{ year, month, day, i_month: String(Number(month)), i_day: String(Number(day)) },
    short_year: year.slice(2),
    y_day: String(dayOfYear(facts.date)).padStart(3, '0'),
    yearday: String(dayOfYear(facts.date)),
    ...{ title: facts.path.includes('_posts/') ? title : urlize(facts.title) },
    ...{ slug: facts.slug ?? (facts.path.includes('_posts/') ? title : urlize(facts.title)) },
    ...{ filename: base, contentbasename: base, slugorfilename: facts.slug ?? base },
    slugorcontentbasename: facts.slug ?? base,
    categories: facts.categories.map(urlize).join('/'),
    section: facts.path.split('/')[0] ?? '',
    sections: facts.path.split('/').slice(0, -1).join('/'),
    output_ext: '.html',
  };
  let unknown = false;
  const filled = pattern.replace(/:([a-z_]+)/gu, (_, name: string) => {
    const exact = values[name];
    if (exact === undefined) unknown = true;
    if (['year', 'month', 'day'].includes(name) && exact === '') unknown = true;
    return exact ?? '';
  });
  return unknown ? undefined : filled.replace(/\/{2,}/gu, '/');
}

function dayOfYear(date = ''): number {
  const start = Date.parse(`${date.slice(0, 4)}-01-01`);
  return Math.round((Date.parse(date.slice(0, 10)) - start) / 86_400_000) + 1;
}

function urlize(text: string): string {
  return toSlug(text.normalize('NFC').toLowerCase()).replace(/[^\p{L}\p{N}._-]+/gu, '-');
}

function isBundle(path: string): boolean {
  return /(?:^|\/)_?index(?:\.[\w-]+)?\.\w+$/u.test(path) && path.includes('/');
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * `a.ko` is the Korean version of `a`, with its language in the address; `node.js` is just a
 * name.
 */
function splitLanguage(name: string): { base: string; lang?: string } {
  const [, base = name, lang] = /^(.+)\.([a-z]{2,3}(?:-[a-z]{2,4})?)$/iu.exec(name) ?? [];
  return lang !== undefined && languages.of(lang) !== undefined
    ? { base, lang }
    : { base: name };
}

/** `posts/a.md` -> `a`; a bundle `posts/a/index.md` -> `a`. */
export function baseOf(path: string): string {
  const parts = path.split('/');
  const name = (parts.at(-1) ?? '').replace(/\.[^.]*$/u, '');
  const [, language = ''] = /^_?index(\.[\w-]+)?$/u.exec(name) ?? [];
  return isBundle(path) ? `${parts.at(-2) ?? name}${language}` : name;
}

/** The file name that a post keeps; a date in it gets two-digit parts. */
export function fileNameOfPost(path: string): string {
  // Notion appends an id to the name.
  const base = baseOf(path).replace(/(?<=.)[ -][\da-f]{32}$/u, '');
  return base.replace(
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?=[-_ ])/u,
    (_, year: string, month: string, day: string) =>
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
}

export function withoutDate(name: string): string {
  return name.replace(/^\d{4}-\d{1,2}-\d{1,2}[-_ ]/u, '');
}

function slashed(path: string): string {
  return `/${path}/`.replace(/\/{2,}/gu, '/');
}

/** Returns a path that is valid as an alias, otherwise undefined. */
export function toAlias(written: string): string | undefined {
  const text = written.trim().replace(/^(?!\/)/u, '/');
  // Rejects a pattern with unresolved placeholders.
  if (parseOldPath(text) === undefined || /[{}]|:[a-z_]+(?:\/|$)/u.test(text)) return undefined;
  return text === '/' ? undefined : text;
}
