/** A text in quotation marks, the function, a sign that divides, or what is between these. */
const pieces =
  /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?<![\w-])light-dark\(|[(),]|[^"'(),l]+|./gisu;

/** A pair of parentheses that is still open; `args` are what commas divide in it. */
interface Open {
  readonly start: string;
  readonly args: string[];
}

/**
 * Replaces each `light-dark(A, B)` by the switches of `src/site/styles/tokens.css`, since browsers have the
 * function only since May 2024. Pages with high contrast have A or B too. Texts in quotation marks stay as
 * they are.
 */
export function lowerLightDark(css: string): string {
  const stack: Open[] = [{ start: '', args: [''] }];
  const add = (text: string) => {
    const args = stack.at(-1)?.args ?? [];
    args.push((args.pop() ?? '') + text);
  };
  for (const [piece] of css.matchAll(pieces)) {
    if (piece.endsWith('(')) stack.push({ start: piece, args: [''] });
    else if (piece === ',') stack.at(-1)?.args.push('');
    else if (piece === ')' && stack.length > 1) add(close(stack.pop()));
    else add(piece);
  }
  return stack.map(({ start, args }) => start + args.join(',')).join('');
}

function close({ start, args }: Open = { start: '(', args: [] }): string {
  const [light = '', dark = ''] = args.map((text) => text.trim());
  if (start === '(' || args.length !== 2) return `${start}${args.join(',')})`;
  return [
    ['--light', light],
    ['--dark', dark],
    ['--bright', light],
    ['--black', dark],
  ]
    .map(([name, value]) => `var(${name},${value})`)
    .join(' ');
}
