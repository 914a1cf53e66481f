import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { DraftFields, ImportOptions } from '../draft.ts';
import { nearestLanguage } from '../fit-language.ts';
import { fileNameOf } from '../write/file-name.ts';
import { createFieldReader } from './field-reader.ts';
import { readBeginning } from './load-data.ts';
import { loadInherited } from './load-inherited.ts';
import { loadSiteSettings } from './load-site-settings.ts';
import { fileNameOfPost } from './old-addresses.ts';
import {
  addressKey,
  type FolderPost,
  findPathLanguages,
  type Generator,
  type PathLanguage,
  type PostFolder,
} from './post-folder.ts';
import { readFields } from './read-fields.ts';
import { splitPost } from './split-post.ts';

/** Maximum of posts that are indexed for links. */
const maxPosts = 20_000;

type FolderOptions = Pick<ImportOptions, 'now' | 'languages'>;

const loaded = new Map<string, Promise<PostFolder>>();

/**
 * Indexes the posts at `path` (a folder, or one post) and their site: file names, addresses,
 * authors. Cached per process; the texts are not kept.
 */
export function loadPostFolder(path: string, options: FolderOptions): Promise<PostFolder> {
  const whole = resolve(path);
  const known = loaded.get(whole) ?? readFolder(whole, options);
  loaded.set(whole, known);
  return known;
}

async function readFolder(
  path: string,
  { now = Date.now(), languages }: FolderOptions,
): Promise<PostFolder> {
  const isFile = (await stat(path)).isFile();
  const folder = isFile ? dirname(path) : path;
  const { root, generator } = await findSite(folder);
  const { files, whole } = await listFiles(root);
  const { site, authors, file: settings } = await loadSiteSettings(root, generator, files);
  const said = { value: site.values ?? {}, file: settings, folders: site.languages.folders };
  const inherit = await loadInherited(root, generator, files, said);
  const below = relative(root, path).split(sep).join('/');
  const isPost = (file: string) =>
    /\.(?:md|markdown|mdown|mdx)$/iu.test(file) &&
    (isFile ? file === below : below === '' || file.startsWith(`${below}/`));
  const listed = [...files].filter(isPost).sort().slice(0, maxPosts);
  const paths = findPathLanguages(listed, site);
  const found: FoundPost[] = [];
  for (const file of listed) {
    const text = await readBeginning(resolve(root, file));
    const parts = text === undefined ? undefined : splitPost(text);
    if (parts === undefined || 'reason' in parts) continue;
    const reader = createFieldReader(parts.fields, inherit(file));
    const key = translationKeys.map((name) => reader.peek(name)?.value).find(isText);
    const pathLanguage = paths.get(file);
    const fields = readFields(reader, {
      ...{ path: file, timeZone: 'UTC', now, generator, site, authors: new Map() },
      ...{ addPicture: () => undefined, pathLanguage },
    });
    const lang = nearestOr(fields.lang, languages);
    const group = key === undefined ? (pathLanguage?.group ?? file) : `key ${key}`;
    found.push({ file, fields, lang, group, language: pathLanguage });
  }
  const posts = new Map<string, FolderPost>();
  const byAddress = new Map<string, string>();
  const names = new Set<string>();
  const groups = Map.groupBy(found, ({ group }) => group);
  const main = nearestOr(site.languages.main, languages);
  for (const post of found) {
    const { file, fields, language } = post;
    const { original, name } = nameIn(groups.get(post.group) ?? [post], post, main, languages);
    const date = fields.date ?? original.fields.date;
    if (date === undefined) continue;
    const own = distinct(name, names);
    const isTranslation = original !== post && post.lang !== undefined;
    const plain = own.replace(/^\d{4}-\d\d-\d\d-/u, '');
    const last = fields.slug ?? (isTranslation ? plain.replace(/\.[^.]+$/u, '') : plain);
    const edition = isTranslation ? `/${post.lang?.toLowerCase()}` : '';
    claim(byAddress, `${edition}/${date.slice(0, 10).replaceAll('-', '/')}/${last}/`, file);
    const given = fields.date === undefined ? { date } : {};
    posts.set(file, {
      path: file,
      title: fields.title,
      name: own,
      language,
      aliases: fields.aliases ?? [],
      ...given,
    });
  }
  // After the addresses on this site, which take precedence.
  for (const [file, post] of posts) {
    const aliases = post.aliases.filter((alias) => claim(byAddress, alias, file));
    posts.set(file, { ...post, aliases });
  }
  return { generator, root, files, whole, posts, byAddress, authors, site, inherit };
}

/** Fields that a post shares with its translations. */
const translationKeys = ['translationkey', 'translationid', 'ref', 'pageid', 'trid'];

interface FoundPost {
  readonly file: string;
  readonly fields: DraftFields;
  readonly lang: string | undefined;
  /** Shared with its translations. */
  readonly group: string;
  readonly language: PathLanguage | undefined;
}

/** The original of a translation (or the post itself), and the resulting file name. */
function nameIn(
  group: readonly FoundPost[],
  post: FoundPost,
  main: string | undefined,
  languages: readonly string[] | undefined,
): { original: FoundPost; name: string } {
  const nameOfOne = ({ file, fields }: FoundPost) =>
    fileNameOf({ fields, name: fileNameOfPost(file) });
  const original =
    group.find(({ lang }) => lang === undefined || lang === main) ??
    group.find(({ lang }) => lang === languages?.[0]) ??
    group[0] ??
    post;
  const isOnly = group.filter(({ lang }) => lang === post.lang).length === 1;
  if (original === post || post.lang === undefined || !isOnly)
    return { original: post, name: nameOfOne(post) };
  const isListed = languages === undefined || languages.includes(post.lang);
  return { original, name: `${nameOfOne(original)}${isListed ? '.' : '-'}${post.lang}` };
}

function nearestOr(lang: string | undefined, languages: readonly string[] | undefined) {
  if (lang === undefined || languages === undefined) return lang;
  return nearestLanguage(lang, languages) ?? lang;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Claims an address for a post; false if another post has it. */
function claim(byAddress: Map<string, string>, address: string, file: string): boolean {
  const key = addressKey(address);
  const owner = byAddress.get(key);
  if (owner === undefined) byAddress.set(key, file);
  return owner === undefined || owner === file;
}

function distinct(name: string, names: Set<string>): string {
  let free = name;
  for (let count = 2; names.has(free.toLowerCase()); count++) free = `${name}-${count}`;
  names.add(free.toLowerCase());
  return free;
}

/** Files at the root of a site that identify its generator. */
const marks: readonly [pattern: RegExp, generator: Generator][] = [
  [/^_config\.(?:ya?ml|toml)$/u, 'jekyll'],
  [/^hugo\.(?:toml|ya?ml|json)$/u, 'hugo'],
  [/^(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/u, 'eleventy'],
  [/^astro\.config\.[cm]?[jt]s$/u, 'astro'],
];

/** Levels above the posts in which the site's root is searched. */
const maxLevels = 3;

/**
 * Finds the root of a folder's site by a generator's settings file; otherwise the folder itself
 * (for Jekyll's `_posts`, its parent).
 */
export async function findSite(
  folder: string,
): Promise<{ root: string; generator: Generator }> {
  let root = folder;
  for (let step = 0; step <= maxLevels; step++) {
    const generator = await markOf(root);
    if (generator !== undefined) return { root, generator };
    if (dirname(root) === root) break;
    root = dirname(root);
  }
  const own = basename(folder);
  if (own === '_posts' || own === '_drafts')
    return { root: dirname(folder), generator: 'jekyll' };
  const names = await readdir(folder).catch((): string[] => []);
  return { root: folder, generator: names.includes('_posts') ? 'jekyll' : 'plain' };
}

async function markOf(folder: string): Promise<Generator | undefined> {
  const names = await readdir(folder).catch((): string[] => []);
  for (const [pattern, generator] of marks)
    if (names.some((name) => pattern.test(name))) return generator;
  // Other tools also use Hugo's older settings names.
  const isHugo = names.some((name) => /^config\.(?:toml|ya?ml|json)$/u.test(name));
  return (isHugo || names.includes('config')) && names.includes('content') ? 'hugo' : undefined;
}

/** Folders of tools and built sites, which hold no sources. */
const skipped = /^(?:\.|node_modules$|_site$|dist$|vendor$|resources$)/u;

const maxFiles = 100_000;

/** All files below a folder, as paths with `/`. `whole` is false if there are too many. */
export async function listFiles(
  root: string,
): Promise<{ files: ReadonlySet<string>; whole: boolean }> {
  const files = new Set<string>();
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !skipped.test(entry.name)) waiting.push(path);
      // Skips symbolic links, which may lead out of the site.
      if (entry.isFile()) files.add(path);
      if (files.size >= maxFiles) return { files, whole: false };
    }
  }
  return { files, whole: true };
}
