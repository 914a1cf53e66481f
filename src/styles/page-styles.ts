import article from './article.css?inline';
import list from './list.css?inline';
import search from './search.css?inline';

const base = import.meta.env.BASE_URL.replace(/\/?$/u, '/');

/** Vite puts the base path only into addresses of files that it finds itself. */
const withBase = (css: string) => css.replaceAll(/(?<=url\("?)\/(?=assets\/)/gu, base);

/** The style sheets of pages, as they are printed: their hashes stand in the policy. */
export const pageStyles = {
  article: withBase(article),
  list: withBase(list),
  search: withBase(search),
} as const;
