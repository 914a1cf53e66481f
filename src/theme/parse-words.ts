import { checkFields } from '../content/fields/check-fields.ts';
import type { Fields, FieldValue } from '../content/fields/fields.ts';
import { parseYamlFields } from '../content/fields/parse-yaml-fields.ts';
import { toSurpriseWarnings, toSyntaxProblems } from '../content/fields/syntax-problems.ts';
import { languageName } from '../language/language-name.ts';
import { wordForms } from '../language/word-forms.ts';
import type { Words } from '../language/words.ts';
import { missingValue, type Problem } from '../system/problems/problem.ts';
import { wordsSchema } from './words-schema.ts';

export interface ParseWordsOptions {
  /** The path shown in problems. */
  readonly file: string;
  /** A canonical BCP 47 tag. */
  readonly language: string;
  /** The words that the file changes. */
  readonly base: Words;
  /** Whether `base` is in another language, so that the file should have every word. */
  readonly isNew: boolean;
}

/** Parses a file with words of the interface, and puts them over those of `base`. */
export function parseWords(
  text: string,
  { file, language, base, isNew }: ParseWordsOptions,
): { readonly words?: Words; readonly problems: readonly Problem[] } {
  const parsed = parseYamlFields(text, 1);
  if (!parsed.fields) {
    const source = { file, field: 'words', format: 'YAML', firstLine: 1, text } as const;
    return { problems: toSyntaxProblems(parsed.problems, source) };
  }
  const checked = checkFields(wordsSchema(language), parsed.fields, file);
  const empty = emptyTexts(parsed.fields, file);
  const problems = [
    ...toSurpriseWarnings(parsed.surprises, file),
    ...checked.problems,
    ...empty,
  ];
  if (!checked.value || empty.length > 0) return { problems };
  const words = { ...(merge(base, checked.value) as Words), language };
  return {
    words,
    problems: [...problems, ...(isNew ? missing(checked.value, words, file) : [])],
  };
}

/** Other fields may be empty; an empty word would be a label that nobody sees. */
function emptyTexts(fields: Fields, file: string): Problem[] {
  const walk = (value: FieldValue, path: readonly string[]): Problem[] => {
    if (typeof value === 'object' && !Array.isArray(value))
      return Object.entries(value).flatMap(([name, own]) => walk(own, [...path, name]));
    if (typeof value !== 'string' || value.trim() !== '' || path.length === 0) return [];
    return [
      {
        severity: 'error',
        file,
        ...fields.positionOfKey(path),
        field: path.join('.'),
        message: missingValue('text'),
        cure: 'write the word, or remove the line to keep ours',
      },
    ];
  };
  return walk(fields.value, []);
}

function merge(base: object, own: object): object {
  const merged = new Map<string, unknown>(Object.entries(base));
  for (const [name, value] of Object.entries(own)) {
    const before = merged.get(name);
    const isGroup = typeof before === 'object' && before !== null && !('other' in before);
    merged.set(name, isGroup ? merge(before, value) : value);
  }
  return Object.fromEntries(merged);
}

/** One warning for all words that a new language lacks. */
function missing(own: object, words: Words, file: string): Problem[] {
  const all = wordForms(words).map(({ path }) => path);
  const lacking = all.filter((path) => !hasWord(own, path));
  if (lacking.length === 0) return [];
  const count = `${lacking.length} of ${all.length} words`;
  return [
    {
      severity: 'warning',
      ...{ file, line: 1, column: 1, field: 'words' },
      message: `${count} have no text in ${languageName(words.language)}, the first is ${lacking[0]}`,
      cure: 'readers see them in English; docs/reference/words.md lists all',
    },
  ];
}

function hasWord(own: object, path: string): boolean {
  const found = path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)?.[name], own);
  return found !== undefined;
}
