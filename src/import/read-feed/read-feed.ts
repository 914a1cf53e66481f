import { parseJsonFeed } from 'feedsmith';
import { canonicalLanguage } from '../../language/canonical-language.ts';
import type { Draft, Drafts, ImportOptions, Note, Refusal, SourceFile } from '../draft.ts';
import { explainFailure } from '../explain-failure.ts';
import { createPerson } from '../people/create-person.ts';
import { readProfile } from '../people/read-profile.ts';
import { createDraft } from './create-draft.ts';
import { decodeFeed, kindOfFeed } from './detect-feed.ts';
import type { ImportedEntry, ReadEntries } from './feed-entry.ts';
import { parseXmlEntries, parseXmlMetadata, type XmlKind } from './parse-xml-entry.ts';
import { readGhost } from './read-ghost.ts';
import { readMovableType } from './read-movable-type.ts';
import { readEntryState } from './read-state.ts';
import { noteLeftOut, readWordpress } from './read-wordpress.ts';
import { checkPageAddress, createEntryIndex, dropDuplicates } from './relate-entries.ts';
import { splitFeed } from './split-feed.ts';
import { toJsonEntry, toJsonMetadata } from './to-feed-entry.ts';

/**
 * Reads RSS, Atom, a JSON Feed, or an export of WordPress, Ghost or Movable Type: a draft for
 * each entry, in the feed's order. A feed that is broken further down gives the entries before
 * that, and a refusal with the line.
 */
export async function readFeed(file: SourceFile, options: ImportOptions): Promise<Drafts> {
  const { source } = file;
  const { text, doubt } = decodeFeed(file);
  const kind = kindOfFeed(text);
  if (kind === undefined)
    return refuse(
      source,
      'it is not a feed (RSS, Atom, JSON Feed) or an export of WordPress, Ghost or Movable Type',
    );
  const refused: Refusal[] = [];
  const read =
    kind === 'json' || kind === 'ghost'
      ? readJson(text, kind, refused, source)
      : kind === 'movable type'
        ? readMovableType(text)
        : readXml(text, kind, refused, source, options.now ?? Date.now());
  if (read === undefined) return { drafts: [], refused };
  const feed = {
    ...read.feed,
    base: read.feed.base ?? file.url ?? options.base,
    link: read.feed.link ?? file.url,
  };
  const drafts: Draft[] = [];
  const entries: ImportedEntry[] = [];
  for (const entry of read.entries) {
    entries.push(checkPageAddress(entry, options));
    options.progress?.();
  }
  const siblingAt = createEntryIndex(entries, feed.base);
  for (const entry of entries) {
    const gallery = read.gallery?.(entry);
    try {
      const draft = createDraft(entry, { source, feed, options, gallery, siblingAt });
      if (draft === undefined)
        refused.push(refusal(source, entry, 'it has neither a headline nor text'));
      else drafts.push(draft);
      options.progress?.();
    } catch (error) {
      refused.push(
        refusal(source, entry, `the entry cannot be read: ${explainFailure(error)}`),
      );
    }
  }
  const general: Note[] = [...(read.notes?.() ?? [])];
  if (doubt !== undefined) general.push({ field: 'body', message: doubt, certainty: 'likely' });
  if (drafts.length === 0 && refused.length === 0)
    return refuse(
      source,
      ['it has no articles', ...general.map(({ message }) => message)].join('; '),
    );
  const people = readPeople(read, { source, lang: feed.lang, base: feed.base }, options);
  general.push(...people.notes);
  const articles = withGeneral(withTitle(dropDuplicates(drafts), options), general);
  return { drafts: [...articles, ...people.drafts], refused };
}

/**
 * Files of people are in the content folder itself. `notes` are about those without a file.
 */
function readPeople(
  { people = [] }: ReadEntries,
  context: Pick<Parameters<typeof createPerson>[1], 'source' | 'lang' | 'base'>,
  { hasPages = true, lang }: ImportOptions,
): { readonly drafts: readonly Draft[]; readonly notes: readonly Note[] } {
  if (!hasPages) return { drafts: [], notes: [] };
  const left: Note[] = [];
  const own = lang ?? canonicalLanguage(context.lang?.replaceAll('_', '-') ?? '');
  const drafts = people.flatMap(({ key, slug, line, fields }) => {
    const notes: Note[] = [];
    const profile = readProfile(fields, (_, field, message, certainty = 'certain') =>
      notes.push({ line, field, message, certainty }),
    );
    const person =
      profile &&
      createPerson(profile, { ...context, lang: own, key, slug, line, notes, isPlain: true });
    if (person === undefined) left.push(...notes);
    return person === undefined ? [] : [person];
  });
  return { drafts, notes: left };
}

function readXml(
  text: string,
  kind: XmlKind | 'wordpress',
  refused: Refusal[],
  source: string,
  now: number,
): ReadEntries | undefined {
  const { frame, entries, fault, declaresEntities } = splitFeed(text);
  if (fault !== undefined)
    refused.push({
      source,
      line: fault.line,
      column: fault.column,
      reason: `the XML is broken: ${fault.reason}; entries after this are not read`,
    });
  if (fault !== undefined && entries.length === 0) return undefined;
  if (kind === 'wordpress') return readWordpress(frame, entries, now);
  const leftOut = new Map<string, number>();
  function* parse(entryKind: XmlKind) {
    for (const { line, xml, entry, fault } of parseXmlEntries(entries, entryKind)) {
      if (fault !== undefined) {
        const reason = `the entry cannot be read: ${explainFailure(fault)}`;
        refused.push(refusal(source, { line }, reason));
        continue;
      }
      const stated = readEntryState({ ...(entry ?? { authors: [], topics: [] }), line }, xml);
      if ('entry' in stated) yield stated.entry;
      else leftOut.set(stated.leftOut, (leftOut.get(stated.leftOut) ?? 0) + 1);
    }
  }
  const notes = (): Note[] => [
    ...noteLeftOut(leftOut),
    ...(declaresEntities
      ? [
          {
            field: 'body',
            message: 'entities declared in the doctype are kept as written',
            certainty: 'doubtful' as const,
          },
        ]
      : []),
  ];
  return { feed: parseXmlMetadata(frame, kind), entries: parse(kind), notes };
}

function readJson(
  text: string,
  kind: 'json' | 'ghost',
  refused: Refusal[],
  source: string,
): ReadEntries | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (kind === 'ghost') {
      const read = readGhost(value, (reason) => refused.push({ source, reason }));
      if (read === undefined)
        refused.push({ source, reason: 'it is an export of Ghost without a list of posts' });
      return read;
    }
    const feed = parseJsonFeed(value);
    return {
      feed: toJsonMetadata(feed),
      entries: (feed.items ?? []).map((item) => toJsonEntry(item, feed)),
    };
  } catch (error) {
    refused.push({
      source,
      line: lineOf(error, text),
      reason: `the JSON is broken: ${explainFailure(error)}`,
    });
    return undefined;
  }
}

/** The line of a JSON error, if its message has a position. */
function lineOf(error: unknown, text: string): number | undefined {
  const at = /position (\d+)/u.exec(explainFailure(error))?.[1];
  return at === undefined ? undefined : text.slice(0, Number(at)).split('\n').length;
}

/** A given headline applies to a single article only. */
function withTitle(drafts: readonly Draft[], { title }: ImportOptions): readonly Draft[] {
  if (title === undefined) return drafts;
  const message = '--title ignored: the feed has several entries';
  if (drafts.length === 1)
    return drafts.map((draft) => ({ ...draft, fields: { ...draft.fields, title } }));
  return withGeneral(drafts, [{ field: 'title', message, certainty: 'certain' }]);
}

function withGeneral(drafts: readonly Draft[], notes: readonly Note[]): readonly Draft[] {
  return drafts.map((draft, index) =>
    index === 0 && notes.length > 0 ? { ...draft, notes: [...notes, ...draft.notes] } : draft,
  );
}

function refusal(
  source: string,
  { line }: { line?: number | undefined },
  reason: string,
): Refusal {
  return { source, line, reason };
}

function refuse(source: string, reason: string): Drafts {
  return { drafts: [], refused: [{ source, reason }] };
}
