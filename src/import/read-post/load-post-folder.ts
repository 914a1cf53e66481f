import { open, stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { decodeCopy } from '../../article/decode-copy.ts';
import { nameOf } from '../write/name-of.ts';
import { createFieldDesk } from './field-desk.ts';
import { findSite } from './find-site.ts';
import { listFiles } from './list-files.ts';
import { loadSiteSettings } from './load-site-settings.ts';
import { copyNameOf } from './old-addresses.ts';
import { addressKey, type FolderPost, type PostFolder } from './post-folder.ts';
import { readFields } from './read-fields.ts';
import { splitPost } from './split-post.ts';

/** Front matter ends before this many bytes; what does not is told when the post is read. */
const mostFrontMatter = 64 * 1024;

/** Posts that are looked at for links among them. */
const mostPosts = 20_000;

const loaded = new Map<string, Promise<PostFolder>>();

/**
 * What the posts at `path` (a folder, or one post) need to know of each other and of their site:
 * names of files, addresses, authors. A command reads it once; texts are not kept.
 */
export function loadPostFolder(path: string): Promise<PostFolder> {
  const whole = resolve(path);
  const known = loaded.get(whole) ?? readFolder(whole);
  loaded.set(whole, known);
  return known;
}

async function readFolder(path: string): Promise<PostFolder> {
  const isFile = (await stat(path)).isFile();
  const folder = isFile ? dirname(path) : path;
  const { root, generator } = await findSite(folder);
  const { files, whole } = await listFiles(root);
  const { site, authors } = await loadSiteSettings(root, generator, files);
  const below = relative(root, path).split(sep).join('/');
  const isPost = (file: string) =>
    /\.(?:md|markdown|mdown|mdx)$/iu.test(file) &&
    (isFile ? file === below : below === '' || file.startsWith(`${below}/`));
  const posts = new Map<string, FolderPost>();
  const byAddress = new Map<string, string>();
  const names = new Set<string>();
  for (const file of [...files].filter(isPost).sort().slice(0, mostPosts)) {
    const text = await readBeginning(resolve(root, file));
    const parts = text === undefined ? undefined : splitPost(text);
    if (parts === undefined || 'reason' in parts) continue;
    const fields = readFields(createFieldDesk(parts.fields), {
      ...{ path: file, timeZone: 'UTC', generator, site, authors: new Map() },
      bring: () => undefined,
    });
    const { date, slug, aliases = [] } = fields;
    if (date === undefined) continue;
    const own = nameOf({ fields, name: copyNameOf(file) });
    const name = distinct(own, names);
    const last = slug ?? name.replace(/^\d{4}-\d\d-\d\d-/u, '');
    claim(byAddress, `/${date.slice(0, 10).replaceAll('-', '/')}/${last}/`, file);
    posts.set(file, { path: file, name, aliases });
  }
  // After the addresses that this site will give: those come first.
  for (const [file, post] of posts) {
    const aliases = post.aliases.filter((alias) => claim(byAddress, alias, file));
    posts.set(file, { ...post, aliases });
  }
  return { generator, root, files, whole, posts, byAddress, authors, site };
}

/** Takes an address for a post; false where another post has it already. */
function claim(byAddress: Map<string, string>, address: string, file: string): boolean {
  const key = addressKey(address);
  const owner = byAddress.get(key);
  if (owner === undefined) byAddress.set(key, file);
  return owner === undefined || owner === file;
}

function distinct(name: string, names: Set<string>): string {
  let free = name;
  for (let count = 2; names.has(free.toLowerCase()); count++) free = `${name}-${count}`;
  names.add(free.toLowerCase());
  return free;
}

/** As much of a file as front matter takes; undefined for what is no text. */
async function readBeginning(path: string): Promise<string | undefined> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(mostFrontMatter));
    const bytes = buffer.subarray(0, bytesRead);
    // A cut through a letter is no fault of the file.
    const end = bytesRead < mostFrontMatter ? bytesRead : bytes.lastIndexOf(10) + 1;
    return decodeCopy(bytes.subarray(0, end), path).text;
  } finally {
    await file.close();
  }
}
