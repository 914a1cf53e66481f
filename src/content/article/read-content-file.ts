import type { z } from 'astro/zod';
import { canonicalLanguage } from '../../language/canonical-language.ts';
import { directionOf } from '../../language/direction.ts';
import { measureText } from '../../language/measure-text.ts';
import { quotationMarks } from '../../language/quotation-marks.ts';
import { type OwnWords, wordsFor } from '../../language/words-for.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { missingValue, type Problem, wrongValue } from '../../system/problems/problem.ts';
import { checkFields } from '../fields/check-fields.ts';
import { type Fields, type FieldValue, maxFrontMatterLength } from '../fields/fields.ts';
import { findInvisible, nameCharacter } from '../fields/invisible-characters.ts';
import { parseTomlFields } from '../fields/parse-toml-fields.ts';
import { parseYamlFields } from '../fields/parse-yaml-fields.ts';
import { toSurpriseWarnings, toSyntaxProblems } from '../fields/syntax-problems.ts';
import type { OwnSteps } from '../markdown/markdown-steps.ts';
import { type RenderedMarkdown, renderMarkdown } from '../markdown/render-markdown.ts';
import { toTextWords } from '../markdown/text-words.ts';
import type { ContentFile } from './content-file.ts';
import { type ContentKind, parseContentFileName } from './content-file-name.ts';
import { contentKind, cureOfForeign, schemaOf, titleFields } from './content-kind.ts';
import { decodeContentFile } from './decode-content-file.ts';
import type { ContentFields } from './front-matter.ts';
import type { Holds } from './hold-fields.ts';
import { joinFolded } from './join-folded.ts';
import { type DataHashes, type LoadData, readDataFiles } from './read-data-files.ts';
import { readHolds } from './read-holds.ts';
import { readSynonyms } from './read-synonyms.ts';
import { type FrontMatterParts, splitFrontMatter } from './split-front-matter.ts';

export interface ReadOptions {
  /** Path below the content folder, with `/`. */
  readonly path: string;
  /** Path as shown in problems. */
  readonly file: string;
  readonly languages: readonly string[];
  readonly nesting: number;
  /** The publication's, in which times of live entries are shown. Default: UTC. */
  readonly timeZone?: string;
  /** Returns the key of the rendered text, from everything that it depends on. */
  readonly keyOf: (dependencies: string) => string;
  /** Words of the interface that the publication changes or adds. */
  readonly words?: OwnWords | undefined;
  /** Steps of the publication for texts. */
  readonly steps?: OwnSteps | undefined;
  /** Loads the data files of tables and charts. Without it there are none. */
  readonly loadData?: LoadData;
}

export interface ContentFileReading {
  /** Absent if there is an error. */
  readonly content?: ContentFile;
  /** The readable part of a file with errors, to check it for further problems. */
  readonly faulty?: ContentFile;
  readonly rendered?: RenderedMarkdown;
  readonly problems: readonly Problem[];
  /** The data files that the reading depends on. Absent if there are none. */
  readonly data?: DataHashes;
}

/** Reads a Markdown file: a content file with its rendered text, or all its problems. */
export function readContentFile(bytes: Uint8Array, options: ReadOptions): ContentFileReading {
  const { file, path, loadData } = options;
  const decoded = decodeContentFile(bytes, file);
  if (decoded.text === undefined) return { problems: decoded.problem ? [decoded.problem] : [] };
  const parts = splitFrontMatter(decoded.text);
  const { front, problems } = readFrontMatter(parts, file, path);
  const name = parseContentFileName(path, options.languages, front?.kind);
  const written = front?.sound.lang;
  const given = written === undefined ? name.language : canonicalLanguage(written);
  const language = given ?? options.languages[0] ?? 'en';
  if (front && written !== undefined && given === undefined) {
    problems.push({
      severity: 'error',
      file,
      ...front.fields.positionOf(['lang']),
      field: 'lang',
      message: wrongValue('a language tag such as en or zh-Hans', quote(written)),
    });
  }
  const known =
    options.languages.find((item) => item.toLowerCase() === language.toLowerCase()) ?? language;
  const { words } = wordsFor(known, options.words);
  const rendering = {
    language: known,
    direction: directionOf(known),
    quotes: quotationMarks(known),
    ...toTextWords(words),
    limits: { nesting: options.nesting },
    ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }),
  };
  const { files, hashes } = readDataFiles(parts.body, { path, file, loadData });
  const data = Object.keys(hashes).length > 0 ? { data: hashes } : {};
  const { rendered, problems: faults } = renderMarkdown(parts.body, {
    dataFiles: files,
    file,
    firstLine: parts.bodyLine,
    ...rendering,
    ...(options.steps === undefined ? {} : { steps: options.steps }),
  });
  // Unrecognized front matter would be reported as text.
  const isBare = parts.format === 'none' || parts.unclosedLine !== undefined;
  problems.push(...(isBare ? faults.filter(({ severity }) => severity === 'error') : faults));
  if (!front) return { problems, ...data };
  const isFaulty = !front.value || problems.some(({ severity }) => severity === 'error');
  const content: ContentFile = {
    path,
    file,
    name,
    language: known,
    fields: joinFolded(front.sound, parts.frontMatter, known),
    ...(Object.keys(front.holds).length > 0 ? { holds: front.holds } : {}),
    ...(front.wrong.length > 0 ? { wrong: front.wrong } : {}),
    places: placesOf(front.fields),
    body: {
      key: options.keyOf(JSON.stringify([parts.body, rendering, ...Object.values(hashes)])),
      lede: rendered.lede,
      length: measureText(rendered.text, known),
      outline: rendered.outline,
      ...(rendered.entries ? { entries: rendered.entries } : {}),
      ids: rendered.ids.filter((id) => rendered.outline.every((entry) => entry.id !== id)),
      references: rendered.references,
    },
    warnings: isFaulty ? [] : problems,
  };
  return isFaulty
    ? { faulty: content, problems, ...data }
    : { content, rendered, problems, ...data };
}

interface Front {
  readonly kind: ContentKind;
  readonly fields: Fields;
  /** Absent if a field is invalid. */
  readonly value?: ContentFields;
  readonly sound: ContentFields;
  readonly wrong: readonly string[];
  readonly holds: Holds;
}

function readFrontMatter(
  parts: FrontMatterParts,
  file: string,
  path: string,
): { front?: Front; problems: Problem[] } {
  const fault = (line: number, column: number, expected: string, got: string, cure: string) => {
    const at = { severity: 'error' as const, file, line, column, field: 'front matter' };
    return { problems: [{ ...at, message: wrongValue(expected, got), cure }] };
  };
  if (parts.unclosedLine !== undefined) {
    return fault(
      parts.unclosedLine,
      1,
      'a line that closes the front matter',
      'the end of the file',
      'repeat the first line below the last field',
    );
  }
  if (parts.format === 'none') {
    const { line, column, got, cure } = explainOpening(parts.body);
    return fault(line, column, '`---` or `+++` in the first line', got, cure);
  }
  const { format, frontMatter: text, frontMatterLine: firstLine } = parts;
  if (text.length > maxFrontMatterLength) {
    const expected = `front matter of at most ${maxFrontMatterLength} characters`;
    const cure = 'put long text below it, and remove empty lines';
    return fault(firstLine, 1, expected, `${text.length}`, cure);
  }
  const parse = format === 'toml' ? parseTomlFields : parseYamlFields;
  const parsed = parse(text, firstLine);
  if (!parsed.fields) {
    const source = { file, field: 'front matter', text, firstLine };
    const named = { ...source, format: format === 'toml' ? 'TOML' : 'YAML' } as const;
    return { problems: toSyntaxProblems(parsed.problems, named) };
  }
  const surprises = toSurpriseWarnings(parsed.surprises, file);
  const held = readHolds(parsed.fields, file);
  // Dates under other names count as dates.
  const kind = contentKind(path, readSynonyms(held.rest, file).fields);
  const { fields, problems: ofNames } = readSynonyms(held.rest, file, kind);
  const schema: z.ZodType<ContentFields> = schemaOf[kind];
  const { value, sound, wrong, problems } = checkFields(schema, fields, file, (field) =>
    cureOfForeign(field, kind, path),
  );
  const all = [...surprises, ...held.problems, ...ofNames, ...problems];
  const { field, expected } = titleFields[kind];
  if (sound?.[field] === undefined && !wrong.includes(field)) {
    const cure = `add \`${field}: …\``;
    const at = fields.value[field] === undefined ? {} : fields.positionOfKey([field]);
    all.push({
      severity: 'error',
      ...{ file, line: 1, column: 1, ...at },
      field,
      message: missingValue(expected),
      cure,
    });
  }
  // The schema requires no field, so it accepts the valid ones.
  if (!sound) return { problems: all };
  const front = { kind, fields, sound, wrong, holds: held.holds };
  return { front: value ? { ...front, value } : front, problems: all };
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

/**
 * Explains why a text has no front matter: what the first line is instead of a fence, its position
 * (from 1), and the cure.
 */
function explainOpening(text: string): {
  readonly line: number;
  readonly column: number;
  readonly got: string;
  readonly cure: string;
} {
  const lines = text.split('\n');
  const [first = ''] = lines;
  const at = { line: 1, column: 1 };
  const hidden = findInvisible(first);
  if (hidden && /^(?:---|\+\+\+)$/u.test(first.replaceAll(hidden.character, '').trim())) {
    const got = `${nameCharacter(hidden.character)}, which nobody sees`;
    return { line: 1, column: hidden.index + 1, got, cure: 'remove it' };
  }
  if (/^\s*[-–—−‐‑―]+\s*$/u.test(first)) {
    const cure = 'write three hyphens, `---`, and nothing else on the line';
    return { ...at, got: quote(first), cure };
  }
  const fence = lines.findIndex((line) => line.trim() !== '');
  if (fence > 0 && /^(?:---|\+\+\+)\s*$/u.test(lines[fence] ?? '')) {
    const cure = `remove what is above line ${fence + 1}`;
    return { ...at, got: 'an empty line', cure };
  }
  return { ...at, got: quote(first), cure: 'begin with `---`, `title: …`, `date: …`, `---`' };
}
