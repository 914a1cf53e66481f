import { globSync } from 'node:fs';

/**
 * One page of each kind that Dateline has, as patterns in its output folder; the first file by path
 * is meant. The articles are those of the sample with that form.
 */
const kinds: Readonly<Record<string, string>> = {
  front: 'index.html',
  'front-ko': 'ko/index.html',
  'front-ar': 'ar/index.html',
  live: '20*/*/*/a-day-at-a-newsroom/index.html',
  gallery: '20*/*/*/pictures-and-credits/index.html',
  chart: '20*/*/*/tables-and-charts/index.html',
  'article-ko': 'ko/20*/*/*/*/index.html',
  'article-ar': 'ar/20*/*/*/*/index.html',
  list: 'section/*/index.html',
  topic: 'topic/*/index.html',
  author: 'author/*/index.html',
  story: 'story/*/index.html',
  archive: 'archive/index.html',
  month: '20*/*/index.html',
  credits: 'credits/index.html',
  follow: 'follow/index.html',
  page: 'about/index.html',
  search: 'search/index.html',
  offline: 'offline/index.html',
  'not-found': '404.html',
};

/** The address of a page of each kind that an output folder has, by kind. */
export function findPageKinds(outDir: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([kind, pattern]) => {
      const [first] = globSync(pattern, { cwd: outDir }).sort();
      return first === undefined
        ? []
        : [[kind, `/${first.replaceAll('\\', '/').replace(/index\.html$/u, '')}`]];
    }),
  );
}
