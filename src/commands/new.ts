import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { stringify } from 'yaml';
import { toSlug } from '../content/article/slug.ts';
import { cleanText } from '../content/fields/clean-text.ts';
import { truncateBytes } from '../language/truncate.ts';
import { defaultPublication, readPublication } from '../newsroom/read-publication.ts';
import { callOf } from '../system/cache/call-of.ts';
import { mustBeFolder } from './check-folders.ts';
import { CommandError, parseLanguage } from './parse-command.ts';
import { runCommand } from './run-command.ts';

/** Length of a name in bytes that every file system accepts, with a language and an ending. */
const maxBytes = 120;

/** Names with a special meaning in a content folder, and device names of Windows. */
const reserved = /^(?:readme|index|con|prn|aux|nul|com\d|lpt\d)$/u;

/** Quotation marks, apostrophes and ellipses of all languages. */
const quotes = /[\p{Pi}\p{Pf}„‚「」『』《》〈〉…]/gu;

/**
 * The file name, without ending, for an article with this headline; undefined if no character of the
 * headline can be in a name. A reserved name, or one that begins with a date, gets `prefix`.
 */
export function toNewName(headline: string, prefix: string): string | undefined {
  // A full stop would start a language or an ending.
  const words = toSlug(headline.toLowerCase().replace(quotes, '').replaceAll('.', '-'))
    .replace(/-{2,}/gu, '-')
    .replace(/^[-_]+|[-_]+$/gu, '');
  const name = cutName(words);
  if (name === '') return undefined;
  // A date at the start would be read as the date of the article.
  return reserved.test(name) || /^\d{4}-\d{2}-\d{2}/u.test(name) ? `${prefix}-${name}` : name;
}

/** As many whole words as fit, or as many characters of a single word. */
function cutName(name: string): string {
  const cut = truncateBytes(name, maxBytes);
  const end = /^(?:-|$)/u.test(name.slice(cut.length)) ? cut.length : cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : cut;
}

/** What each kind of new file is. `prefix` is put before a name that is reserved or begins with a date. */
const kinds = {
  article: {
    folder: '',
    name: 'headline',
    what: `a headline, as in: ${callOf('new', '"A bridge for Seoul"')}`,
    prefix: ({ day }: NewFile) => day,
    fields: ({ title, day }: NewFile) => [quoted({ title }), `date: ${day}`],
    text: 'Write here. A line that begins with `##` opens a section.',
  },
  person: {
    folder: 'people',
    name: 'name',
    what: `a name, as in: ${callOf('new', '--person "Jane Roe"')}`,
    prefix: () => 'person',
    fields: ({ title }: NewFile) => [quoted({ name: title })],
    text: 'Write here who this is. Articles with this name in `authors` link to this page.',
  },
  story: {
    folder: 'stories',
    name: 'headline',
    what: `a headline, as in: ${callOf('new', '--story "The bridge inquiry"')}`,
    prefix: () => 'story',
    fields: ({ title }: NewFile) => [quoted({ title }), 'state: open'],
    text: 'Write the background here. Articles with this headline in `story` are its parts.',
  },
} as const;

export type NewKind = keyof typeof kinds;

interface NewFile {
  readonly title: string;
  /** `2026-01-06` */
  readonly day: string;
}

function quoted(field: Readonly<Record<string, string>>): string {
  const options = {
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  } as const;
  return stringify(field, options).trimEnd();
}

/**
 * The path below the content folder, without ending, and the text of a new file: valid front matter,
 * marked as a draft. Undefined if no character of the title can be in a name.
 */
export function createNewFile(
  kind: NewKind,
  file: NewFile,
): { readonly path: string; readonly text: string } | undefined {
  const { folder, prefix, fields, text } = kinds[kind];
  const name = toNewName(file.title, prefix(file));
  if (name === undefined) return undefined;
  return {
    path: folder === '' ? name : `${folder}/${name}`,
    text: `---\n${[...fields(file), 'draft: true'].join('\n')}\n---\n\n${text}\n`,
  };
}

/** Runs `npm run new`. */
export function runNew(): Promise<void> {
  return runCommand('new', async ({ settings, options, operands, terminal }) => {
    mustBeFolder(settings.contentDir, { mayBeNew: true });
    const contentDir = resolve(settings.contentDir);
    const read = await readPublication(contentDir, settings.contentDir);
    const { languages, timeZone } = read.publication ?? defaultPublication('');
    const title = cleanText(operands.join(' '));
    const day = format(new TZDate(settings.now, timeZone), 'yyyy-MM-dd');
    if (options.person && options.story)
      throw new CommandError('new: expected --person or --story, not both');
    const kind = options.person ? 'person' : options.story ? 'story' : 'article';
    const made = createNewFile(kind, { title, day });
    if (made === undefined) throw new CommandError(`new: expected ${kinds[kind].what}`);
    const language = options.lang && parseLanguage('new', options.lang);
    if (language !== undefined && !languages.includes(language))
      throw new CommandError(
        `new: --lang: expected one of ${languages.join(', ')}, got "${language}"; add it to \`languages\` in publication.yaml`,
      );
    const isDefault = language === undefined || language === languages[0];
    const file = isDefault ? `${made.path}.md` : `${made.path}.${language}.md`;
    const shown = join(settings.contentDir, file);
    await mkdir(dirname(join(contentDir, file)), { recursive: true });
    await writeFile(join(contentDir, file), made.text, { flag: 'wx' }).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
      throw new CommandError(
        `new: ${shown} already exists; choose another ${kinds[kind].name} or edit the file`,
      );
    });
    terminal.addFacts({ file: shown });
    terminal.info(`Wrote ${shown}: a draft, shown by ${callOf('dev')}`);
  });
}

if (import.meta.main) await runNew();
