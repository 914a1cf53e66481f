import { readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Generator } from './post-folder.ts';

/** Files that only the root of a site has, and the generator that they belong to. */
const marks: readonly [pattern: RegExp, generator: Generator][] = [
  [/^_config\.(?:ya?ml|toml)$/u, 'jekyll'],
  [/^hugo\.(?:toml|ya?ml|json)$/u, 'hugo'],
  [/^(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/u, 'eleventy'],
  [/^astro\.config\.[cm]?[jt]s$/u, 'astro'],
];

/** How far above the posts the root of their site may be. */
const mostSteps = 3;

/**
 * The root of the site that a folder belongs to, by the settings file of a generator there; the
 * folder itself where none is found (the one above for Jekyll's `_posts`).
 */
export async function findSite(
  folder: string,
): Promise<{ root: string; generator: Generator }> {
  let root = folder;
  for (let step = 0; step <= mostSteps; step++) {
    const generator = await markOf(root);
    if (generator !== undefined) return { root, generator };
    if (dirname(root) === root) break;
    root = dirname(root);
  }
  const own = basename(folder);
  if (own === '_posts' || own === '_drafts')
    return { root: dirname(folder), generator: 'jekyll' };
  const names = await readdir(folder).catch((): string[] => []);
  return { root: folder, generator: names.includes('_posts') ? 'jekyll' : 'plain' };
}

async function markOf(folder: string): Promise<Generator | undefined> {
  const names = await readdir(folder).catch((): string[] => []);
  for (const [pattern, generator] of marks)
    if (names.some((name) => pattern.test(name))) return generator;
  // Hugo's older name for its settings is one that others use as well.
  const isHugo = names.some((name) => /^config\.(?:toml|ya?ml|json)$/u.test(name));
  return (isHugo || names.includes('config')) && names.includes('content') ? 'hugo' : undefined;
}
