import { open, readFile, stat } from 'node:fs/promises';
import { decodeContentFile } from '../../content/article/decode-content-file.ts';
import type { FieldValue } from '../../content/fields/fields.ts';
import { parseTomlFields } from '../../content/fields/parse-toml-fields.ts';
import { parseYamlFields } from '../../content/fields/parse-yaml-fields.ts';

/** Maximum size of a settings file in bytes. */
const maxBytes = 256 * 1024;

/** Maximum size of front matter in bytes; a longer one is reported when the post is read. */
const maxFrontMatter = 64 * 1024;

/** Parses a data or settings file by its extension; empty for a broken one. */
export async function readData(path: string): Promise<FieldValue> {
  try {
    if ((await stat(path)).size > maxBytes) return {};
    const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/u, '');
    if (path.endsWith('.json')) return toText(JSON.parse(text));
    // A top-level list is not a mapping, but is one below a key.
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

/**
 * The beginning of a file, with its front matter; undefined if it is binary or cannot be read.
 */
export async function readBeginning(path: string): Promise<string | undefined> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(maxFrontMatter));
    const bytes = buffer.subarray(0, bytesRead);
    // The cut may split a character, so the last partial line is dropped.
    const end = bytesRead < maxFrontMatter ? bytesRead : bytes.lastIndexOf(10) + 1;
    return decodeContentFile(bytes.subarray(0, end), path).text;
  } finally {
    await file.close();
  }
}
