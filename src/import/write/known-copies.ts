import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { splitCopy } from '../../article/split-copy.ts';
import { parseTomlFields } from '../../fields/parse-toml-fields.ts';
import { parseYamlFields } from '../../fields/parse-yaml-fields.ts';
import type { DraftFields } from '../draft.ts';

/** Copies of a folder by what tells them apart, whoever made them: path below it, by address or id. */
export type KnownCopies = ReadonlyMap<string, string>;

/** Reads the front matter of every copy below a folder that may not be there yet. */
export async function loadKnownCopies(folder: string): Promise<KnownCopies> {
  const known = new Map<string, string>();
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const name of names.toSorted()) {
    const path = name.replaceAll(sep, '/');
    if (!/\.md$/iu.test(path) || /(?:^|\/)[_.]/u.test(path)) continue;
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    for (const mark of marksOfText(text)) if (!known.has(mark)) known.set(mark, path);
  }
  return known;
}

/** What tells a draft's article from others: its id, the address that it was copied from. */
export function marksOf(fields: Pick<DraftFields, 'id' | 'source'>): string[] {
  return [
    ...(fields.id === undefined ? [] : [`id ${fields.id}`]),
    ...(fields.source?.url === undefined ? [] : [`url ${fields.source.url}`]),
  ];
}

/** The same of a copy as it stands in a file. */
export function marksOfText(text: string): string[] {
  const { format, frontMatter } = splitCopy(
    text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n'),
  );
  if (format === 'none') return [];
  const parse = format === 'toml' ? parseTomlFields : parseYamlFields;
  const { id, source } = parse(frontMatter, 1).fields?.value ?? {};
  const url = typeof source === 'object' && !Array.isArray(source) ? source['url'] : source;
  return marksOf({
    ...(typeof id === 'string' ? { id } : {}),
    ...(typeof url === 'string' ? { source: { url } } : {}),
  });
}
