import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeContentFile } from '../../content/article/decode-content-file.ts';
import { findFragment, idsOfBody } from './convert-body.ts';
import type { PostFolder } from './post-folder.ts';
import { withoutHeading } from './repeated-heading.ts';
import { splitPost } from './split-post.ts';

/** Ids of posts that were asked for, by their paths: many links may lead to one. */
const known = new WeakMap<PostFolder, Map<string, readonly string[]>>();

/** The id that a fragment means in the copy of the post at `path`; undefined where none does. */
export function findPart(
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
  return idsOfBody(withoutHeading(parts.body, title), {
    ...{ path, folder, title, lang, source: path },
    valueOf: () => undefined,
  });
}
