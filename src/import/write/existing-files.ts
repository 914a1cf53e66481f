import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { splitFrontMatter } from '../../content/article/split-front-matter.ts';
import type { FieldValue } from '../../content/fields/fields.ts';
import { parseTomlFields } from '../../content/fields/parse-toml-fields.ts';
import { parseYamlFields } from '../../content/fields/parse-yaml-fields.ts';
import type { PublicationSettings } from '../../content/settings/publication-settings.ts';
import { isOutputFolder } from '../../system/cache/build-folder.ts';
import type { DraftFields, DraftPerson } from '../draft.ts';
import { slugOfName } from '../people/slug-of-name.ts';
import { claimKey, ownAddresses } from './site-addresses.ts';

/** The content files of a folder, imported or not, as paths below it. */
export interface ExistingFiles {
  /** By their marks: source URL or id (see `marksOf`). */
  readonly byMark: ReadonlyMap<string, string>;
  /** By their own addresses and aliases (see `claimKey`). */
  readonly byAddress: Map<string, string>;
}

/**
 * Reads the front matter of every content file below a folder, which need not exist. `isLeftOut` says
 * which paths below it are not content.
 */
export async function loadExistingFiles(
  folder: string,
  publication: PublicationSettings,
  isLeftOut: (path: string) => boolean,
): Promise<ExistingFiles> {
  const byMark = new Map<string, string>();
  const byAddress = new Map<string, string>();
  const claims: [key: string | undefined, path: string][] = [];
  const paths = await listTexts(folder, isLeftOut);
  for (const path of paths.sort()) {
    const text = await readFile(join(folder, path), 'utf8').catch(() => '');
    const fields = fieldsOfText(text);
    if (fields === undefined) continue;
    const person = path.startsWith('people/') ? personOfText(text) : {};
    for (const mark of [...marksOf(fields), ...marksOfPerson(person)])
      if (!byMark.has(mark)) byMark.set(mark, path);
    for (const address of ownAddresses(fields, path, publication)) {
      const key = claimKey(address);
      if (key !== undefined && !byAddress.has(key)) byAddress.set(key, path);
    }
    for (const alias of fields.aliases ?? []) claims.push([claimKey(alias), path]);
  }
  // An address takes precedence over an alias.
  for (const [key, path] of claims)
    if (key !== undefined && !byAddress.has(key)) byAddress.set(key, path);
  return { byMark, byAddress };
}

/** Lists the Markdown files below a folder. Follows no links. */
async function listTexts(
  folder: string,
  isLeftOut: (path: string) => boolean,
  below = '',
): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => []);
  const names = new Set(entries.map(({ name }) => name));
  const found: string[] = [];
  for (const entry of entries) {
    const { name } = entry;
    const path = below + name;
    if (isLeftOut(path)) continue;
    if (!entry.isDirectory()) found.push(...(/\.md$/iu.test(name) ? [path] : []));
    else if (!isOutputFolder(name, names))
      found.push(...(await listTexts(folder, isLeftOut, `${path}/`)));
  }
  return found;
}

/** What identifies a draft's article: its id and the URL of its source. */
export function marksOf(fields: Pick<DraftFields, 'id' | 'source'>): string[] {
  return [
    ...(fields.id === undefined ? [] : [`id ${fields.id}`]),
    ...(fields.source?.url === undefined ? [] : [`url ${fields.source.url}`]),
  ];
}

/** What identifies a person: the name, and its other spellings. */
export function marksOfPerson({ name, aka = [] }: DraftPerson): string[] {
  const names = [name, ...aka].filter((item) => item !== undefined);
  return names.map((item) => `person ${slugOfName(item)}`);
}

/** The marks of a content file's text. */
export function marksOfText(text: string): string[] {
  return marksOf(fieldsOfText(text) ?? {});
}

/** The front matter fields that determine a file's marks and addresses. */
function fieldsOfText(text: string): DraftFields | undefined {
  const value = valueOfText(text);
  if (value === undefined) return undefined;
  const { source, aliases } = value;
  const url = typeof source === 'object' && !Array.isArray(source) ? source['url'] : source;
  const texts = ['id', 'date', 'lang', 'slug'].filter((key) => typeof value[key] === 'string');
  return {
    ...Object.fromEntries(texts.map((key) => [key, value[key]])),
    ...(typeof url === 'string' ? { source: { url } } : {}),
    aliases: [aliases ?? []].flat().filter((item) => typeof item === 'string'),
  };
}

function personOfText(text: string): DraftPerson {
  const { name, aka } = valueOfText(text) ?? {};
  return {
    ...(typeof name === 'string' ? { name } : {}),
    aka: [aka ?? []].flat().filter((item) => typeof item === 'string'),
  };
}

function valueOfText(text: string): { [key: string]: FieldValue } | undefined {
  const { format, frontMatter } = splitFrontMatter(
    text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n'),
  );
  if (format === 'none') return undefined;
  const parse = format === 'toml' ? parseTomlFields : parseYamlFields;
  return parse(frontMatter, 1).fields?.value ?? {};
}
