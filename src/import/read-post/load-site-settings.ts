import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanText } from '../../fields/clean-text.ts';
import type { FieldValue } from '../../fields/fields.ts';
import { parseTomlFields } from '../../fields/parse-toml-fields.ts';
import { parseYamlFields } from '../../fields/parse-yaml-fields.ts';
import type { DraftName } from '../draft.ts';
import { isMapping } from './field-desk.ts';
import type { Generator, SiteSettings } from './post-folder.ts';
import { toAuthor } from './read-names.ts';
import { webAddress } from './web-address.ts';

/** A settings file that is larger is none. */
const mostBytes = 256 * 1024;

const settingsFiles = [
  ...['_config.yml', '_config.yaml', '_config.toml', 'hugo.toml', 'hugo.yaml', 'hugo.yml'],
  ...['hugo.json', 'config.toml', 'config.yaml', 'config.yml', 'config.json'],
  ...['config/_default/hugo.toml', 'config/_default/config.toml', 'config/_default/hugo.yaml'],
  ...[
    '_data/site.json',
    '_data/metadata.json',
    'src/_data/site.json',
    'src/_data/metadata.json',
  ],
];
const authorFiles =
  /^(?:src\/|content\/)?_?data\/(?:authors|team|people)(?:\/([^/]+))?\.(?:ya?ml|toml|json)$/u;

/** What a site's settings and data say, as far as posts depend on it. Broken files say nothing. */
export async function loadSiteSettings(
  root: string,
  generator: Generator,
  files: ReadonlySet<string>,
): Promise<{ site: SiteSettings; authors: ReadonlyMap<string, DraftName> }> {
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
  const name = settingsFiles.find((file) => files.has(file));
  const settings = name === undefined ? {} : await readData(join(root, name));
  const text = (key: string) => {
    const value = isMapping(settings) ? settings[key] : undefined;
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const url = webAddress(text('url') ?? text('baseURL') ?? text('baseurl') ?? '');
  const [title, permalink] = [text('title'), text('permalink')];
  const isJekyll = generator === 'jekyll';
  return {
    authors,
    site: {
      ...(url === undefined ? {} : { url: url.replace(/\/+$/u, '') }),
      ...(title === undefined ? {} : { title: cleanText(title) }),
      ...(permalink === undefined || !isJekyll ? {} : { permalink }),
      permalinks: patternsIn(isMapping(settings) ? settings['permalinks'] : undefined),
    },
  };
}

/** By key, or a list of mappings that each have a key of their own. */
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

async function readData(path: string): Promise<FieldValue> {
  try {
    if ((await stat(path)).size > mostBytes) return {};
    const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/u, '');
    if (path.endsWith('.json')) return toText(JSON.parse(text));
    // A list at the top is no mapping, but is one below a key.
    const isList = /^(?:---\s*\n)?(?:\s*#.*\n|\s*\n)*-\s/u.test(text);
    const yaml = isList
      ? `list:\n${text.replace(/^---\s*$/gmu, '').replace(/^/gmu, '  ')}`
      : text;
    const { fields } = path.endsWith('.toml')
      ? parseTomlFields(text, 1)
      : parseYamlFields(yaml, 1);
    return (isList ? fields?.value['list'] : fields?.value) ?? {};
  } catch {
    return {};
  }
}

function toText(value: unknown): FieldValue {
  if (Array.isArray(value)) return value.map(toText);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toText(item)]));
  return value === null ? '' : String(value);
}
