import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { transform } from 'esbuild';
import { formatFeedWords } from '../feeds/format-feed-words.ts';
import { loadSite } from '../newsroom/load-site.ts';

/** The style sheet of feeds: its name below `/assets/`, by the hash of its bytes. */
export interface FeedStyle {
  readonly name: string;
  readonly css: string;
}

/** What `src/styles/feed.css` says, and what feeds are in the languages of the editions. */
export async function loadFeedStyle(): Promise<FeedStyle> {
  const { publication } = await loadSite();
  const rules = await readFile(resolve('src/styles/feed.css'));
  const words = formatFeedWords(publication.editions.map(({ language }) => language));
  const { code } = await transform(rules + words, {
    loader: 'css',
    minify: true,
    charset: 'utf8',
  });
  const css = `@charset "utf-8";${code}`;
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 10);
  return { name: `feed.${hash}.css`, css };
}
