import { decodePercent } from '../../language/decode-percent.ts';
import type { Note } from '../draft.ts';
import type { ImportedEntry } from './feed-entry.ts';
import { localName } from './split-feed.ts';
import { readElements } from './xml.ts';

/** An entry with its publication state, or the name of something that is not an article. */
type StatedEntry = { readonly entry: ImportedEntry } | { readonly leftOut: string };

const signs = /blogger|<[\w-]+:control[\s>]/u;
const kindOf = /^http:\/\/schemas\.google\.com\/blogger\/\d+\/kind#(\w+)$/u;

/**
 * Reads the state of an Atom entry: a draft (RFC 5023, 13.1.1) and, in exports of Blogger,
 * comments, settings, templates and trashed entries, which are not articles. `xml` is a document
 * with this entry alone.
 */
export function readEntryState(entry: ImportedEntry, xml: string): StatedEntry {
  if (!signs.test(xml)) return { entry };
  const elements = readElements(xml, 2);
  const text = (name: string) => elements.find((one) => one.name === name)?.text.trim();
  const kind =
    text('blogger:type')?.toLowerCase() ??
    elements.map(({ attributes }) => kindOf.exec(attributes['term'] ?? '')?.[1]).find(Boolean);
  const status = text('blogger:status')?.toLowerCase() ?? '';
  if (status.includes('trash')) return { leftOut: 'in the trash' };
  if (kind !== undefined && kind !== 'post' && kind !== 'page')
    return { leftOut: `of type ${kind}, not an article` };
  const control = elements.find(({ name }) => localName(name) === 'control')?.inner ?? '';
  const isDraft = /draft[^<>]*>\s*yes\s*</iu.test(control);
  const notes: Note[] = [...(entry.notes ?? [])];
  const at = { line: entry.line };
  const isUnpublished =
    isDraft || (status !== '' && !/^(?:live|published|scheduled)$/u.test(status));
  if (isUnpublished)
    notes.push({
      ...{ ...at, field: 'draft', certainty: 'certain' },
      message: status === '' ? 'the entry is marked as a draft' : `its status was ${status}`,
    });
  // The exporter owns the old URL, so it may become an alias.
  const path = text('blogger:filename') ?? URL.parse(entry.link ?? '')?.pathname;
  const isOwn = kind !== undefined && !isUnpublished && path !== undefined && path.length > 1;
  return {
    entry: {
      ...{ ...entry, notes },
      topics: entry.topics.filter((topic) => !kindOf.test(topic)),
      ...(isOwn ? { aliases: [path], name: nameOf(path) } : {}),
      draft: isUnpublished || entry.draft,
      isPage: kind === 'page',
    },
  };
}

/** `/2020/02/a-post.html` -> `a-post` */
function nameOf(path: string): string {
  return decodePercent(
    path
      .replace(/\/$/u, '')
      .replace(/^.*\//su, '')
      .replace(/\.html$/iu, ''),
  );
}
