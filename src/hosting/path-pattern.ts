/** Values of placeholders by name: `splat` for `*`, `year` for `:year`. */
export type PatternValues = Readonly<Record<string, string>>;

/**
 * Matches a path against a pattern of `_headers` or `_redirects`: `*` is any text, `:name` is any
 * text without a slash, the rest is literal. Both may be percent-encoded. Undefined if it does not match.
 * https://developers.cloudflare.com/pages/configuration/headers/#match-a-path
 */
export function matchPattern(pattern: string, path: string): PatternValues | undefined {
  const source = toSource(pattern, (name, values) => `(?<${name}>${values})`);
  try {
    const match = new RegExp(`^${source}$`, 'su').exec(decodePath(path));
    return match === null ? undefined : { ...match.groups };
  } catch {
    // Hosts reject a rule with two splats or with one name twice.
    return undefined;
  }
}

/** Fills the placeholders of a header value or a redirect target. */
export function fillPattern(text: string, values: PatternValues): string {
  return text.replace(/:([A-Za-z]\w*)/gu, (whole, name: string) => values[name] ?? whole);
}

/** A pattern as the source of a regular expression without groups. */
export function patternSource(pattern: string): string {
  return toSource(pattern, (_, values) => values);
}

function toSource(pattern: string, wild: (name: string, values: string) => string): string {
  return decodePath(pattern)
    .split(/(\*|:[A-Za-z]\w*)/u)
    .map((part) => {
      if (part === '*') return wild('splat', '.*');
      if (/^:[A-Za-z]/u.test(part)) return wild(part.slice(1), '[^/]+');
      return part.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
    })
    .join('');
}

function decodePath(path: string): string {
  try {
    return decodeURI(path).normalize('NFC');
  } catch {
    return path;
  }
}
