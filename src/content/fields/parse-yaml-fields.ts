import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { explainYaml } from './explain-yaml.ts';
import type { FieldPath, Fields, FieldValue, ParsedFields, Position } from './fields.ts';
import { findNesting, nestingCure, nestingMessage } from './find-nesting.ts';
import { findDoubledKeys, findSurprises } from './yaml-surprises.ts';

/** The maximum number of alias expansions in one document. Stops "billion laughs" attacks. */
const maxAliases = 100;

/**
 * Parses YAML into fields. Scalars stay text (YAML's failsafe schema), so a headline `No` or
 * `1984` and a date keep their form. Only unquoted `null` and `~` become the empty text.
 * `firstLine` is the line of the file where the text begins. An empty document is an empty
 * mapping. Syntax errors, duplicate keys and a document that is not a mapping are problems. Never
 * throws.
 */
export function parseYamlFields(text: string, firstLine: number): ParsedFields {
  const deep = findNesting(text, firstLine);
  if (deep !== undefined)
    return { problems: [{ ...deep, message: nestingMessage, cure: nestingCure }] };
  const read = (source: string) => {
    const lines = new LineCounter();
    const options = {
      schema: 'failsafe',
      prettyErrors: false,
      logLevel: 'silent',
      uniqueKeys: false,
    } as const;
    return {
      lines,
      source,
      document: parseDocument(source, { ...options, lineCounter: lines }),
    };
  };
  let { lines, source, document } = read(text);
  if (document.errors.length > 0) {
    const repaired = read(indentQuotes(text));
    if (repaired.document.errors.length === 0) ({ lines, source, document } = repaired);
  }
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(Math.max(0, Math.min(offset, text.length)));
    return { line: line + firstLine - 1, column: col };
  };
  const [error] = document.errors;
  // Only the first error: later ones are mostly its consequences.
  if (error) {
    const place = at(error.pos[0]);
    const rows = source.split('\n');
    const row = place.line - firstLine;
    const explained = explainYaml(error.code, error.message, rows[row] ?? '', rows[row - 1]);
    return { problems: [{ ...place, ...explained }] };
  }
  const top = document.contents as Node | null;
  if (top === null || (isScalar(top) && top.value === ''))
    return { problems: [], surprises: [], fields: none(firstLine) };
  if (!isMap(top)) {
    const line = source.split('\n').find((item) => item.trim() !== '') ?? '';
    return {
      problems: [{ ...at(top.range?.[0] ?? 0), ...explainYaml('NO_FIELDS', '', line) }],
    };
  }
  const doubled = findDoubledKeys(document, at);
  if (doubled.length > 0) return { problems: doubled };
  const second = secondDocument(source, document.range?.[2]);
  if (second !== undefined) {
    const message = 'below a line `---` or `...` nothing is read';
    return { problems: [{ ...at(second), message, cure: 'remove that line' }] };
  }
  const unknown = source.includes('*') ? findUnknownAlias(document) : undefined;
  if (unknown !== undefined) {
    const place = at(unknown);
    const row = source.split('\n')[place.line - firstLine] ?? '';
    return { problems: [{ ...place, ...explainYaml('BAD_ALIAS', '', row) }] };
  }
  if (/~|null/u.test(source)) emptyNulls(document);
  let value: FieldValue;
  try {
    value = toValue(document.toJS({ maxAliasCount: maxAliases, mapAsMap: true }));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const message = 'aliases that repeat more than 100 values';
    return {
      problems: [{ line: firstLine, column: 1, message, cure: 'write the values out' }],
    };
  }
  const pairs = new Map<YAMLMap, Map<unknown, Pair>>();
  const pairOf = (map: YAMLMap, step: unknown): Pair | undefined => {
    let own = pairs.get(map);
    if (own === undefined) {
      const entries = map.items.map(
        (item) => [isScalar(item.key) && item.key.value, item] as const,
      );
      own = new Map(entries.toReversed());
      pairs.set(map, own);
    }
    return own.get(step);
  };
  const find = (path: FieldPath, { key = false, part = '' } = {}): Position => {
    let node: unknown = top;
    let offset = top.range?.[0] ?? 0;
    for (const [depth, step] of path.entries()) {
      if (isAlias(node)) node = node.resolve(document);
      if (isMap(node)) {
        const pair = pairOf(node, step);
        if (!pair) break;
        const target = (
          key && depth === path.length - 1 ? pair.key : pair.value
        ) as Node | null;
        offset = (target ?? (pair.key as Node)).range?.[0] ?? offset;
        node = pair.value;
      } else if (isSeq(node) && typeof step === 'number') {
        const item = node.items[step] as Node | undefined;
        if (!item) break;
        offset = item.range?.[0] ?? offset;
        node = item;
      } else break;
    }
    const [start, end] = (isScalar(node) && node.range) || [0, 0];
    const within = source.slice(start, end).indexOf(part.split('\n')[0] ?? '');
    return at(part !== '' && within >= 0 && end > 0 ? start + within : offset);
  };
  return {
    problems: [],
    surprises: findSurprises(document, source, at),
    fields: {
      value: value as Fields['value'],
      positionOf: (path) => find(path),
      positionOfKey: (path) => find(path, { key: true }),
      positionWithin: (path, part) => find(path, { part }),
    },
  };
}

/**
 * Indents continuation lines of quoted text. YAML requires them to be deeper than the key; Ruby's
 * and most JavaScript parsers do not, so many blogs have them at the margin.
 */
function indentQuotes(text: string): string {
  const quoted = /^([\w-]+:[ \t]+)("(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*')[ \t]*$/gmu;
  return text.replace(
    quoted,
    (_, key: string, value: string) => key + value.replace(/\n(?=\S)/gu, '\n '),
  );
}

/** Finds text that begins with `*`, which YAML reads as an alias of an unknown anchor. */
function findUnknownAlias(document: Document): number | undefined {
  let found: number | undefined;
  visit(document, {
    Alias: (_, node) => {
      if (node.resolve(document) !== undefined) return undefined;
      found = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** Replaces unquoted `null` and `~` with the empty text. */
function emptyNulls(document: Document): void {
  visit(document, {
    Scalar: (key, node) => {
      if (key !== 'key' && node.type === 'PLAIN' && /^(?:~|null)$/u.test(String(node.value)))
        node.value = '';
    },
  });
}

/** The start of a second document with more than comments; undefined if there is none. */
function secondDocument(source: string, end = source.length): number | undefined {
  const field = /^(?![ \t]*(?:#|(?:---|\.\.\.)[ \t\r]*$))[ \t]*\S/mu.exec(source.slice(end));
  return field ? end + field.index : undefined;
}

function none(firstLine: number): Fields {
  const start = () => ({ line: firstLine, column: 1 });
  return {
    value: Object.create(null),
    positionOf: start,
    positionOfKey: start,
    positionWithin: start,
  };
}

function toValue(value: unknown): FieldValue {
  if (value instanceof Map) {
    const object: { [key: string]: FieldValue } = Object.create(null);
    for (const [key, item] of value)
      object[typeof key === 'string' ? key : String(key)] = toValue(item);
    return object;
  }
  if (Array.isArray(value)) return value.map(toValue);
  if (value instanceof Set) return [...value].map(toValue); // `!!set`
  return value === null || value === undefined ? '' : String(value);
}
