import { cacheKey } from '../view/cache-key.ts';

/** What a route returns for one page: Astro's form of `getStaticPaths`, with its cache key. */
export interface StaticPath<T extends object> {
  readonly params: Record<string, string | undefined>;
  readonly props: { readonly page: T };
  readonly cacheKey: string;
}

/**
 * A page at an address of the site (`/ko/2026/`) as a route whose file name is `[...NAME]`
 * returns it. The live preview asks for all addresses to find one page: there it is made when it is
 * asked for.
 */
export function toStaticPath<T extends object>(
  name: string,
  address: string,
  create: () => T,
): StaticPath<T> {
  const path = address.replace(/^\/|\/$/gu, '');
  const params = { [name]: path === '' ? undefined : path };
  if (!import.meta.env.PROD) {
    const props = {
      get page() {
        return create();
      },
    };
    return { params, props, cacheKey: '' };
  }
  const page = create();
  return { params, props: { page }, cacheKey: cacheKey(page) };
}
