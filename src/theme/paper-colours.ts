/** The colours behind the text of pages. */
export interface PaperColours {
  readonly light: string;
  readonly dark: string;
}

/**
 * The colours that a bundled style sheet gives to `--paper` of the whole page, for browsers, which show
 * them around it. Undefined where they are not written as `#rrggbb`, such as in a function.
 */
export function paperColours(css: string): PaperColours | undefined {
  const always = css.replaceAll(/@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gu, '');
  const rules = [...always.matchAll(/(?<=^|[{},])(?::root|html)\{([^{}]*)\}/gu)];
  const values = rules.flatMap(([, rule = '']) =>
    [...rule.matchAll(/(?:^|;)--paper:([^;]*)/gu)].map(([, value = '']) => value.trim()),
  );
  const colour = '(#[\\da-f]{3,8})';
  const both = new RegExp(
    `^var\\(--light,${colour}\\) var\\(--dark,${colour}\\)|^${colour}$`,
    'iu',
  );
  const [, light, dark, one] = both.exec(values.at(-1) ?? '') ?? [];
  if (one !== undefined) return { light: one, dark: one };
  return light === undefined || dark === undefined ? undefined : { light, dark };
}
