/**
 * A block that takes the place of `body[from, to)`: as deep as the line that it begins in, and
 * with no more empty lines around it than it needs.
 */
export function fitBlock(block: string, body: string, from: number, to: number): string {
  const before = body.slice(body.lastIndexOf('\n', from - 1) + 1, from);
  const isAlone = before.trim() === '';
  const lines = block.split('\n').map((line, index) => {
    const isFit = index === 0 || line === '' || !isAlone || line.startsWith(before);
    return isFit ? line : before + line;
  });
  const text = isAlone && lines[0] === '' ? fromSecond(lines, before) : lines.join('\n');
  const isOpen = to < body.length && !/^[ \t]*\n[ \t]*(?:\n|$)/u.test(body.slice(to, to + 200));
  return isOpen ? text : text.replace(/\n$/u, '');
}

/** The line's own white space stands already. */
function fromSecond(lines: readonly string[], before: string): string {
  const [first = '', ...rest] = lines.slice(1);
  return [first.startsWith(before) ? first.slice(before.length) : first, ...rest].join('\n');
}
