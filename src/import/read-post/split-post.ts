import { splitFrontMatter } from '../../content/article/split-front-matter.ts';
import { type Fields, maxFrontMatterLength } from '../../content/fields/fields.ts';
import { findNesting, nestingCure, nestingMessage } from '../../content/fields/find-nesting.ts';
import { parseTomlFields } from '../../content/fields/parse-toml-fields.ts';
import { parseYamlFields } from '../../content/fields/parse-yaml-fields.ts';

import { otherFrontMatter } from './other-front-matter.ts';

interface PostParts {
  readonly format: 'yaml' | 'toml' | 'json' | 'none';
  readonly fields: Fields;
  readonly body: string;
  /** Line of the file at which the body begins. */
  readonly bodyLine: number;
}

interface PostFault {
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

/** Splits a text with LF line ends into its fields (YAML, TOML, JSON or none) and body. */
export function splitPost(text: string): PostParts | PostFault {
  if (/^\{\s*(?:"|\}\s*$)/u.test(text)) return splitJson(text);
  const other = otherFrontMatter(text);
  if (other !== undefined) {
    const { format, written, line, body, bodyLine } = other;
    const parsed =
      format === 'toml' ? parseTomlFields(written, line) : parseYamlFields(written, line);
    if (!parsed.fields) return faultOf(format, parsed.problems[0]);
    return { format, fields: parsed.fields, body, bodyLine };
  }
  const parts = splitFrontMatter(text);
  if (parts.unclosedLine !== undefined && !/^[-+]{3}\s*\n\s*[\w"]+[ \t]*[:=]/u.test(text)) {
    return { format: 'none', fields: parseNothing(), body: text, bodyLine: 1 };
  }
  if (parts.unclosedLine !== undefined) {
    const reason = 'the front matter has no closing line; repeat the first line below its last';
    return { line: parts.unclosedLine, column: 1, reason };
  }
  const { length } = parts.frontMatter;
  if (length > maxFrontMatterLength) {
    const reason = `the front matter has ${length} characters, more than ${maxFrontMatterLength}; put long text below it`;
    return { line: parts.frontMatterLine, column: 1, reason };
  }
  const parse = parts.format === 'toml' ? parseTomlFields : parseYamlFields;
  const parsed = parse(parts.frontMatter, parts.frontMatterLine);
  if (!parsed.fields) return faultOf(parts.format, parsed.problems[0]);
  const { format, body, bodyLine } = parts;
  return { format, fields: parsed.fields, body, bodyLine };
}

/** JSON's parser validates; YAML's parser gives the position of every field. */
function splitJson(text: string): PostParts | PostFault {
  const end = /^\}[ \t]*$/mu.exec(text);
  const stop = end ? end.index + 1 : text.indexOf('}\n') + 1;
  if (stop === 0) {
    return { line: 1, column: 1, reason: 'the JSON front matter has no closing brace' };
  }
  const written = text.slice(0, stop);
  const deep = findNesting(written, 1);
  if (deep !== undefined)
    return faultOf('json', { ...deep, message: nestingMessage, cure: nestingCure });
  try {
    JSON.parse(written);
  } catch (error) {
    const offset = Number(/position (\d+)/u.exec((error as Error).message)?.[1] ?? 0);
    const before = written.slice(0, offset).split('\n');
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return faultOf('json', { ...place, message: (error as Error).message });
  }
  const parsed = parseYamlFields(written.replaceAll('\t', '  '), 1);
  if (!parsed.fields) return faultOf('json', parsed.problems[0]);
  const body = text.slice(stop).replace(/^[ \t]*\n/u, '');
  const bodyLine = text.slice(0, text.length - body.length).split('\n').length;
  return { format: 'json', fields: parsed.fields, body, bodyLine };
}

function parseNothing(): Fields {
  const start = () => ({ line: 1, column: 1 });
  const positions = { positionOf: start, positionOfKey: start, positionWithin: start };
  return { value: Object.create(null), ...positions };
}

function faultOf(
  format: string,
  problem: { line: number; column: number; message: string; cure?: string } | undefined,
): PostFault {
  const { line = 1, column = 1, message = 'it cannot be read', cure } = problem ?? {};
  return {
    line,
    column,
    reason: `the front matter is not valid ${format.toUpperCase()}: ${message.split('\n')[0]}${cure ? `; ${cure}` : ''}`,
  };
}
