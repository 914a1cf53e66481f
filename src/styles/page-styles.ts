import article from './article.css?inline';
import list from './list.css?inline';
import search from './search.css?inline';

const { BASE_URL, DEV } = import.meta.env;

/** Astro's build puts the base path into addresses of style sheets, its server does not. */
const withBase = (css: string) =>
  DEV ? css.replaceAll(/(?<=url\("?)\/(?=assets\/)/gu, BASE_URL.replace(/\/?$/u, '/')) : css;

/** The style sheets of pages, as they are printed: their hashes stand in the policy. */
export const pageStyles = {
  article: withBase(article),
  list: withBase(list),
  search: withBase(search),
} as const;
