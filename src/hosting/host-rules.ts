import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillPattern, matchPattern } from './path-pattern.ts';

export interface HostRules {
  readonly headers: readonly HeaderRule[];
  readonly redirects: readonly RedirectRule[];
}

/** The rules of a folder's `_headers` and `_redirects`; none where a file is missing. */
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

/** One block of `_headers`: a pattern, and the headers that it sets, or removes with `! Name`. */
export interface HeaderRule {
  readonly pattern: string;
  readonly lines: readonly HeaderLine[];
}

/** Without a value, the line removes what earlier blocks set, and the host's default. */
export interface HeaderLine {
  readonly name: string;
  readonly value?: string;
}

/** Reads the text of a `_headers` file (Cloudflare, Netlify). Other lines are ignored. */
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
 * The headers of one address, with names in lower case: the host's defaults, changed by every rule
 * that matches, in order. A rule's value replaces a default; values of two rules for one name are
 * joined by a comma, as Cloudflare does.
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

/** One line of `_redirects`. Netlify's `301!`, "before a file of that address", is a 301 here. */
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
 * Reads the text of a `_redirects` file (Cloudflare, Netlify): `FROM TO [STATUS]`. Lines with
 * conditions of one host (countries, query parameters) are ignored.
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
 * The redirect of an address by the first rule that matches, with the query of the request unless the
 * rule has one. Status 200 and 404 mean: answer with that file.
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
    // What was decoded to be compared is encoded again.
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
