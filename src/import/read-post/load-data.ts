import { open, readFile, stat } from 'node:fs/promises';
import { decodeContentFile } from '../../content/article/decode-content-file.ts';
import type { FieldValue } from '../../content/fields/fields.ts';
import { parseTomlFields } from '../../content/fields/parse-toml-fields.ts';
import { parseYamlFields } from '../../content/fields/parse-yaml-fields.ts';

/** A settings file that is larger is none. */
const mostBytes = 256 * 1024;

/** Front matter ends before this many bytes; what does not is told when the post is read. */
const mostFrontMatter = 64 * 1024;

/** The values of a file of data or settings, by its ending; nothing for one that is broken. */
export async function readData(path: string): Promise<FieldValue> {
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

/** As much of a file as front matter takes; undefined for what is no text, or cannot be read. */
export async function readBeginning(path: string): Promise<string | undefined> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(mostFrontMatter));
    const bytes = buffer.subarray(0, bytesRead);
    // A cut through a letter is no fault of the file.
    const end = bytesRead < mostFrontMatter ? bytesRead : bytes.lastIndexOf(10) + 1;
    return decodeContentFile(bytes.subarray(0, end), path).text;
  } finally {
    await file.close();
  }
}
