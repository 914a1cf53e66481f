import { isTight } from '../markdown/line-ends.ts';

/**
 * Joins lines of Chinese and Japanese fields without a space, as in the text: YAML turns a line
 * end into a space. `source` is the front matter, which shows where lines end.
 */
export function joinFolded<T>(fields: T, source: string, language: string): T {
  const join = (text: string) =>
    text.replace(/ /gu, (space, at: number) => {
      const [before, after] = [text.slice(0, at), text.slice(at + 1)];
      if (!isTight(before.slice(-2), after.slice(0, 2), language)) return space;
      return endsLine(source, before.slice(-8), after.slice(0, 8)) ? '' : space;
    });
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return join(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item)]));
  };
  return wide.test(source) ? (walk(fields) as T) : fields;
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether one text ends a line of the source and the other begins the next line. */
function endsLine(source: string, before: string, after: string): boolean {
  const [left, right] = [lastLine(before), firstLine(after)];
  for (let at = source.indexOf(left); at >= 0; at = source.indexOf(left, at + 1)) {
    const rest = source.slice(at + left.length, at + left.length + 200);
    const end = /^[ \t]*\n[ \t]*/u.exec(rest)?.[0];
    if (end !== undefined && rest.slice(end.length).startsWith(right)) return true;
  }
  return false;
}

/** An inner space may be another line end. */
function lastLine(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1);
}

function firstLine(text: string): string {
  return text.split(' ')[0] ?? '';
}
