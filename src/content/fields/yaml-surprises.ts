import { type Document, isMap, isPair, isScalar, type Node, type Scalar, visit } from 'yaml';
import { quotesFor } from './explain-yaml.ts';
import type { FieldSurprise, Position, SyntaxProblem } from './fields.ts';

/** Fields whose values are sentences: a comment behind them is more likely a part of the text. */
const sentences = new Set([
  ...['title', 'summary', 'dateline', 'kicker', 'keyPoints', 'description', 'subtitle', 'deck'],
  ...['caption', 'alt', 'credit', 'text', 'name', 'tagline', 'headline', 'excerpt', 'creator'],
]);

/** More than this need no line each. */
const most = 20;

/**
 * What YAML takes for something other than text, though a writer hardly meant it so: a comment
 * behind text without quotes (`Port #9`), an anchor that nothing uses (`&co`), a tag (`!Achtung`).
 * `at` gives the position of an offset.
 */
export function findSurprises(
  document: Document,
  source: string,
  at: (offset: number) => Position,
): FieldSurprise[] {
  if (!/[#&!]/u.test(source)) return [];
  const surprises: FieldSurprise[] = [];
  const lines = createLineFinder(source);
  const used = new Set<string>();
  visit(document, { Alias: (_, { source: name }) => void used.add(name) });
  const add = (path: readonly unknown[], offset: number, got: string) => {
    const { line, column } = at(offset);
    const written = source.slice(lines.startOf(offset), lines.endOf(offset));
    const field = fieldOf(path);
    surprises.push({ line, column, field, got, cure: quotesFor(written) });
  };
  visit(document, {
    Scalar: (key, node, path) => {
      const range = node.range;
      if (key === 'key' || !range || surprises.length >= most) return;
      const field = fieldOf(path);
      const lineStart = lines.startOf(range[0]);
      // Lines may be very long.
      const before = source.slice(Math.max(lineStart, range[0] - 200), range[0]);
      const props = /(?:^|[\s:,[{-])((?:[&!]\S*[ \t]+)+)$/u.exec(before)?.[1];
      if (props !== undefined && node.value !== '' && isSurprise(props, used)) {
        const got = `${props.trim()}, which YAML takes for ${props.startsWith('&') ? 'an anchor' : 'a tag'} and leaves out`;
        add(path, range[0] - props.length, got);
      }
      if (!isPlain(node)) return;
      const rest = source.slice(range[1], lines.endOf(range[1]));
      const comment = /^[ \t]*(#.*)/u.exec(rest);
      if (comment?.[1] === undefined || !/\p{L}/u.test(`${node.value}${comment[1]}`)) return;
      const joined = /^#\S/u.test(comment[1]);
      const value = String(node.value);
      // An address, a path, a zone or a flag is no text that could go on.
      const isText = /\p{L}/u.test(value) && !/^(?:true|false|\S*[/:.]\S+)$/iu.test(value);
      const suspicious = joined
        ? isText || value === ''
        : isText &&
          sentences.has(
            field
              .replace(/\.\d+$/u, '')
              .split('.')
              .at(-1) ?? '',
          );
      if (suspicious) {
        const got = `${comment[1]}, which YAML takes for a comment and leaves out`;
        add(path, range[1] + comment[0].indexOf('#'), got);
      }
    },
  });
  return surprises;
}

/** Where the line of an offset begins and ends; one line may be all of the source. */
function createLineFinder(source: string) {
  const ends = [...source.matchAll(/\n|$/gu)].map(({ index }) => index);
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    startOf: (offset: number) => (ends[lineOf(offset) - 1] ?? -1) + 1,
    endOf: (offset: number) => ends[lineOf(offset)] ?? source.length,
  };
}

function isPlain(node: Scalar): boolean {
  return node.type === 'PLAIN' || node.value === '' || node.value === null;
}

/** `!!str` and an anchor that an alias uses are meant. */
function isSurprise(props: string, used: ReadonlySet<string>): boolean {
  return props
    .trim()
    .split(/[ \t]+/u)
    .some((prop) => (prop.startsWith('&') ? !used.has(prop.slice(1)) : !prop.startsWith('!!')));
}

/** `image.credit` of the nodes above a value. */
function fieldOf(path: readonly unknown[]): string {
  const names = path.flatMap((node) => (isPair(node) ? [String(node.key)] : []));
  return names.join('.') || 'front matter';
}

/** Keys that a mapping has more than once: the later ones, each with the line of the first. */
export function findDoubledKeys(
  document: Document,
  at: (offset: number) => Position,
): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  visit(document, {
    Map: (_, map) => {
      if (!isMap(map)) return;
      const first = new Map<string, number>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        const offset = (key as Node).range?.[0] ?? 0;
        const before = first.get(name);
        if (before === undefined) first.set(name, offset);
        else {
          const message = `\`${name}\` is given in line ${at(before).line} already`;
          problems.push({
            ...at(offset),
            message,
            cure: 'give each key once: remove one of the two lines',
          });
        }
      }
    },
  });
  return problems;
}
