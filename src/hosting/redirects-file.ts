import { fillPattern, matchPattern } from './path-pattern.ts';

/** One line of `_redirects`. Netlify's `301!`, "before a file of that address", is a 301 here. */
export interface RedirectRule {
  readonly from: string;
  readonly to: string;
  readonly status: number;
}

/** Where an address leads. */
export interface Redirect {
  readonly to: string;
  readonly status: number;
}

/**
 * Reads the text of a `_redirects` file (Cloudflare, Netlify): `FROM TO [STATUS]`. Lines with
 * conditions of one host (countries, query parameters) are left out.
 */
export function parseRedirectsFile(text: string): RedirectRule[] {
  return text.split(/\r?\n/u).flatMap((line) => {
    const [from, to, code = '302', ...rest] = line
      .replace(/(?:^|\s)#.*$/u, '')
      .trim()
      .split(/\s+/u);
    const status = Number.parseInt(code, 10);
    if (!from?.startsWith('/') || to === undefined || rest.length > 0) return [];
    if (!STATUSES.includes(status)) return [];
    return [{ from, to, status }];
  });
}

/**
 * Where the first rule that matches sends an address: the address to name, with the query that
 * came in unless it has one of its own. Status 200 and 404 mean: answer with that file.
 *
 * @param search the query with its `?`, or nothing
 */
export function redirectFor(
  rules: readonly RedirectRule[],
  path: string,
  search: string,
): Redirect | undefined {
  for (const { from, to, status } of rules) {
    const values = matchPattern(from, path);
    if (values === undefined) continue;
    // What was decoded to be compared goes out encoded.
    const target = encodeURI(fillPattern(to, values)).replace(/%25(?=[\dA-F]{2})/giu, '%');
    return { to: target.includes('?') ? target : withQuery(target, search), status };
  }
  return undefined;
}

function withQuery(target: string, search: string): string {
  const hash = target.indexOf('#');
  return hash < 0 ? target + search : target.slice(0, hash) + search + target.slice(hash);
}

const STATUSES = [200, 301, 302, 303, 307, 308, 404];
