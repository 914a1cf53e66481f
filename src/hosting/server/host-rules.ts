import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillPattern, matchPattern } from '../path-pattern.ts';

export interface HostRules {
  readonly headers: readonly HeaderRule[];
  readonly redirects: readonly RedirectRule[];
}

/** Reads `_headers` and `_redirects` of a folder; a missing file has no rules. */
export async function loadHostRules(root: string): Promise<HostRules> {
  const [headers, redirects] = await Promise.all([
    readText(join(root, '_headers')),
    readText(join(root, '_redirects')),
  ]);
  return { headers: parseHeadersFile(headers), redirects: parseRedirectsFile(redirects) };
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

/** A block of `_headers`: a pattern, and headers to set, or to remove with `! Name`. */
export interface HeaderRule {
  readonly pattern: string;
  readonly lines: readonly HeaderLine[];
}

/** A line without a value removes the header that an earlier block or the host has set. */
export interface HeaderLine {
  readonly name: string;
  readonly value?: string;
}

/** Parses a `_headers` file (Cloudflare, Netlify). Unknown lines are ignored. */
export function parseHeadersFile(text: string): HeaderRule[] {
  const rules: { pattern: string; lines: HeaderLine[] }[] = [];
  for (const raw of text.split(/\r?\n/u)) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (/^(?:\/|https?:\/\/)/u.test(line)) {
      rules.push({ pattern: line, lines: [] });
      continue;
    }
    const {
      removed,
      name = removed,
      value,
    } = /^(?:!\s*(?<removed>[\w-]+)|(?<name>[\w-]+)\s*:\s*(?<value>.*))$/u.exec(line)?.groups ??
    {};
    if (name !== undefined)
      rules.at(-1)?.lines.push({ name, ...(value !== undefined && { value }) });
  }
  return rules;
}

/**
 * The headers of an address, with names in lower case: the defaults of the host, changed by every
 * matching rule, in order. A rule replaces a default; the values of two rules for one header are
 * joined with a comma, as on Cloudflare.
 */
export function headersFor(
  rules: readonly HeaderRule[],
  path: string,
  defaults: Readonly<Record<string, string>>,
): Map<string, string> {
  const headers = new Map(Object.entries(defaults));
  const fromRules = new Set<string>();
  for (const { pattern, lines } of rules) {
    const values = matchPattern(pattern, path);
    if (values === undefined) continue;
    for (const { name: written, value } of lines) {
      const name = written.toLowerCase();
      if (value === undefined) {
        headers.delete(name);
        fromRules.delete(name);
        continue;
      }
      const filled = fillPattern(value, values);
      const before = fromRules.has(name) ? `${headers.get(name)}, ` : '';
      headers.set(name, before + filled);
      fromRules.add(name);
    }
  }
  return headers;
}

/** A line of `_redirects`. Netlify's `301!` (also over an existing file) counts as 301. */
export interface RedirectRule {
  readonly from: string;
  readonly to: string;
  readonly status: number;
}

export interface Redirect {
  readonly to: string;
  readonly status: number;
}

/**
 * Parses a `_redirects` file (Cloudflare, Netlify): `FROM TO [STATUS]`. Lines with conditions that
 * only one host knows (countries, query parameters) are ignored.
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
 * The redirect of the first rule that matches an address. It keeps the query of the request unless
 * the rule has one. With status 200 or 404, `to` is a file to send without a redirect.
 *
 * @param search the query with its `?`, or an empty string
 */
export function redirectFor(
  rules: readonly RedirectRule[],
  path: string,
  search: string,
): Redirect | undefined {
  for (const { from, to, status } of rules) {
    const values = matchPattern(from, path);
    if (values === undefined) continue;
    // The path was decoded for the comparison.
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
