import { decodeContentFile } from '../../content/article/decode-content-file.ts';
import type { Fields, FieldValue } from '../../content/fields/fields.ts';
import { parseTomlFields } from '../../content/fields/parse-toml-fields.ts';
import { parseYamlFields } from '../../content/fields/parse-yaml-fields.ts';
import { canonicalLanguage } from '../../language/canonical-language.ts';
import type { Draft, Drafts, Note, Refusal, SourceFile } from '../draft.ts';
import { isMapping } from '../read-post/field-reader.ts';
import { splitPost } from '../read-post/split-post.ts';
import { keyOfAuthorFile } from './author-files.ts';
import { createPerson, hasSlug } from './create-person.ts';
import { readProfile } from './read-profile.ts';

/** More are a list of users rather than of authors. */
const maxAuthors = 1000;
const maxBytes = 256 * 1024;

/**
 * Reads a file of authors: a data file with one or many, or an author's page. Undefined if it is
 * an article, which has a date.
 */
export function readAuthorFile(file: SourceFile): Drafts | undefined {
  const { source, bytes } = file;
  const refuse = (refusal: Omit<Refusal, 'source'>): Drafts => ({
    drafts: [],
    refused: [{ source, ...refusal }],
  });
  if (bytes.length > maxBytes)
    return refuse({ reason: `it is larger than ${maxBytes} bytes; split it` });
  const { text = '', problem } = decodeContentFile(bytes, source);
  if (problem !== undefined) return refuse({ ...problem, reason: problem.message });
  const isPage = /\.(?:md|markdown)$/iu.test(source);
  const parts = isPage ? splitPost(text) : parseData(text, source);
  if ('reason' in parts) return refuse(parts);
  const { fields, body, bodyLine } = parts;
  if (isPage && fields.value['date'] !== undefined) return undefined;
  const own = keyOfAuthorFile(source.replaceAll('\\', '/'));
  const entries =
    own === undefined ? authorsIn(fields.value) : [{ key: own, path: [], value: fields.value }];
  if (entries.length > maxAuthors)
    return refuse({
      reason: `it has ${entries.length} authors, more than ${maxAuthors}; split it, and leave out those who wrote nothing`,
    });
  const drafts: Draft[] = [];
  /** About those who get no file. */
  const left: Note[] = [];
  const nameless: { key: string; line: number }[] = [];
  for (const { key, path, value } of entries) {
    const notes: Note[] = [];
    const at = fields.positionOfKey(path);
    // `Jane Roe: {bio: …}`
    const named = /[\p{Lu}\s]/u.test(key) ? { ...value, name: value['name'] ?? key } : value;
    const profile = readProfile(withParams(named), (below, field, message, certainty) => {
      const place = fields.positionOfKey([...path, ...below]);
      notes.push({ ...place, field, message, certainty: certainty ?? 'certain' });
    });
    if (profile === undefined || !hasSlug(profile.name)) {
      nameless.push({ key, line: at.line });
      continue;
    }
    const biography = body.trim() === '' ? profile.biography : body;
    const spare = biography === body ? (profile.summary ?? profile.biography) : profile.summary;
    const { lang } = value;
    const draft = createPerson(
      { ...profile, biography, summary: spare },
      {
        ...{ source, key, notes, line: at.line },
        ...{ bodyLine: biography === body ? bodyLine : undefined },
        lang: typeof lang === 'string' ? canonicalLanguage(lang) : undefined,
      },
    );
    if (draft === undefined) left.push(...notes);
    else drafts.push(draft);
  }
  const [top, ...others] = drafts;
  if (top !== undefined)
    drafts.splice(0, drafts.length, { ...top, notes: [...left, ...top.notes] }, ...others);
  const [first] = nameless;
  if (first === undefined) return { drafts, refused: [] };
  const shown = nameless.slice(0, 5).map(({ key }) => `"${key.slice(0, 80)}"`);
  const more =
    nameless.length > shown.length ? ` and ${nameless.length - shown.length} more` : '';
  const reason = `no name with letters or digits: ${shown.join(', ')}${more}; add \`name\``;
  return { drafts, refused: [{ source, line: first.line, reason }] };
}

/** Hugo keeps custom fields in `params`. */
function withParams(value: { [key: string]: FieldValue }): { [key: string]: FieldValue } {
  const { params, ...others } = value;
  return isMapping(params) ? { ...params, ...others } : value;
}

type Parsed = { fields: Fields; body: string; bodyLine: number } | Omit<Refusal, 'source'>;

/** YAML, TOML or JSON; a list is put below a key. */
function parseData(text: string, source: string): Parsed {
  const isToml = /\.toml$/iu.test(source);
  const isList = /^(?:---\s*\n)?(?:\s*#.*\n|\s*\n)*\s*(?:-\s|\[)/u.test(text) && !isToml;
  const yaml = isList
    ? `${listKey}:\n${text.replace(/^---\s*$/gmu, '').replace(/^/gmu, '  ')}`
    : text;
  const parsed = isToml ? parseTomlFields(text, 1) : parseYamlFields(yaml, isList ? 0 : 1);
  if (parsed.fields) return { fields: parsed.fields, body: '', bodyLine: 1 };
  const [problem] = parsed.problems;
  return {
    ...problem,
    reason: problem ? `${problem.message}; ${problem.cure}` : 'it is broken',
  };
}

const listKey = 'authors';

interface Entry {
  readonly key: string;
  readonly path: readonly (string | number)[];
  readonly value: { [key: string]: FieldValue };
}

/** The authors of a file: a mapping by key, or a list. */
function authorsIn(fields: { [key: string]: FieldValue }): Entry[] {
  const list = fields[listKey];
  const inner = Array.isArray(list)
    ? list.map((value, index) => [index, value] as const)
    : undefined;
  const below = inner ?? Object.entries(isMapping(list) ? list : fields);
  const path = inner === undefined && !isMapping(list) ? [] : [listKey];
  return below.flatMap(([key, value]) =>
    isMapping(value) ? [{ key: keyOf(value) ?? String(key), path: [...path, key], value }] : [],
  );
}

function keyOf(value: { [key: string]: FieldValue }): string | undefined {
  const [key] = ['id', 'slug', 'key', 'username', 'short_name'].map((name) => value[name]);
  return typeof key === 'string' && key !== '' ? key : undefined;
}
