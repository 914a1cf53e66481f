import { decodePercent } from '../../language/decode-percent.ts';
import type { Draft, ImportOptions, Note } from '../draft.ts';
import { fileNameOf } from '../write/file-name.ts';
import { isSiteAddress } from '../write/site-addresses.ts';
import { textOfEntry } from './draft-fields.ts';
import type { ImportedEntry } from './feed-entry.ts';

/** Base URL for an export that does not name its site. */
const placeholderSite = 'https://site.invalid/';

/**
 * Finds the imported file of a URL: `https://old.example/2024/05/quay/`, `/2024/05/quay/` or
 * `/?p=12` -> `quay.md`, `/about/` -> `pages/about.md`, if `entries` has one with that URL, a
 * name and a date (pages need none). Entries whose file names collide are not found. `site` is
 * the URL of the exported site.
 */
export function createEntryIndex(
  entries: readonly ImportedEntry[],
  site: string | undefined,
): (address: string) => string | undefined {
  const base = site ?? placeholderSite;
  const own = hostOf(base);
  const files = new Map<string, string>();
  const names = new Map<string, number>();
  for (const entry of entries) {
    const file = fileOf(entry);
    if (file === undefined) continue;
    names.set(file.toLowerCase(), (names.get(file.toLowerCase()) ?? 0) + 1);
    for (const address of [
      entry.link,
      entry.id,
      ...(entry.aliases ?? []),
      ...(entry.paths ?? []),
    ]) {
      const key = keyOf(address, base, own);
      if (key !== undefined && !files.has(key)) files.set(key, file);
    }
  }
  return (address) => {
    const file = files.get(keyOf(address, base, own) ?? '')?.toLowerCase();
    // `pier-2.md` may be the name that the second of two posts named `pier` gets.
    const numbered = file?.replace(/-\d+\.md$/u, '.md');
    const isSure = [file, numbered].every((name = '') => (names.get(name) ?? 1) === 1);
    return isSure ? files.get(keyOf(address, base, own) ?? '') : undefined;
  };
}

/** An entry without a date is refused, and a link to it would be broken. */
function fileOf({ name, published, isPage }: ImportedEntry): string | undefined {
  if (name === undefined || (published === undefined && !isPage)) return undefined;
  return `${fileNameOf({ fields: {}, name, isPage: isPage || undefined })}.md`;
}

/** The path of a URL of the site, or the number in `/?p=12`. */
function keyOf(address: string | undefined, base: string, own: string): string | undefined {
  const url = URL.parse(address ?? '', base);
  if (url === null || !/^https?:$/u.test(url.protocol) || hostOf(url.href) !== own)
    return undefined;
  const path = decodePercent(url.pathname)
    .normalize('NFC')
    .replace(/\/(?:index\.\w+)?$/u, '');
  const number = url.searchParams.get('p') ?? url.searchParams.get('page_id');
  if (path === '') return number === null ? undefined : `?${number}`;
  return path;
}

function hostOf(address: string): string {
  return (URL.parse(address)?.host ?? '').replace(/^www\./u, '');
}

/**
 * Resolves shared identities within a feed: a later entry with the same text is dropped, one with
 * another text gets an identity of its own. Both are noted.
 */
export function dropDuplicates(drafts: readonly Draft[]): readonly Draft[] {
  const found = new Map<string, Map<string, Kept>>();
  const kept: Kept[] = [];
  for (const draft of drafts) {
    const { identity, body, fields } = draft;
    const same = found.get(identity) ?? new Map<string, Kept>();
    found.set(identity, same);
    const words = JSON.stringify([fields.title, body.replace(/\s+/gu, ' ')]);
    const place = draft.notes.find(({ line }) => line !== undefined)?.line ?? draft.line;
    const where = { line: place };
    const double = same.get(words);
    if (double !== undefined) {
      const message = `another entry with the id ${identity} and the same text`;
      double.notes.push({ ...where, field: 'dropped', message, certainty: 'certain' });
      continue;
    }
    const one: Kept = { draft, notes: [] };
    if (same.size > 0) {
      const message = `another entry has the same id ${identity} but another text; both are kept`;
      one.draft = { ...draft, identity: `${identity}#${same.size + 1}` };
      one.notes.push({ ...where, field: 'source', message, certainty: 'doubtful' });
    }
    same.set(words, one);
    kept.push(one);
  }
  return kept.map(({ draft, notes }) =>
    notes.length === 0 ? draft : { ...draft, notes: [...draft.notes, ...notes] },
  );
}

interface Kept {
  draft: Draft;
  readonly notes: Note[];
}

/**
 * Decides whether a page of the old site stays a page: only if the target folder may have pages,
 * and under a name that this site does not use itself (`search` -> `search-page`). Otherwise it
 * becomes an article.
 */
export function checkPageAddress(
  entry: ImportedEntry,
  { hasPages = true, languages = [] }: Pick<ImportOptions, 'hasPages' | 'languages'>,
): ImportedEntry {
  if (!entry.isPage) return entry;
  const say = (message: string, certainty: Note['certainty']): Note => ({
    line: entry.line,
    ...{ field: 'section', message, certainty },
  });
  const notes = entry.notes ?? [];
  const title = entry.title && textOfEntry(entry.title);
  const called = title ? ` ("${title}")` : '';
  if (!hasPages) {
    const message = `it was a page${called}; it becomes an article, since only the content folder itself can have pages`;
    return { ...entry, isPage: false, notes: [...notes, say(message, 'likely')] };
  }
  const name = fileNameOf({
    fields: title ? { title } : {},
    name: entry.name,
  });
  const isTaken = isSiteAddress(`/${name}`.toLowerCase(), languages);
  const message = `it was a page${called} and stays one`;
  return {
    ...entry,
    name: isTaken ? `${name}-page` : entry.name,
    notes: [...notes, say(message, 'certain')],
  };
}
