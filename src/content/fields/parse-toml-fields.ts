import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import type { Explanation } from './explain-yaml.ts';
import type { FieldPath, FieldValue, ParsedFields, Position } from './fields.ts';
import { findNesting, nestingCure, nestingMessage } from './find-nesting.ts';

interface Places {
  readonly values: Map<string, Position>;
  readonly keys: Map<string, Position>;
}

/**
 * Parses TOML into fields. Values other than strings (dates, numbers, `true`) become their source
 * text. `firstLine` is the line of the file where the text begins. Syntax errors and duplicate
 * keys are problems. Never throws.
 */
export function parseTomlFields(text: string, firstLine: number): ParsedFields {
  const deep = findNesting(text, firstLine);
  if (deep !== undefined)
    return { problems: [{ ...deep, message: nestingMessage, cure: nestingCure }] };
  let program: AST.TOMLProgram;
  try {
    program = parseTOML(text);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const place = { line: error.lineNumber + firstLine - 1, column: error.column + 1 };
    const lines = text.split('\n');
    const line = lines[error.lineNumber - 1] ?? '';
    const doubled = /multiple times/u.test(error.message) && keyOf(line, error.column);
    if (!doubled)
      return { problems: [{ ...place, ...explainToml(error.message, line, error.column) }] };
    const first = lines.findIndex((item) => keyOf(item, 0) === doubled) + firstLine;
    const message = `\`${doubled}\` is given in line ${first} already`;
    return {
      problems: [
        { ...place, message, cure: 'give each key once: remove one of the two lines' },
      ],
    };
  }
  const places: Places = { values: new Map(), keys: new Map() };
  const value = emptyObject();
  const table = program.body[0];
  for (const item of table.body) {
    if (item.type === 'TOMLKeyValue') {
      assign(value, [], item, text, places);
      continue;
    }
    const target = makeTable(value, item.resolvedKey);
    const id = item.resolvedKey.join('\0');
    places.values.set(id, positionOf(item.key));
    places.keys.set(id, positionOf(item.key));
    for (const pair of item.body) assign(target, item.resolvedKey, pair, text, places);
  }
  const find = (map: Map<string, Position>) => (path: FieldPath) => {
    for (let length = path.length; length > 0; length--) {
      const place =
        map.get(path.slice(0, length).join('\0')) ??
        places.values.get(path.slice(0, length).join('\0'));
      if (place) return { line: place.line + firstLine - 1, column: place.column };
    }
    return { line: firstLine, column: 1 };
  };
  const findValue = find(places.values);
  const positionWithin = (path: FieldPath, part: string): Position => {
    const { line, column } = findValue(path);
    const lines = text.split('\n').slice(line - firstLine);
    const rows = [lines[0]?.slice(column - 1) ?? '', ...lines.slice(1)];
    const first = part.split('\n')[0] ?? '';
    const row = rows
      .slice(0, part.split('\n').length + 100)
      .findIndex((row) => row.includes(first));
    // Only past the end of the value if it contains escapes.
    if (row < 0 || rows.slice(1, row + 1).some((row) => /^\s*[\w.-]+\s*=/u.test(row)))
      return { line, column };
    const at = (rows[row] ?? '').indexOf(first) + 1;
    return { line: line + row, column: row === 0 ? column + at - 1 : at };
  };
  return {
    problems: [],
    surprises: [],
    fields: {
      value,
      positionOf: findValue,
      positionOfKey: find(places.keys),
      positionWithin,
    },
  };
}

/** The key or table at the start of a line. */
function keyOf(line: string, column: number): string {
  return /^\s*\[*\s*([^\s=\]]+)/u.exec(line.slice(column))?.[1] ?? line.trim();
}

function positionOf(node: { loc: AST.SourceLocation }): Position {
  return { line: node.loc.start.line, column: node.loc.start.column + 1 };
}

function emptyObject(): { [key: string]: FieldValue } {
  return Object.create(null);
}

/** The mapping at `path`. Creates it if necessary. */
function makeTable(top: { [key: string]: FieldValue }, path: FieldPath) {
  let current: FieldValue = top;
  for (const [index, step] of path.entries()) {
    const fresh = (): FieldValue => (typeof path[index + 1] === 'number' ? [] : emptyObject());
    const holder = current as Record<string | number, FieldValue>;
    holder[step] ??= fresh();
    current = holder[step];
  }
  return current as { [key: string]: FieldValue };
}

function assign(
  target: { [key: string]: FieldValue },
  base: FieldPath,
  pair: AST.TOMLKeyValue,
  text: string,
  places: Places,
): void {
  const names = pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
  const path = [...base, ...names];
  places.keys.set(path.join('\0'), positionOf(pair.key));
  const holder = makeTable(target, names.slice(0, -1));
  holder[names.at(-1) as string] = toValue(pair.value, path, text, places);
}

function toValue(
  node: AST.TOMLContentNode,
  path: FieldPath,
  text: string,
  places: Places,
): FieldValue {
  places.values.set(path.join('\0'), positionOf(node));
  switch (node.type) {
    case 'TOMLArray':
      return node.elements.map((item, index) => toValue(item, [...path, index], text, places));
    case 'TOMLInlineTable': {
      const object = emptyObject();
      for (const pair of node.body) assign(object, path, pair, text, places);
      return object;
    }
    case 'TOMLValue':
      return node.kind === 'string' ? node.value : text.slice(...node.range);
  }
}

/**
 * Explains a TOML parser error in words that the author can act on. `line` is the line with the
 * error.
 */
function explainToml(message: string, line: string, column: number): Explanation {
  const [, key = '', text = ''] = /^\s*([\w.-]+)\s*[=:]\s*(.*?)\s*$/u.exec(line) ?? [];
  const quoted = text === '' || text.length > 80 ? 'put the text in quotes' : undefined;
  const inQuotes = (words: string) =>
    quoted ??
    `put the text in quotes: \`${key} = ${JSON.stringify(words.replace(/^[“”„"']|[“”"']$/gu, ''))}\``;
  if (/^\s*[\w.-]+\s*:/u.test(line))
    return { message: 'a colon in place of `=`', cure: inQuotes(text) };
  if (/unterminated/iu.test(message))
    return { message: 'a quotation mark that is not closed', cure: 'close it' };
  if (/escape/iu.test(message))
    return {
      message: 'a backslash within double quotes',
      cure: 'put the text in single quotes, or write each backslash twice',
    };
  if (/comma/iu.test(message))
    return { message: 'no comma between two items', cure: 'write a comma' };
  if (/equal/iu.test(message))
    return { message: 'a line that is not a field', cure: 'write it as `name = "text"`' };
  if (/newline/iu.test(message))
    return { message: 'text behind a closing sign', cure: 'put all of the text in quotes' };
  const isStart = key !== '' && line.slice(0, column).includes('=') && !/^["'[{]/u.test(text);
  return isStart
    ? { message: 'text without quotes', cure: inQuotes(text) }
    : { message: 'a sign with another meaning', cure: 'put text in quotes' };
}
