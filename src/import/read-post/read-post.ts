import { readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { decodeContentFile } from '../../content/article/decode-content-file.ts';
import type { FieldValue } from '../../content/fields/fields.ts';
import { parseForeignDate } from '../dates/parse-foreign-date.ts';
import type { Drafts, ImportOptions, Note, SourceFile } from '../draft.ts';
import { fileNameOf } from '../write/file-name.ts';
import { convertBody, findFragment, idsOfBody } from './convert-body.ts';
import { createFieldReader, showValue } from './field-reader.ts';
import { createPostPictures } from './find-target.ts';
import { fileNameOfPost } from './old-addresses.ts';
import { noSettings, type PostFolder } from './post-folder.ts';
import { readFields } from './read-fields.ts';
import { dropRepeatedHeading, firstHeading, isSameLine } from './repeated-heading.ts';
import { valueAt } from './site-values.ts';
import { splitPost } from './split-post.ts';

/**
 * Reads a post of Jekyll, Hugo, Eleventy, Astro or plain Markdown. `folder` is the index from
 * `loadPostFolder`; without it, links to other files cannot be resolved.
 */
export async function readPost(
  file: SourceFile,
  options: ImportOptions,
  folder: PostFolder = createEmptyFolder(file),
): Promise<Drafts> {
  const { source } = file;
  const refuse = (reason: string, line?: number, column?: number): Drafts => ({
    drafts: [],
    refused: [
      {
        source,
        reason,
        line,
        column,
      },
    ],
  });
  const { text, problem } = decodeContentFile(file.bytes, source);
  if (text === undefined) {
    const { line, column, message = 'expected text', cure } = problem ?? {};
    const reason = `${message}${cure === undefined ? '' : `; ${cure}`}`;
    return refuse(reason, line, column);
  }
  const parts = splitPost(text);
  if ('reason' in parts) return refuse(parts.reason, parts.line, parts.column);
  const path = pathBelow(file, folder);
  const sibling = folder.posts.get(path);
  const name = sibling?.name ?? fileNameOf({ fields: {}, name: fileNameOfPost(path) });
  const collector = createPostPictures(path, name, folder, options.pictures);
  const reader = createFieldReader(parts.fields, folder.inherit(path));
  const heading = firstHeading(parts.body);
  const read = readFields(reader, {
    ...{
      path,
      timeZone: options.timeZone,
      addPicture: collector.add,
      now: options.now ?? Date.now(),
    },
    ...{ generator: folder.generator, site: folder.site, authors: folder.authors },
    ...{ title: options.title, lang: options.lang },
    ...{
      heading: heading?.level === 1 ? heading.words : undefined,
      pathLanguage: sibling?.language,
    },
  });
  const fields = { ...read, date: read.date ?? sibling?.date };
  if (read.date === undefined && fields.date !== undefined)
    reader.note(
      undefined,
      'date',
      `${fields.date}, from the original of this translation`,
      'likely',
    );
  if (fields.date === undefined && options.date === undefined) {
    const cure =
      'add `date: 2026-01-06` to its front matter, begin its file name with one, or give one with --date; copy an undated page to pages/ by hand';
    const wrong = reader.notes.find(({ field }) => field === 'date');
    return refuse(
      `${wrong?.message ?? 'it has no date'}; ${cure}`,
      wrong?.line ?? 1,
      wrong?.column,
    );
  }
  const hasHeading = heading !== undefined && isSameLine(heading.words, fields.title ?? '');
  if (hasHeading && parts.fields.value['title'] !== undefined)
    reader.note(undefined, 'body', 'the heading that repeats the headline is dropped');
  const line = createLineCounter(parts.body);
  const notes: Note[] = reader.notes;
  const start = hasHeading ? heading.end : 0;
  const body = parts.body.slice(start);
  const converted = convertBody(body, {
    ...{ path, folder, addPicture: collector.add, title: fields.title ?? '', source },
    fragmentIdIn: (post, fragment) => findFragmentId(folder, post, fragment),
    lang: fields.lang ?? 'en',
    valueOf: ([first = '', ...rest]) =>
      first === 'page'
        ? pageValue(parts.fields.value, rest)
        : first === 'site'
          ? valueAt(folder.site.values, rest)
          : undefined,
    note: (offset, field, message, certainty = 'certain') =>
      notes.push({
        line: parts.bodyLine + line(start + offset) - 1,
        ...{ field, message, certainty },
      }),
  });
  if (converted.reason !== undefined) return refuse(converted.reason);
  const aliases = sibling?.aliases ?? fields.aliases ?? [];
  for (const alias of fields.aliases ?? [])
    if (!aliases.includes(alias))
      reader.note(undefined, 'aliases', `${alias} dropped: another post has it`, 'likely');
  const code = /\.mdx$/iu.test(path) ? /^(?:import|export)\s.*$/mu.exec(converted.text) : null;
  if (code)
    reader.note(undefined, 'body', `MDX code kept as text: ${showValue(code[0])}`, 'doubtful');
  const { aliases: _, ...others } = fields;
  return {
    refused: [],
    drafts: [
      {
        source,
        identity: file.path ?? file.url ?? source,
        fields: aliases.length > 0 ? { ...others, aliases } : others,
        body: `${converted.text.trimEnd()}\n`,
        pictures: collector.pictures,
        notes,
        name,
      },
    ],
  };
}

/** A field of the post, except dates, which the site would format. */
function pageValue(fields: FieldValue, path: readonly string[]): string | undefined {
  const value = valueAt(fields, path) ?? valueAt(fields, ['params', ...path]);
  return value !== undefined && parseForeignDate(value) !== undefined ? undefined : value;
}

/** A post's path relative to its site's root, with `/`. */
function pathBelow(file: SourceFile, folder: PostFolder): string {
  if (file.path !== undefined) return relative(folder.root, file.path).split(sep).join('/');
  const named =
    file.url !== undefined && URL.canParse(file.url) ? new URL(file.url).pathname : '';
  return basename(named === '' ? file.source : named);
}

/** Maps an offset of a text to its line, from 1. */
function createLineCounter(text: string): (offset: number) => number {
  const feeds = [...text.matchAll(/\n/gu)].map(({ index }) => index);
  return (offset) => {
    let [low, high] = [0, feeds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((feeds[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** The index of a post without a site. */
export function createEmptyFolder(file: SourceFile): PostFolder {
  return {
    generator: 'plain',
    root: file.path === undefined ? '/' : dirname(file.path),
    files: new Set(),
    whole: true,
    posts: new Map(),
    byAddress: new Map(),
    authors: new Map(),
    site: noSettings,
    inherit: () => [],
  };
}

/** Ids of linked posts by path, cached since many links may have the same target. */
const known = new WeakMap<PostFolder, Map<string, readonly string[]>>();

/**
 * The id of a fragment in the imported file of the post at `path`; undefined if there is none.
 */
export function findFragmentId(
  folder: PostFolder,
  path: string,
  fragment: string,
): string | undefined {
  const ofFolder = known.get(folder) ?? new Map<string, readonly string[]>();
  known.set(folder, ofFolder);
  const ids = ofFolder.get(path) ?? idsOf(folder, path);
  ofFolder.set(path, ids);
  return findFragment(fragment, ids);
}

function idsOf(folder: PostFolder, path: string): readonly string[] {
  const { text } = decodeContentFile(readFileSync(resolve(folder.root, path)), path);
  const parts = text === undefined ? undefined : splitPost(text);
  if (parts === undefined || 'reason' in parts) return [];
  const written = parts.fields.value['title'];
  const title = typeof written === 'string' ? written : '';
  const lang = folder.posts.get(path)?.language?.lang ?? 'en';
  return idsOfBody(dropRepeatedHeading(parts.body, title), {
    ...{ path, folder, title, lang, source: path },
    valueOf: () => undefined,
  });
}
