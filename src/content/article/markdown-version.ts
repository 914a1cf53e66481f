import type { Root } from 'mdast';
import { parseTOML } from 'toml-eslint-parser';
import { visit } from 'unist-util-visit';
import { Lexer, stringify } from 'yaml';
import { removeComments } from '../fields/check-plain-text.ts';
import type { FieldValue } from '../fields/fields.ts';
import { parseTomlFields } from '../fields/parse-toml-fields.ts';
import { parseYamlFields } from '../fields/parse-yaml-fields.ts';
import { needsReference } from '../markdown/needs-reference.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import {
  findFieldComments,
  findHiddenComments,
} from '../markdown/unsupported/hidden-comments.ts';
import { type Follow, followAddresses } from './follow-addresses.ts';
import type { Genre } from './genre.ts';
import { readSynonyms } from './read-synonyms.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/**
 * Creates the Markdown version of an article: its source text without notes that pages never
 * print. These are comments (`#` in front matter, `<!-- … -->` in text and fields), hidden comments
 * of other programs (`%%ask again%%`) and unused definitions, such as `[//]: # (ask again)`.
 * `text` is a valid source as `decodeContentFile` returns it. `follow` resolves addresses within the
 * publication. `image` is the featured picture as written. `genre` is
 * written into front matter that does not say it, because it is inherited.
 */
export function toMarkdownVersion(
  text: string,
  {
    follow,
    image,
    genre,
  }: {
    readonly follow?: Follow;
    readonly image?: string | undefined;
    readonly genre?: Genre | undefined;
  } = {},
): string {
  const { format, frontMatter, body } = splitFrontMatter(text);
  const plain = withoutNotes(format === 'none' ? text : body);
  const followed = follow ? followAddresses(plain, follow) : plain;
  if (format === 'none') return followed;
  const { fence, fields } =
    format === 'yaml'
      ? withoutRemarks(withoutComments(frontMatter), parseYamlFields, '---')
      : withoutRemarks(tomlFields(frontMatter), parseTomlFields, '+++');
  const picture = image === undefined ? undefined : follow?.(image, 'picture');
  const named =
    image === undefined || picture === undefined ? fields : withPicture(fields, image, picture);
  const said = genre === undefined ? named : withGenre(named, genre, fence);
  return `${fence}\n${said.trimEnd()}\n${fence}\n${followed}`;
}

/** Adds `kind` above fields that do not have it under any name. */
function withGenre(text: string, genre: Genre, fence: string): string {
  const isToml = fence === '+++';
  const { fields } = (isToml ? parseTomlFields : parseYamlFields)(text, 1);
  if (!fields || readSynonyms(fields, '').fields.value['kind'] !== undefined) return text;
  if (isToml) return `kind = "${genre}"\n${text}`;
  // Fields in braces, as in JSON, have no line above them.
  return text.trimStart().startsWith('{')
    ? stringify({ kind: genre, ...(fields.value as object) })
    : `kind: ${genre}\n${text}`;
}

/** Replaces the file of the featured picture with its address. */
function withPicture(fields: string, file: string, address: string): string {
  const written = file.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
  const value = new RegExp(
    `(?<=(?:^|[\\s{,"'.])(?:file|image)["']?[ \\t]*[:=][ \\t]*)(["']?)${written}\\1(?=[ \\t]*(?:[,}\\n]|$))`,
    'u',
  );
  return fields.replace(value, () => JSON.stringify(address));
}

type Range = readonly [start: number, end: number];

/** The lexer's mark before a scalar and at the start and end of a document. */
const scalarMark = '\u001f';
const lexerMarks: ReadonlySet<string> = new Set([scalarMark, '\u0002', '\u0018']);

function withoutComments(yaml: string): string {
  const comments: Range[] = [];
  let offset = 0;
  let scalar = false;
  for (const lexeme of new Lexer().lex(yaml)) {
    if (!scalar && lexeme.startsWith('#')) comments.push([offset, offset + lexeme.length]);
    scalar = lexeme === scalarMark;
    if (!lexerMarks.has(lexeme)) offset += lexeme.length;
  }
  if (comments.length === 0) return yaml;
  const plain = cut(yaml, comments);
  // YAML with an error may have been cut at the wrong position.
  const { fields } = parseYamlFields(yaml, 1);
  const value = JSON.stringify(fields?.value);
  return JSON.stringify(parseYamlFields(plain, 1).fields?.value) === value
    ? plain
    : stringify(fields?.value ?? {});
}

/**
 * Removes hidden comments from fields. Writes the fields as YAML if the comments cannot be cut
 * from the source.
 */
function withoutRemarks(
  text: string,
  parse: typeof parseYamlFields,
  fence: string,
): { fence: string; fields: string } {
  const { ranges } = findFieldComments(text);
  const { fields } = parse(text, 1);
  if (ranges.length === 0 || !fields) return { fence, fields: text };
  const { value } = removeComments(fields, '');
  const form = (fields?: FieldValue) => JSON.stringify(fields)?.replace(/(?:\s|\\n)+/gu, '');
  if (form(value) === form(fields.value)) return { fence, fields: text };
  const plain = cut(text, ranges);
  return form(parse(plain, 1).fields?.value) === form(value)
    ? { fence, fields: plain }
    : { fence: '---', fields: stringify(value) };
}

function tomlFields(toml: string): string {
  return cut(
    toml,
    parseTOML(toml).comments.map(({ range }) => range),
  );
}

/** A quick test for possible comments before parsing. */
const notes = /<!--|^ {0,3}\[[^\]]+\]:/mu;

function withoutNotes(written: string): string {
  const markdown = cut(written, findHiddenComments(written).ranges);
  if (!notes.test(markdown)) return markdown;
  const tree = parseMarkdown(markdown, needsReference(markdown) ? 'reference' : 'fast');
  const used = identifiersIn(tree);
  const ranges: Range[] = [];
  visit(tree, (node) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return;
    if (node.type === 'html') {
      const source = markdown.slice(start, end);
      for (const { index, 0: comment } of source.matchAll(htmlComment))
        ranges.push([start + index, start + index + comment.length]);
    } else if (
      node.type === 'image' ||
      node.type === 'imageReference' ||
      node.type === 'link'
    ) {
      const last =
        node.type === 'link' ? node.children.at(-1)?.position?.end.offset : undefined;
      for (const { index, 0: comment } of markdown
        .slice(last ?? start, end)
        .matchAll(wholeComment))
        ranges.push([(last ?? start) + index, (last ?? start) + index + comment.length]);
    } else if (
      (node.type === 'definition' && !used.has(`link ${node.identifier.toUpperCase()}`)) ||
      (node.type === 'footnoteDefinition' && !used.has(`note ${node.identifier.toUpperCase()}`))
    ) {
      ranges.push([start, end]);
    }
  });
  return cut(markdown, ranges);
}

/** HTML Standard, "Comments", with the short forms that end immediately. */
const htmlComment = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))/gu;

/** In a description or a title. */
const wholeComment = /<!--[\s\S]*?--!?>/gu;

function identifiersIn(tree: Root): Set<string> {
  const used = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'linkReference' || node.type === 'imageReference')
      used.add(`link ${node.identifier.toUpperCase()}`);
    if (node.type === 'footnoteReference') used.add(`note ${node.identifier.toUpperCase()}`);
  });
  return used;
}

/** Removes ranges from a text, and lines that become empty. */
function cut(text: string, ranges: readonly Range[]): string {
  let result = '';
  let last = 0;
  for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
    if (start < last) continue;
    result += text.slice(last, start);
    last = end;
    const before = result.slice(result.lastIndexOf('\n') + 1);
    if (before.trim() === '' && /^[ \t]*(?:\n|$)/u.test(text.slice(last))) {
      result = result.slice(0, result.length - before.length);
      const lineEnd = text.indexOf('\n', last);
      last = lineEnd < 0 ? text.length : lineEnd + 1;
    } else if (/^[ \t]*(?:\n|$)/u.test(text.slice(last))) {
      result = result.trimEnd();
    }
  }
  return result + text.slice(last);
}
