import { type Document, isMap, isPair, isScalar, type Node, type Scalar, visit } from 'yaml';
import { quotesFor } from './explain-yaml.ts';
import type { FieldSurprise, Position, SyntaxProblem } from './fields.ts';

/** Fields with sentences as values. A comment after them is probably part of the text. */
const sentences = new Set([
  ...['title', 'summary', 'dateline', 'kicker', 'keyPoints', 'description', 'subtitle', 'deck'],
  ...[
    'caption',
    'alt',
    'credit',
    'text',
    'name',
    'tagline',
    'headline',
    'excerpt',
    'creator',
    'role',
  ],
]);

/** The maximum number of surprises that are reported one by one. */
const maxReported = 20;

/**
 * Finds what YAML reads as something other than text, probably against the author's intention: a
 * comment after unquoted text (`Port #9`), an unused anchor (`&co`), a tag (`!Achtung`). `at`
 * returns the position of an offset.
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
      if (key === 'key' || !range || surprises.length >= maxReported) return;
      const field = fieldOf(path);
      const lineStart = lines.startOf(range[0]);
      // Lines can be very long.
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
      // A URL, path, time zone or flag does not continue after `#`.
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

/** Finds the bounds of the line of an offset. One line may be the whole source. */
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

/** `!!str` and anchors in use are intended. */
function isSurprise(props: string, used: ReadonlySet<string>): boolean {
  return props
    .trim()
    .split(/[ \t]+/u)
    .some((prop) => (prop.startsWith('&') ? !used.has(prop.slice(1)) : !prop.startsWith('!!')));
}

/** The dotted name of a value (`image.credit`), from its parent nodes. */
function fieldOf(path: readonly unknown[]): string {
  const names = path.flatMap((node) => (isPair(node) ? [String(node.key)] : []));
  return names.join('.') || 'front matter';
}

/** Finds duplicate keys: the later ones, each with the line of the first. */
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
