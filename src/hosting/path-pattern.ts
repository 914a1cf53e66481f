/** The values of a pattern's placeholders: `splat` for `*`, `year` for `:year`. */
export type PatternValues = Readonly<Record<string, string>>;

/**
 * Matches a path with a pattern of `_headers` or `_redirects`: `*` is any text, `:name` any text
 * without a slash, all else is literal. Both may be percent-encoded or not. Undefined: no match.
 * https://developers.cloudflare.com/pages/configuration/headers/#match-a-path
 */
export function matchPattern(pattern: string, path: string): PatternValues | undefined {
  const source = toSource(pattern, (name, values) => `(?<${name}>${values})`);
  try {
    const match = new RegExp(`^${source}$`, 'su').exec(decodePath(path));
    return match === null ? undefined : { ...match.groups };
  } catch {
    // Two splats, or one name twice: hosts refuse such a rule.
    return undefined;
  }
}

/** Fills the placeholders in a header's value or a redirect's target. */
export function fillPattern(text: string, values: PatternValues): string {
  return text.replace(/:([A-Za-z]\w*)/gu, (whole, name: string) => values[name] ?? whole);
}

/** A pattern as a part of a regular expression without groups, for hosts that take those. */
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
