import { toSlug } from '../../content/article/slug.ts';
import type { Draft } from '../draft.ts';
import { dropSoftBreaks } from '../plain-text.ts';

/** Bytes of a name: most file systems allow 255, and endings and temporary names need some. */
const maxBytes = 120;

/**
 * The name of a draft's copy, without ending: the one that it brings, else the slug of its
 * headline in lower case; `pages/NAME` for a page. Never empty, never one that the site leaves alone
 * (`_…`, `README`).
 */
export function fileNameOf(draft: Pick<Draft, 'fields' | 'name' | 'isPage'>): string {
  const given = toSlug(dropSoftBreaks(draft.name ?? ''));
  // Letters and digits alone: a dot in a headline, say, is no ending that tells a language.
  const title = dropSoftBreaks(draft.fields.title ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const name = (given === '' ? toSlug(title) : given).replace(/-{2,}/gu, '-');
  const short = shorten(name.replace(/^[_.-]+/u, ''));
  const kind = draft.isPage ? 'page' : 'article';
  const own =
    short === '' || /^(?:readme|index)$/iu.test(short)
      ? `${kind}-${short}`.replace(/-$/u, '')
      : short;
  return draft.isPage ? `pages/${own}` : own;
}

/** At most `maxBytes`, cut between words where there is room for some. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= maxBytes) return name;
  let short = '';
  for (const character of name) {
    if (Buffer.byteLength(short + character) > maxBytes) break;
    short += character;
  }
  const hyphen = short.lastIndexOf('-');
  return (hyphen > short.length / 2 ? short.slice(0, hyphen) : short).replace(/[-.]+$/u, '');
}
