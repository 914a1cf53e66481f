import { join, posix } from 'node:path';
import type { FieldValue } from '../../content/fields/fields.ts';
import { type Inherited, isMapping } from './field-reader.ts';
import { readBeginning, readData } from './load-data.ts';
import type { Generator, PostFolder } from './post-folder.ts';
import { splitPost } from './split-post.ts';

/** Hugo's language folders, such as `content/es`, with their languages. */
type Folders = ReadonlyMap<string, string>;

function folderOf(post: string, folders: Folders): readonly [string, string] | undefined {
  return [...folders]
    .filter(([folder]) => isBelow(post, folder))
    .toSorted(([a], [b]) => b.length - a.length)[0];
}

interface Rule extends Inherited {
  readonly applies: (path: string) => boolean;
}

/** Maximum of files that are read for inherited fields. */
const maxFiles = 5000;

/**
 * Loads fields that posts inherit: Jekyll's `defaults` and `exclude`, Hugo's `cascade` and
 * `ignoreFiles`, draft sections of Zola, Eleventy's data files of folders. `settings` are the
 * site's, from `file`. Broken parts are ignored.
 */
export async function loadInherited(
  root: string,
  generator: Generator,
  files: ReadonlySet<string>,
  settings: { readonly value: FieldValue; readonly file: string; readonly folders?: Folders },
): Promise<PostFolder['inherit']> {
  const rules = await loadRules(root, generator, files, settings);
  return (path) => rules.filter(({ applies }) => applies(path));
}

async function loadRules(
  root: string,
  generator: Generator,
  files: ReadonlySet<string>,
  {
    value,
    file,
    folders = new Map(),
  }: { readonly value: FieldValue; readonly file: string; readonly folders?: Folders },
): Promise<Rule[]> {
  const said = isMapping(value) ? value : {};
  switch (generator) {
    case 'jekyll':
      return [
        ...listOf(said['exclude']).map((pattern) => excluded(pattern, file)),
        ...jekyllDefaults(said['defaults'], file),
      ];
    case 'hugo': {
      const sections = [...files].filter((name) =>
        /(?:^|\/)_index\.(?:[\w-]+\.)?\w+$/u.test(name),
      );
      const rules: Rule[] = [];
      for (const section of sections.slice(0, maxFiles).toSorted(byDepth)) {
        const fields = await readFrontMatter(join(root, section));
        if (fields === undefined) continue;
        const folder = posix.dirname(section);
        rules.push(...cascades(fields['cascade'], section, folder, folders));
        // In Zola, a section can be a draft as a whole.
        if (said['base_url'] !== undefined && fields['draft'] === 'true')
          rules.push(draftRule(section, (path) => isBelow(path, folder)));
      }
      return [
        ...rules,
        ...cascades(said['cascade'], file, '', folders),
        ...listOf(said['ignoreFiles']).map((pattern) => ignored(pattern, file)),
      ];
    }
    case 'eleventy': {
      const data = [...files].filter((name) => /\.(?:11tydata\.)?json$/u.test(name));
      const rules: Rule[] = [];
      for (const name of data.toSorted(byDepth)) {
        const applies = eleventyScope(name);
        if (applies === undefined || rules.length > maxFiles) continue;
        const fields = await readData(join(root, name));
        if (isMapping(fields)) rules.push({ value: fields, from: name, applies });
      }
      return rules;
    }
    default:
      return [];
  }
}

/** Deepest first. */
function byDepth(a: string, b: string): number {
  return b.split('/').length - a.split('/').length || (a < b ? -1 : 1);
}

function draftRule(from: string, applies: Rule['applies']): Rule {
  return { value: { draft: 'true' }, from, applies };
}

/** Jekyll's `exclude`: files, folders and patterns that are not part of the site. */
function excluded(pattern: string, file: string): Rule {
  const path = pattern.replace(/^\.?\/|\/$/gu, '');
  return draftRule(`exclude of ${file}`, (post) => isBelow(post, path) || fits(post, path));
}

/** Hugo's `ignoreFiles`: regular expressions. */
function ignored(pattern: string, file: string): Rule {
  const form = toPattern(pattern);
  return draftRule(`ignoreFiles of ${file}`, (post) => form?.test(post) ?? false);
}

function toPattern(text: string): RegExp | undefined {
  // Rejects patterns that could backtrack for a long time.
  if (text.length > 200 || /\)[*+{]|[*+}][*+{]/u.test(text)) return undefined;
  try {
    return new RegExp(text.replace(/\\([-_/])/gu, '$1'), 'u');
  } catch {
    return undefined;
  }
}

/**
 * The longest path takes precedence, and a scope with a type over one without (Jekyll, front
 * matter defaults).
 */
function jekyllDefaults(written: FieldValue | undefined, file: string): Rule[] {
  const sets = (Array.isArray(written) ? written : []).filter(isMapping);
  return sets
    .map((set) => {
      const scope = isMapping(set['scope']) ? set['scope'] : {};
      const path = String(scope['path'] ?? '').replace(/^\.?\/|\/$/gu, '');
      const type = typeof scope['type'] === 'string' ? scope['type'] : undefined;
      const value = isMapping(set['values']) ? set['values'] : {};
      const applies = (post: string) =>
        (isBelow(post, path) || fits(post, path)) &&
        (type === undefined || typesOf(post).includes(type));
      return { rule: { value, from: file, applies }, weight: path.length * 2 + (type ? 1 : 0) };
    })
    .toReversed()
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ rule }) => rule);
}

function typesOf(post: string): string[] {
  const [, collection] = /(?:^|\/)_([\w-]+)\//u.exec(post) ?? [];
  if (collection === 'drafts') return ['drafts', 'posts'];
  return collection === undefined ? ['pages'] : [collection];
}

/** Hugo's `cascade`: fields, or a list of fields, each with an optional target. */
function cascades(
  written: FieldValue | undefined,
  from: string,
  folder: string,
  folders: Folders,
): Rule[] {
  const sets = (Array.isArray(written) ? written : [written ?? '']).filter(isMapping);
  const [, language] = /_index\.([\w-]+)\.\w+$/u.exec(from) ?? [];
  return sets.map((set) => {
    const { _target, target, ...value } = set;
    const aim = isMapping(target) ? target : isMapping(_target) ? _target : {};
    const [path, kind, lang, environment] = ['path', 'kind', 'lang', 'environment'].map(
      (key) => (typeof aim[key] === 'string' ? aim[key] : undefined),
    );
    const applies = (post: string) =>
      isBelow(post, folder) &&
      (path === undefined || fits(pagePath(post, folders), path.toLowerCase())) &&
      (kind === undefined || fits('page', kind)) &&
      (environment === undefined || fits('production', environment)) &&
      [language, lang].every(
        (one) => one === undefined || fits(languageOf(post, one, folders), one.toLowerCase()),
      );
    return { value, from, applies };
  });
}

/** `content/posts/A.ko.md` -> `/posts/a`, as Hugo names pages. */
function pagePath(post: string, folders: Folders): string {
  const own = folderOf(post, folders)?.[0];
  const inner = (own === undefined ? post : `content${post.slice(own.length)}`)
    .toLowerCase()
    .replace(/^content\//u, '/')
    .replace(/^(?!\/)/u, '/');
  return inner.replace(/(?:\.[a-z]{2,3}(?:-\w{2,4})?)?\.\w+$/u, '').replace(/\/index$/u, '');
}

/** The language in a post's file name or folder; `asked` if there is none. */
function languageOf(post: string, asked: string, folders: Folders): string {
  const own = folderOf(post, folders)?.[1];
  if (own !== undefined) return own.toLowerCase();
  const [, named] = /\.([a-z]{2,3}(?:-\w{2,4})?)\.\w+$/iu.exec(post) ?? [];
  const [, folder] = /^content\/([a-z]{2}(?:-\w{2,4})?)\//iu.exec(post) ?? [];
  return (named ?? folder ?? asked).toLowerCase();
}

/**
 * `posts/posts.json` applies to everything below `posts`, `posts/a.json` to the post
 * `posts/a.md`.
 */
function eleventyScope(name: string): Rule['applies'] | undefined {
  const folder = posix.dirname(name);
  const base = posix.basename(name).replace(/\.(?:11tydata\.)?json$/u, '');
  if (/(?:^|\/)_/u.test(name) || (folder === '.' && !name.includes('.11tydata.')))
    return undefined;
  if (posix.basename(folder) === base) return (post) => isBelow(post, folder);
  return (post) => post.replace(/\.\w+$/u, '') === posix.join(folder, base);
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || folder === '.' || path === folder || path.startsWith(`${folder}/`);
}

/**
 * Matches shell patterns: `posts/**`, `{a,b}/*`. A pattern that could take hours never matches.
 */
function fits(path: string, pattern: string): boolean {
  if (path === pattern) return true;
  const count = (sign: string) => pattern.split(sign).length - 1;
  const isUsual = pattern.length <= 200 && count('{') <= 3 && count('*') <= 8;
  return isUsual && /[*?{[]/u.test(pattern) && posix.matchesGlob(path, pattern);
}

function listOf(value: FieldValue | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
}

async function readFrontMatter(path: string) {
  const text = await readBeginning(path);
  const parts = text === undefined ? undefined : splitPost(text);
  return parts === undefined || 'reason' in parts ? undefined : parts.fields.value;
}
