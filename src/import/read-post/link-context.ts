import { posix } from 'node:path';
import { truncate } from '../../language/truncate.ts';
import type { Certainty } from '../draft.ts';
import { findTarget } from './find-target.ts';
import { hasPlaceholder, type PlaceholderTags } from './placeholder-tags.ts';
import type { PostFolder } from './post-folder.ts';
import type { AddPicture } from './read-image.ts';

export interface LinkContext {
  readonly path: string;
  readonly folder: PostFolder;
  readonly addPicture: AddPicture;
  readonly placeholders: PlaceholderTags;
  /** Broken fragments, with their replacements if known. */
  readonly fragments: ReadonlyMap<string, string | undefined>;
  /** The id of a fragment in the imported file of another post; undefined if there is none. */
  fragmentIdIn(path: string, fragment: string): string | undefined;
  /** All fragments that were looked up. */
  readonly seen: Set<string>;
  note(offset: number, field: string, message: string, certainty?: Certainty): void;
}

/** Returns a link's new address, or undefined if it must become text. Notes changes. */
export function rewriteLink(
  written: string,
  offset: number,
  context: LinkContext,
): string | undefined {
  const { path, folder, note } = context;
  // Already noted where the tag was found.
  if (hasPlaceholder(written)) return undefined;
  const target = findTarget(written, path, folder);
  switch (target.kind) {
    case 'web':
      return written;
    case 'fragment': {
      const name = written.trim().slice(1);
      context.seen.add(name);
      if (!context.fragments.has(name)) return written;
      const other = context.fragments.get(name);
      if (other !== undefined) note(offset, 'link', `${written} becomes #${other}`, 'likely');
      else note(offset, 'link', `${written}: broken link; kept as text`, 'likely');
      return other === undefined ? undefined : `#${other}`;
    }
    case 'post': {
      const name = folder.posts.get(target.path)?.name ?? '';
      const fragment = /#([^#]+)$/u.exec(written)?.[1];
      const id =
        fragment === undefined ? undefined : context.fragmentIdIn(target.path, fragment);
      const part = id === undefined ? '' : `#${id}`;
      const isLost = fragment !== undefined && id === undefined;
      const left = isLost ? `; #${fragment} dropped: it does not exist` : '';
      note(
        offset,
        'link',
        `${written} becomes ${name}.md${part}${left}`,
        isLost ? 'likely' : 'certain',
      );
      return `${encodeURI(name)}.md${encodeURI(part)}`;
    }
    case 'file': {
      const brought = context.addPicture(written);
      if (brought === undefined)
        note(offset, 'link', `${written} not imported; its address is kept as text`);
      return brought;
    }
    case 'nothing': {
      const absolute = onSite(written, context);
      if (absolute !== undefined) {
        note(offset, 'link', `${written} becomes ${absolute}`, 'likely');
        return absolute;
      }
      note(offset, 'link', `${shortenAddress(written)}: broken link; kept as text`, 'likely');
      return undefined;
    }
  }
}

/** Returns a picture's new address, or undefined if text must replace it. Notes changes. */
export function rewritePicture(
  written: string,
  offset: number,
  context: LinkContext,
): string | undefined {
  if (hasPlaceholder(written)) return undefined;
  const target = findTarget(written, context.path, context.folder);
  if (target.kind === 'web' && /^https?:/iu.test(target.address)) return written;
  const brought = context.addPicture(written);
  if (brought !== undefined) {
    context.note(offset, 'picture', `${written} imported as ${brought}`);
    return brought;
  }
  const isThere = target.kind === 'file';
  const why = isThere ? 'not imported' : 'not found';
  context.note(
    ...([offset, 'picture'] as const),
    `${shortenAddress(written)} ${why}; its text is kept`,
    isThere ? 'certain' : 'doubtful',
  );
  return undefined;
}

/** Other pages of the old site are still there, if its URL is known. */
function onSite(written: string, { folder, path }: LinkContext): string | undefined {
  const { url } = folder.site;
  const address = written.trim();
  if (url === undefined || !/^[/.\w]/u.test(address) || /^[\w+.-]*:/u.test(address))
    return undefined;
  const base = folder.posts.get(path)?.aliases[0] ?? '/';
  // The name of a source file was never a URL.
  if (/^\.(?:md|markdown|mdx)$/iu.test(posix.extname(address.replace(/[?#].*$/u, ''))))
    return undefined;
  const whole = new URL(address, `${url}${base}`);
  return whole.href;
}

/** Shortens a long address for display, such as a `data:` URL. */
export function shortenAddress(address: string): string {
  return address.length > 300 ? truncate(address, 61) : address;
}
