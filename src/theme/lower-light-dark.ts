/**
 * Replaces each `light-dark(A, B)` by the switches of `src/site/styles/tokens.css`, since browsers have the
 * function only since May 2024. Pages with high contrast have A or B too.
 */
export function lowerLightDark(css: string): string {
  const start = css.search(/(?<![\w-])light-dark\(/iu);
  if (start < 0) return css;
  const open = css.indexOf('(', start) + 1;
  let depth = 1;
  let comma = -1;
  let end = open;
  for (; end < css.length; end += 1) {
    const letter = css[end];
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 1 && comma < 0) comma = end;
    if (depth === 0) break;
  }
  const rest = lowerLightDark(css.slice(end + 1));
  if (comma < 0 || depth > 0) return css.slice(0, end + 1) + rest;
  const light = lowerLightDark(css.slice(open, comma).trim());
  const dark = lowerLightDark(css.slice(comma + 1, end).trim());
  const lowered = [
    ['--light', light],
    ['--dark', dark],
    ['--bright', light],
    ['--black', dark],
  ].map(([name, value]) => `var(${name},${value})`);
  // A space, since minified values such as `solid light-dark(…)` may end with a word.
  return `${css.slice(0, start)}${lowered.join(' ')}${rest}`;
}
