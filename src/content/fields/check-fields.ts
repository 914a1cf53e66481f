import { z } from 'astro/zod';
import { quote } from '../../system/problems/format-problem.ts';
import { nearestName, suggestName } from '../../system/problems/nearest-name.ts';
import { missingValue, type Problem, wrongValue } from '../../system/problems/problem.ts';
import { removeComments, reportMarkup } from './check-plain-text.ts';
import type { FieldPath, Fields, FieldValue } from './fields.ts';
import {
  cureOfInvisible,
  findInvisible,
  isBlank,
  nameBlank,
  nameCharacter,
  withoutInvisible,
} from './invisible-characters.ts';

export interface Checked<T> {
  /** The parsed value. Absent if there is an error. */
  readonly value?: T;
  /** The value parsed without the invalid top-level fields. Absent if that fails too. */
  readonly sound?: T;
  /** The invalid top-level fields. */
  readonly wrong: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Validates fields against a Zod schema. A schema's `error` text completes "expected …" in the
 * message. Hidden comments are removed and empty fields count as absent. Hidden comments, unknown
 * fields (with the field probably meant) and markup in plain text are warnings. Everything else is
 * an error. `file` is the path shown in problems. `cureOfUnknown` explains unknown fields at the top.
 */
export function checkFields<S extends z.ZodType>(
  schema: S,
  fields: Fields,
  file: string,
  cureOfUnknown: (field: string) => string | undefined = () => undefined,
): Checked<z.output<S>> {
  const { value, problems: remarks } = removeComments(fields, file);
  const problems: Problem[] = [...remarks];
  let input = (withoutEmpty(value) ?? {}) as object;
  let result = schema.safeParse(input);
  const unknown =
    result.error?.issues.filter((issue) => issue.code === 'unrecognized_keys') ?? [];
  if (unknown.length > 0) {
    for (const issue of unknown) {
      const path = issue.path as FieldPath;
      const known = knownKeys(schema, path);
      for (const key of issue.keys) {
        const problem = unknownField(fields, file, path, key, known);
        const cure = path.length === 0 ? cureOfUnknown(key) : undefined;
        problems.push(cure === undefined ? problem : { ...problem, cure });
      }
      input = without(input, path, issue.keys) as typeof input;
    }
    result = schema.safeParse(input);
  }
  problems.push(...reportMarkup(schema, input, fields, file));
  if (result.success) return { value: result.data, sound: result.data, wrong: [], problems };
  for (const issue of result.error.issues) {
    // `byLanguage` puts a value for all languages below the key ''.
    const path = (issue.path as FieldPath).filter((step) => step !== '');
    const got = valueAt(input, path);
    problems.push({
      severity: 'error',
      file,
      ...fields.positionOf(path),
      field: path.join('.') || 'front matter',
      message:
        got === undefined || got === ''
          ? missingValue(issue.message)
          : wrongValue(issue.message, describe(got)),
      ...cureOf(issue, got),
    });
  }
  const wrong = [...new Set(result.error.issues.map(({ path }) => String(path[0])))];
  const sound = schema.safeParse(without(input, [], wrong));
  return { ...(sound.success ? { sound: sound.data } : {}), wrong, problems };
}

/**
 * The cure of an issue: what the schema gives (`params: { cure }`), else the nearest of the values
 * that the schema lists or that its text names in backticks.
 */
function cureOf(issue: z.core.$ZodIssue, got: unknown): { cure?: string } {
  const params = issue.code === 'custom' ? issue.params : undefined;
  if (typeof params?.['cure'] === 'string') return { cure: params['cure'] };
  const named = [...issue.message.matchAll(/`([\w-]+)`/gu)].map(([, value = '']) => value);
  return suggestName(got, issue.code === 'invalid_value' ? issue.values.map(String) : named);
}

function unknownField(
  fields: Fields,
  file: string,
  path: FieldPath,
  key: string,
  known: readonly string[],
): Problem {
  const hidden = findInvisible(key);
  const seen = withoutInvisible(key);
  if (hidden && (known.includes(seen) || known.length === 0)) {
    const { line, column } = fields.positionOfKey([...path, key]);
    return {
      severity: 'warning',
      ...{ file, line, column: column + hidden.index },
      field: [...path, seen].join('.'),
      message: wrongValue(
        'a known field',
        `${quote(seen)} with ${nameCharacter(hidden.character)}, which nobody sees`,
      ),
      cure: cureOfInvisible(hidden.character),
    };
  }
  const meant = probablyMeant(key, known);
  return {
    severity: 'warning',
    file,
    ...fields.positionOfKey([...path, key]),
    field: [...path, key].join('.'),
    message: wrongValue('a known field', quote(key)),
    cure: meant === undefined ? 'it is not used' : `did you mean \`${meant}\`?`,
    once: `unknown ${[...path, key].join('.')}`,
  };
}

/**
 * The known field that an unknown one probably means: another generator's name for it, or a typing
 * error.
 */
function probablyMeant(key: string, known: readonly string[]): string | undefined {
  const name = key.toLowerCase();
  const synonym = fieldSynonyms[name];
  if (synonym !== undefined && known.includes(synonym)) return synonym;
  return nearestName(name, known);
}

/** Describes a value for a message. */
function describe(value: unknown): string {
  if (typeof value === 'string') {
    return isBlank(value) ? nameBlank(value) : quote(value);
  }
  return Array.isArray(value) ? `a list of ${value.length}` : 'a mapping';
}

function withoutEmpty(value: FieldValue): FieldValue | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) return value.map((item) => withoutEmpty(item) ?? '');
  const entries = Object.entries(value)
    .map(([key, item]) => [key, withoutEmpty(item)] as const)
    .filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries) as FieldValue;
}

function valueAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    // A text may be written instead of a list of one.
    (current, step) =>
      typeof current === 'string'
        ? current
        : (current as Record<string | number, unknown> | undefined)?.[step],
    value,
  );
}

function without(value: unknown, path: FieldPath, keys: readonly string[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    const entries = Object.entries(value as object).filter(([key]) => !keys.includes(key));
    return Object.fromEntries(entries);
  }
  if (Array.isArray(value))
    return value.with(step as number, without(value[step as number], rest, keys));
  const object = value as Record<string, unknown>;
  return { ...object, [step]: without(object[step as string], rest, keys) };
}

/** The keys that the schema knows at a path. Empty if it accepts any. */
function knownKeys(schema: z.ZodType, path: FieldPath): readonly string[] {
  let current: unknown = schema;
  for (const step of [...path, undefined]) {
    current = unwrap(current);
    if (step === undefined) break;
    current =
      typeof step === 'number'
        ? (current as z.ZodArray).element
        : (current as z.ZodObject).shape?.[step];
  }
  return Object.keys((current as z.ZodObject | undefined)?.shape ?? {});
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return unwrap(schema.unwrap());
  }
  if (schema instanceof z.ZodPipe) {
    const { in: before, out: after } = schema;
    return unwrap(before instanceof z.ZodTransform ? after : before);
  }
  return schema;
}

/** Names of fields in other generators (Jekyll, Hugo, Eleventy, Astro themes, WordPress). */
const fieldSynonyms: Readonly<Record<string, string>> = {
  author: 'authors',
  byline: 'authors',
  categories: 'topics',
  category: 'section',
  cover: 'image',
  deck: 'summary',
  description: 'summary',
  excerpt: 'summary',
  featured_image: 'image',
  headline: 'title',
  keywords: 'topics',
  language: 'lang',
  lastmod: 'updated',
  license: 'licence',
  locale: 'lang',
  modified: 'updated',
  permalink: 'aliases',
  pubdate: 'date',
  pubdatetime: 'date',
  publishdate: 'date',
  redirect_from: 'aliases',
  redirect_to: 'canonical',
  subtitle: 'summary',
  tags: 'topics',
  thumbnail: 'image',
  updated_at: 'updated',
  updateddate: 'updated',
};
