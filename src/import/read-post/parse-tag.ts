/** What stands in a shortcode behind its name. */
export interface TagArguments {
  /** Values without a name, in order, without their quotes. */
  readonly values: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

const part =
  /\s*,?\s*(?:(?<name>[\w-]+)\s*[:=]\s*)?(?:"(?<double>(?:\\.|[^"\\])*)"|'(?<single>(?:\\.|[^'\\])*)'|`(?<raw>[^`]*)`|“(?<curly>[^”]*)”|(?<bare>[^\s"'`,“]+))(?=\s|,|$)/uy;

/**
 * The arguments of a shortcode or tag: `"a.png" "A bridge"`, `src="a.png" alt="A bridge"`,
 * `src: 'a.png', alt: 'A bridge'`. Undefined where not every word of it is understood.
 */
export function parseTag(text: string): TagArguments | undefined {
  const values: string[] = [];
  const named = new Map<string, string>();
  const whole = text.trim();
  part.lastIndex = 0;
  while (part.lastIndex < whole.length) {
    const groups = part.exec(whole)?.groups;
    if (!groups) return undefined;
    const { name, double, single, raw, curly, bare } = groups;
    const quoted = double ?? single;
    const value = quoted?.replace(/\\(["'\\])/gu, '$1') ?? raw ?? curly ?? bare ?? '';
    if (name === undefined) values.push(value);
    else named.set(name.toLowerCase(), value);
  }
  return { values, named };
}
