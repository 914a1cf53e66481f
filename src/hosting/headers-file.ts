import { fillPattern, matchPattern } from './path-pattern.ts';

/** One block of `_headers`: a pattern, and below it what it sets, or detaches with `! Name`. */
export interface HeaderRule {
  readonly pattern: string;
  readonly lines: readonly HeaderLine[];
}

/** Without a value the line takes away what earlier blocks set, and the host's default. */
export interface HeaderLine {
  readonly name: string;
  readonly value?: string;
}

/** Reads the text of a `_headers` file (Cloudflare, Netlify). Lines that are neither are left out. */
export function parseHeadersFile(text: string): HeaderRule[] {
  const rules: { pattern: string; lines: HeaderLine[] }[] = [];
  for (const raw of text.split(/\r?\n/u)) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (/^(?:\/|https?:\/\/)/u.test(line)) {
      rules.push({ pattern: line, lines: [] });
      continue;
    }
    const detach = /^!\s*([\w-]+)$/u.exec(line);
    const set = /^([\w-]+)\s*:\s*(.*)$/u.exec(line);
    if (detach?.[1] !== undefined) rules.at(-1)?.lines.push({ name: detach[1] });
    else if (set?.[1] !== undefined) {
      rules.at(-1)?.lines.push({ name: set[1], value: set[2] ?? '' });
    }
  }
  return rules;
}

/**
 * The headers of one address: the host's defaults, changed by every rule that matches, from top
 * to bottom. A rule's value takes the place of a default; values of two rules for one name are
 * joined by a comma, as Cloudflare does. Names come out in lower case.
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
