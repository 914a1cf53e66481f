import { posix } from 'node:path';
import { escapeMarkdown, formatDestination } from '../markdown/escape-text.ts';
import { parseTag } from './parse-tag.ts';
import { findPost, type TagContext, toRootAddress } from './tag-context.ts';

/** A tag of Hexo that leads to a post or to a file of the post's own folder -> Markdown. */
export function convertHexoTag(
  name: string,
  text: string,
  context: TagContext,
): string | undefined {
  const values = parseTag(text)?.values ?? [];
  const [first = ''] = values;
  switch (name) {
    case 'post_link': {
      const post = findPost(first, context) ?? findPost(`_posts/${first}`, context);
      if (post === undefined) return undefined;
      const address = toRootAddress(post, '');
      // A last `true` or `false` says whether the words are escaped.
      const words = values.slice(1).filter((word) => !/^(?:true|false)$/u.test(word));
      const shown = words.join(' ') || context.folder.posts.get(post)?.title || first;
      return `[${escapeMarkdown(shown)}](${address})`;
    }
    case 'asset_link':
      return first === ''
        ? undefined
        : `[${escapeMarkdown(values.slice(1).join(' ') || first)}](${ownFile(first, context)})`;
    case 'asset_path':
      return first === '' ? undefined : ownFile(first, context);
    case 'asset_img':
    case 'img': {
      const at = values.findIndex((value) => /[./]/u.test(value));
      const file = values[at];
      if (file === undefined) return undefined;
      const words = values.slice(at + 1).filter((value) => !/^\d+(?:px|%)?$/u.test(value));
      return `![${escapeMarkdown(words.join(' '))}](${ownFile(file, context)})`;
    }
    default:
      return undefined;
  }
}

/** A file of a post `first.md` is in the folder `first` beside it. */
function ownFile(name: string, { path, folder }: TagContext): string {
  const own = posix.join(path.replace(/\.\w+$/u, ''), name);
  const isThere = folder.files.has(own);
  return formatDestination(isThere ? `./${posix.basename(posix.dirname(own))}/${name}` : name);
}
