import { checkFields } from '../fields/check-fields.ts';
import type { Fields, FieldValue } from '../fields/fields.ts';
import { parseTomlFields } from '../fields/parse-toml-fields.ts';
import { parseYamlFields } from '../fields/parse-yaml-fields.ts';
import { canonicalLanguage } from '../language/canonical-language.ts';
import { measureText } from '../language/measure-text.ts';
import { quotationMarks } from '../language/quotation-marks.ts';
import { wordsFor } from '../language/words-for.ts';
import { type RenderedCopy, renderCopy } from '../markdown/render-copy.ts';
import { quote } from '../problems/format-problem.ts';
import type { Problem } from '../problems/problem.ts';
import type { Copy } from './copy.ts';
import { parseCopyName } from './copy-name.ts';
import { decodeCopy } from './decode-copy.ts';
import { type FrontMatter, frontMatterSchema } from './front-matter.ts';
import { type CopyParts, splitCopy } from './split-copy.ts';

export interface ReadOptions {
  /** Below the content folder, with `/`. */
  readonly path: string;
  /** The same as shown in problems. */
  readonly file: string;
  readonly languages: readonly string[];
  readonly nesting: number;
  /** Gives the key under which the rendered text is kept, from all that it depends on. */
  readonly keyOf: (dependencies: string) => string;
}

export interface ReadCopy {
  /** Absent where a problem is an error. */
  readonly copy?: Copy;
  readonly rendered?: RenderedCopy;
  readonly problems: readonly Problem[];
}

/** Bytes of a Markdown file -> a copy and its rendered text, or all problems of the file. */
export function readCopy(bytes: Uint8Array, options: ReadOptions): ReadCopy {
  const { file, path } = options;
  const decoded = decodeCopy(bytes, file);
  if (decoded.text === undefined) return { problems: decoded.problem ? [decoded.problem] : [] };
  const parts = splitCopy(decoded.text);
  const { fields, front, problems } = readFrontMatter(parts, file);
  const name = parseCopyName(path, options.languages);
  const written = front?.lang;
  const language =
    (written === undefined ? name.language : canonicalLanguage(written)) ??
    options.languages[0] ??
    'en';
  if (fields && written !== undefined && canonicalLanguage(written) === undefined) {
    problems.push({
      severity: 'error',
      file,
      ...fields.positionOf(['lang']),
      field: 'lang',
      expected: 'a language tag such as en or zh-Hans',
      got: quote(written),
    });
  }
  const known =
    options.languages.find((item) => item.toLowerCase() === language.toLowerCase()) ?? language;
  const { footnotes, backToReference } = wordsFor(known).words.article;
  const rendering = {
    language: known,
    quotes: quotationMarks(known),
    footnoteWords: { title: footnotes, back: backToReference },
    limits: { nesting: options.nesting },
  };
  const { copy: rendered, problems: faults } = renderCopy(parts.body, {
    file,
    firstLine: parts.bodyLine,
    ...rendering,
  });
  problems.push(...faults);
  if (!front || !fields || problems.some((problem) => problem.severity === 'error'))
    return { problems };
  const copy: Copy = {
    path,
    file,
    name,
    language: known,
    fields: front,
    places: placesOf(fields),
    body: {
      key: options.keyOf(JSON.stringify([parts.body, rendering])),
      lede: rendered.lede,
      length: measureText(rendered.text, known),
      outline: rendered.outline,
      references: rendered.references,
    },
    warnings: problems,
  };
  return { copy, rendered, problems };
}

/** What mends front matter of which its parser says this. */
function cureOf(format: 'yaml' | 'toml', message: string): string {
  if (format === 'toml') return 'put text in quotes and give each key once';
  if (/\btabs\b/iu.test(message)) return 'begin the line with spaces in place of tabs';
  if (/\bunique\b/iu.test(message)) return 'give each key once';
  return 'put text that holds a colon or begins with a sign in quotes';
}

function readFrontMatter(parts: CopyParts, file: string) {
  const problems: Problem[] = [];
  const fault = (
    line: number,
    column: number,
    expected: string,
    got: string,
    cure?: string,
  ) => {
    const problem = {
      severity: 'error' as const,
      file,
      line,
      column,
      field: 'front matter',
      expected,
      got,
    };
    problems.push(cure === undefined ? problem : { ...problem, cure });
  };
  if (parts.unclosedLine !== undefined) {
    fault(
      parts.unclosedLine,
      1,
      'a line that closes the front matter',
      'the end of the file',
      'repeat the first line below the last field',
    );
    return { problems };
  }
  if (parts.format === 'none') {
    fault(
      1,
      1,
      '`---` or `+++` in the first line',
      quote(parts.body.split('\n')[0] ?? ''),
      'begin with `---`, `title: …`, `date: …`, `---`',
    );
    return { problems };
  }
  const { format } = parts;
  const parse = format === 'toml' ? parseTomlFields : parseYamlFields;
  const parsed = parse(parts.frontMatter, parts.frontMatterLine);
  if (!parsed.fields) {
    for (const { line, column, message } of parsed.problems) {
      const written = parts.frontMatter.split('\n')[line - parts.frontMatterLine] ?? '';
      fault(
        line,
        column,
        `valid ${format.toUpperCase()}`,
        `${quote(written)} (${message})`,
        cureOf(format, message),
      );
    }
    return { problems };
  }
  const checked = checkFields(frontMatterSchema, parsed.fields, file);
  problems.push(...checked.problems);
  if (isMissing(parsed.fields.value['title'])) {
    problems.push({
      ...missing(file),
      field: 'title',
      expected: 'a headline',
      cure: 'add `title: …`',
    });
  }
  return { fields: parsed.fields, front: checked.value as FrontMatter | undefined, problems };
}

/** A field that must be there and is not: said at the top of the file. */
export function missing(file: string) {
  return { severity: 'error' as const, file, line: 1, column: 1, got: 'nothing' };
}

function isMissing(value: FieldValue | undefined): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

function placesOf(fields: Fields): Record<string, [number, number]> {
  const places: Record<string, [number, number]> = {};
  const walk = (value: FieldValue, path: (string | number)[]) => {
    if (path.length > 0) {
      const { line, column } = fields.positionOf(path);
      places[path.join('.')] = [line, column];
    }
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, [...path, index]);
    } else if (typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    }
  };
  walk(fields.value, []);
  return places;
}
