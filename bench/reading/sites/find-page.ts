import { globSync } from 'node:fs';

/**
 * Returns the address of an article within a built site, such as `/2026/01/06/slug/`: the
 * shortest one that ends with its slug, because those of translations are longer. Throws if
 * there is none.
 */
export function findPage(outDir: string, slug: string): string {
  const paths = globSync('**/*.html', { cwd: outDir }).map(toAddress);
  const [shortest] = paths
    .filter((path) => path.replace(/(?:\/|\.html)$/u, '').endsWith(`/${slug}`))
    .sort((a, b) => a.length - b.length);
  if (shortest === undefined) throw new Error(`expected a page ${slug} in ${outDir}`);
  return shortest;
}

function toAddress(path: string): string {
  return `/${path.replaceAll('\\', '/')}`.replace(/\/index\.html$/u, '/');
}
