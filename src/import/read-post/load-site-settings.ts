import { join } from 'node:path';
import { cleanText } from '../../content/fields/clean-text.ts';
import type { FieldValue } from '../../content/fields/fields.ts';
import type { DraftName } from '../draft.ts';
import { webAddress } from '../web-address.ts';
import { isMapping } from './field-reader.ts';
import { readBeginning, readData } from './load-data.ts';
import {
  type Generator,
  type SiteLanguages,
  type SiteSettings,
  toLanguage,
} from './post-folder.ts';
import { toAuthor } from './read-names.ts';
import { splitPost } from './split-post.ts';

const settingsFiles = [
  ...['_config.yml', '_config.yaml', '_config.toml', 'hugo.toml', 'hugo.yaml', 'hugo.yml'],
  ...['hugo.json', 'config.toml', 'config.yaml', 'config.yml', 'config.json'],
  ...['hugo', 'config'].flatMap((name) =>
    ['toml', 'yaml', 'yml', 'json'].map((ending) => `config/_default/${name}.${ending}`),
  ),
  ...[
    '_data/site.json',
    '_data/metadata.json',
    'src/_data/site.json',
    'src/_data/metadata.json',
  ],
];
const authorFiles =
  /^(?:(?:src\/|content\/)?_?data\/|blog\/)(?:authors?|team|people|members|staff|writers|contributors)(?:\/([^/]+))?\.(?:ya?ml|toml|json)$/u;
/** Author pages, whose front matter has the name: Hugo's taxonomy, collections of Jekyll. */
const authorPages =
  /^(?:(?:src\/)?content\/(?:[\w-]+\/)?|_)(?:authors?|people|team|staff|writers)\/([^/]+?)(?:\/_?index(?:\.[\w-]+)?)?\.(?:md|markdown|ya?ml|json)$/u;

/** Loads a site's settings and data as far as posts depend on them. Broken files are ignored. */
export async function loadSiteSettings(
  root: string,
  generator: Generator,
  files: ReadonlySet<string>,
): Promise<{ site: SiteSettings; authors: ReadonlyMap<string, DraftName>; file: string }> {
  const authors = new Map<string, DraftName>();
  const lists = [...files].filter((file) => authorFiles.test(file)).slice(0, 2000);
  for (const file of lists) {
    const own = authorFiles.exec(file)?.[1];
    const value = await readData(join(root, file));
    const entries = own === undefined ? authorsIn(value) : [[own, value] as const];
    for (const [key, item] of entries) {
      const author = toAuthor(item);
      if (author !== undefined) authors.set(key.toLowerCase(), author);
    }
  }
  for (const file of [...files].filter((file) => authorPages.test(file)).slice(0, 2000)) {
    const key = authorPages.exec(file)?.[1] ?? '';
    const author = /^_?index$/u.test(key) ? undefined : await readAuthorPage(join(root, file));
    if (author === undefined) continue;
    for (const name of [key, ...author.names])
      if (!authors.has(name.toLowerCase())) authors.set(name.toLowerCase(), author.author);
  }
  const name = settingsFiles.find((file) => files.has(file));
  const settings = await withParts(
    name === undefined ? {} : await readData(join(root, name)),
    root,
    files,
  );
  const listed = isMapping(settings) ? (settings['authors'] ?? {}) : {};
  for (const [key, item] of authorsIn(listed)) {
    const author = isMapping(item) ? toAuthor(item) : undefined;
    if (author !== undefined && !authors.has(key.toLowerCase()))
      authors.set(key.toLowerCase(), author);
  }
  const text = (key: string) => {
    const value = isMapping(settings) ? settings[key] : undefined;
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const url = webAddress(text('url') ?? text('baseURL') ?? text('baseurl') ?? '');
  const [title, permalink] = [text('title'), text('permalink')];
  const isJekyll = generator === 'jekyll';
  return {
    authors,
    file: name ?? '',
    site: {
      url: url?.replace(/\/+$/u, ''),
      title: title && cleanText(title),
      permalink: isJekyll ? permalink : undefined,
      values: { ...(isMapping(settings) ? settings : {}), data: await loadData(root, files) },
      languages: languagesIn(settings),
      timeZone: isJekyll ? zoneOf(text('timezone')) : undefined,
      permalinks: patternsIn(isMapping(settings) ? settings['permalinks'] : undefined),
    },
  };
}

/** Adds settings that Hugo keeps in separate files, such as `config/_default/languages.toml`. */
async function withParts(
  settings: FieldValue,
  root: string,
  files: ReadonlySet<string>,
): Promise<FieldValue> {
  const all: { [key: string]: FieldValue } = isMapping(settings) ? { ...settings } : {};
  for (const file of files) {
    const [, key] =
      /^config\/_default\/(languages|permalinks|params|cascade)\.(?:toml|ya?ml|json)$/u.exec(
        file,
      ) ?? [];
    if (key === undefined || all[key] !== undefined) continue;
    const value = await readData(join(root, file));
    all[key] = isMapping(value) ? (value[key] ?? value) : value;
  }
  return all;
}

async function readAuthorPage(
  path: string,
): Promise<{ author: DraftName; names: readonly string[] } | undefined> {
  if (/\.(?:ya?ml|json)$/u.test(path)) {
    const author = toAuthor(await readData(path));
    return author === undefined ? undefined : { author, names: [] };
  }
  const parts = splitPost((await readBeginning(path)) ?? '');
  if ('reason' in parts) return undefined;
  const { value } = parts.fields;
  const author = toAuthor({ ...(isMapping(value['params']) ? value['params'] : {}), ...value });
  const names = ['short_name', 'username', 'slug'].map((key) => value[key]);
  return author === undefined
    ? undefined
    : { author, names: names.filter((name) => typeof name === 'string') };
}

function zoneOf(name: string | undefined): string | undefined {
  try {
    return name && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Hugo's `languages`, or a list as in plugins of Jekyll. */
function languagesIn(settings: FieldValue): SiteLanguages {
  const value = isMapping(settings) ? settings : {};
  const one = (...keys: readonly string[]) =>
    keys.map((key) => value[key]).find((item) => typeof item === 'string') as
      | string
      | undefined;
  const written = value['languages'];
  const keys = Array.isArray(written)
    ? written.filter((item) => typeof item === 'string')
    : Object.keys(isMapping(written) ? written : {});
  const folders = new Map<string, string>();
  for (const [key, item] of Object.entries(isMapping(written) ? written : {})) {
    const folder = isMapping(item) ? (item['contentDir'] ?? item['contentdir']) : undefined;
    const lang = toLanguage(key);
    if (typeof folder === 'string' && lang !== undefined)
      folders.set(folder.replace(/^\.?\/|\/$/gu, ''), lang);
  }
  const main = one('defaultContentLanguage', 'defaultcontentlanguage', 'default_lang', 'lang');
  return {
    listed: new Set(keys.map(toLanguage).filter((lang) => lang !== undefined)),
    folders,
    main: toLanguage(main ?? (folders.size > 0 ? 'en' : '')),
    prefixesAll:
      one('defaultContentLanguageInSubdir', 'defaultcontentlanguageinsubdir') === 'true',
  };
}

/** Data files that posts may quote: `_data/team/boats.yml` is `team.boats`. */
const dataFiles = /^(?:src\/)?_?data\/([\w./-]+)\.(?:ya?ml|toml|json)$/u;

async function loadData(root: string, files: ReadonlySet<string>): Promise<FieldValue> {
  const data: { [key: string]: FieldValue } = {};
  for (const file of [...files].filter((name) => dataFiles.test(name)).slice(0, 500)) {
    const keys = dataFiles.exec(file)?.[1]?.split('/') ?? [];
    let place = data;
    for (const key of keys.slice(0, -1)) {
      const inner = place[key];
      const next = isMapping(inner) ? inner : {};
      place[key] = next;
      place = next;
    }
    place[keys.at(-1) ?? ''] = await readData(join(root, file));
  }
  return data;
}

/** A mapping by key, or a list of mappings with a key field. */
function authorsIn(value: FieldValue): (readonly [string, FieldValue])[] {
  if (!Array.isArray(value)) return isMapping(value) ? Object.entries(value) : [];
  return value.flatMap((item) => {
    const keys = isMapping(item) ? ['id', 'slug', 'key', 'username', 'short_name'] : [];
    const key = keys.map((name) => (item as Record<string, FieldValue>)[name]).find(Boolean);
    return typeof key === 'string' ? [[key, item] as const] : [];
  });
}

function patternsIn(value: FieldValue | undefined): ReadonlyMap<string, string> {
  const page = isMapping(value) && isMapping(value['page']) ? value['page'] : value;
  const entries = isMapping(page) ? Object.entries(page) : [];
  return new Map(
    entries.flatMap(([key, item]) => (typeof item === 'string' ? [[key, item]] : [])),
  );
}
