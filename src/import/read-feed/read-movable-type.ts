import type { Note } from '../draft.ts';
import type { FeedText, ImportedEntry, ReadEntries } from './feed-entry.ts';
import { looksLikeHtml } from './html-to-markdown.ts';

const keys =
  'AUTHOR|TITLE|STATUS|DATE|BASENAME|ALLOW COMMENTS|ALLOW PINGS|CONVERT BREAKS|PRIMARY CATEGORY|CATEGORY|TAGS|UNIQUE URL|IMAGE|NO ENTRY';
const beginning = new RegExp(
  String.raw`^\s*(?:(?:${keys}):[^\n]*\r?\n\s*)+-----\r?\n(?:BODY|EXTENDED BODY|EXCERPT|KEYWORDS):`,
  'u',
);

/**
 * Whether a text is an export of Movable Type, a format that TypePad, Hatena and other services
 * use too.
 */
export function isMovableType(text: string): boolean {
  return beginning.test(text.slice(0, 20_000));
}

/** An entry's fields: lines (`TITLE: …`) and parts (`BODY:`), each of which may repeat. */
interface Parts {
  readonly line: number;
  readonly all: (name: string) => readonly string[];
  readonly text: (name: string) => string | undefined;
}

/** Reads an export of Movable Type: entries separated by lines of eight hyphens. */
export function readMovableType(text: string): ReadEntries {
  const entries: ImportedEntry[] = [];
  let comments = 0;
  for (const parts of partsOf(text)) {
    comments += parts.all('COMMENT').length + parts.all('PING').length;
    if (parts.text('NO ENTRY') === undefined) entries.push(toEntry(parts));
  }
  const message = `comments: ${comments}`;
  const [address] = entries.map(({ link }) => link).filter((link) => link !== undefined);
  const site = URL.parse(address ?? '')?.origin;
  return {
    feed: { link: site, base: site },
    entries,
    notes: () => (comments === 0 ? [] : [{ field: 'dropped', message, certainty: 'certain' }]),
  };
}

function* partsOf(text: string): Generator<Parts> {
  let line = 1;
  const entry = new RegExp(`^--------$\\n?(?=\\s*(?:(?:${keys}):|(?![\\s\\S])))`, 'mu');
  for (const written of text.replace(/\r\n?/gu, '\n').split(entry)) {
    const start = line + (/^\n*/u.exec(written)?.[0].length ?? 0);
    line += written.split('\n').length;
    if (written.trim() === '') continue;
    const [head = '', ...rest] = written.split(
      /^-----$\n?(?=\s*(?:(?:BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING):|(?![\s\S])))/mu,
    );
    const found = new Map<string, string[]>();
    const add = (name: string, value: string) =>
      value.trim() !== '' && found.set(name, [...(found.get(name) ?? []), value.trim()]);
    for (const [, name = '', value = ''] of head.matchAll(/^([A-Z ]+):(.*)$/gmu))
      add(name, value);
    for (const part of rest) {
      const [, name = '', value = ''] = /^\s*([A-Z ]+):[ \t]*\n?(.*)$/su.exec(part) ?? [];
      add(name, value);
    }
    const all = (name: string) => found.get(name) ?? [];
    yield { line: start, all, text: (name) => all(name)[0] };
  }
}

function toEntry({ line, all, text }: Parts): ImportedEntry {
  const notes: Note[] = [];
  const note = (field: string, message: string, certainty: Note['certainty']) =>
    notes.push({ line, field, message, certainty });
  const status = text('STATUS') ?? 'Publish';
  const isPublic = /^(?:publish(?:ed)?|future)$/iu.test(status);
  if (!isPublic)
    note(
      'draft',
      `its status was ${status}`,
      /^draft$/iu.test(status) ? 'certain' : 'doubtful',
    );
  const link = text('UNIQUE URL');
  const basename = text('BASENAME');
  const breaks = text('CONVERT BREAKS') ?? '';
  if (/^markdown|^textile/iu.test(breaks))
    note('body', `its text is ${breaks}, which is not converted`, 'doubtful');
  const toText = (value: string): FeedText => ({ form: formOf(value, breaks), value });
  const content = [text('BODY'), text('EXTENDED BODY')].filter((part) => part !== undefined);
  const keywords = text('KEYWORDS');
  if (keywords !== undefined) note('dropped', `keywords: "${keywords}"`, 'likely');
  const image = text('IMAGE');
  const path = link === undefined ? undefined : URL.parse(link)?.pathname;
  const author = text('AUTHOR');
  const excerpt = text('EXCERPT');
  const title = text('TITLE');
  return {
    line,
    id: basename ?? text('DATE'),
    link,
    title: title === undefined ? undefined : { form: 'html', value: title },
    summary: excerpt === undefined ? undefined : { form: 'html', value: excerpt },
    content: content.length === 0 ? undefined : toText(content.join('\n\n')),
    published: dateOf(text('DATE')),
    authors: author === undefined ? [] : [author],
    topics: topicsOf(all('PRIMARY CATEGORY'), all('CATEGORY'), text('TAGS') ?? ''),
    picture: image === undefined ? undefined : { url: image },
    // Basenames of Hatena are dates: `2024/03/05/143000`.
    name: basename !== undefined && /\p{L}/u.test(basename) ? basename : undefined,
    aliases: isPublic && path !== undefined && path !== '/' ? [path] : undefined,
    paths: basename === undefined ? [] : [`/entry/${basename}`],
    draft: !isPublic,
    notes,
  };
}

/** Text whose lines become paragraphs follows the same rule as WordPress's HTML. */
function formOf(value: string, breaks: string): FeedText['form'] {
  if (/^(?:0|richtext)$/iu.test(breaks)) return looksLikeHtml(value) ? 'html' : 'wordpress';
  return /<(?:p|div)[\s>]/iu.test(value) && breaks === '' ? 'html' : 'wordpress';
}

/** `03/05/2024 02:30:00 PM` (month first) -> `2024-03-05 14:30:00`; other forms are kept. */
function dateOf(written: string | undefined): string | undefined {
  const [, month = '', day = '', year = '', hour = '', rest = '', half = ''] =
    /^(\d\d)\/(\d\d)\/(\d{4}|\d\d) (\d{1,2})(:\d\d(?::\d\d)?)(?: ([AP])M)?$/iu.exec(
      written ?? '',
    ) ?? [];
  if (year === '') return written;
  const full = year.length === 4 ? year : `${Number(year) < 50 ? 20 : 19}${year}`;
  const late = /^p/iu.test(half) ? 12 : 0;
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + late;
  return `${full}-${month}-${day} ${String(hours).padStart(2, '0')}${rest}`;
}

function topicsOf(first: readonly string[], others: readonly string[], tags: string): string[] {
  const tagged = [...tags.matchAll(/"([^"]*)"|([^",]+)/gu)].map(
    ([, quoted, bare = '']) => quoted ?? bare,
  );
  return [...new Set([...first, ...others, ...tagged].map((name) => name.trim()))].filter(
    Boolean,
  );
}
