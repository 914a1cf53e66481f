import { cacheKey } from '../view/cache-key.ts';

/** What a route returns for one page: Astro's form of `getStaticPaths`, with its cache key. */
export interface StaticPath<T extends object> {
  readonly params: Record<string, string | undefined>;
  readonly props: { readonly page: T };
  readonly cacheKey: string;
}

/**
 * A page at an address of the site (`/ko/2026/`) as a route whose file name is `[...NAME]`
 * returns it.
 */
export function toStaticPath<T extends object>(
  name: string,
  address: string,
  page: T,
): StaticPath<T> {
  const path = address.replace(/^\/|\/$/gu, '');
  return {
    params: { [name]: path === '' ? undefined : path },
    props: { page },
    cacheKey: cacheKey(page),
  };
}
