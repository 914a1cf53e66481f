import { toSlug } from '../../content/article/slug.ts';
import { truncateBytes } from '../../language/truncate.ts';
import type { Draft } from '../draft.ts';
import { dropSoftBreaks } from '../plain-text.ts';

/**
 * Maximum length of a name in bytes: most file systems allow 255, and extensions and temporary
 * names need some.
 */
const maxBytes = 120;

/**
 * The file name of a draft without extension: its given name, else the slug of its headline in
 * lower case; `pages/NAME` for a page,
 * `people/NAME` for a person. Never empty, and never a name that the site ignores (`_…`,
 * `README`).
 */
export function fileNameOf(
  draft: Pick<Draft, 'fields' | 'name' | 'isPage' | 'person'>,
): string {
  const given = toSlug(dropSoftBreaks(draft.name ?? ''));
  // Letters and digits only: a dot in a headline must not look like a language suffix.
  const title = dropSoftBreaks(draft.fields.title ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const name = (given === '' ? toSlug(title) : given).replace(/-{2,}/gu, '-');
  const short = shortenName(name.replace(/^[_.-]+/u, ''));
  const kind = draft.person ? 'person' : draft.isPage ? 'page' : 'article';
  const own =
    short === '' || /^(?:readme|index)$/iu.test(short)
      ? `${kind}-${short}`.replace(/-$/u, '')
      : short;
  if (draft.person) return `people/${own}`;
  return draft.isPage ? `pages/${own}` : own;
}

/** Cuts a name to `maxBytes`, between words if possible. */
function shortenName(name: string): string {
  if (Buffer.byteLength(name) <= maxBytes) return name;
  const short = truncateBytes(name, maxBytes);
  const hyphen = short.lastIndexOf('-');
  return (hyphen > short.length / 2 ? short.slice(0, hyphen) : short).replace(/[-.]+$/u, '');
}
