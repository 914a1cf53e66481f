import { z } from 'astro/zod';
import { quote } from '../../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import { findInField, mayHoldMarkup } from '../markdown/unsupported/find-in-field.ts';
import type { Range } from '../markdown/unsupported/finding.ts';
import {
  findFieldComments,
  removeHiddenComments,
} from '../markdown/unsupported/hidden-comments.ts';
import type { FieldPath, Fields, FieldValue } from './fields.ts';
import { isForReaders } from './text-field.ts';

/** The maximum number of markup warnings for one file. */
const maxReported = 30;

/** Removes hidden comments (`<!-- ask -->`, `%%ask%%`) from values. Reports each as a problem. */
export function removeComments(
  fields: Fields,
  file: string,
): { readonly value: Fields['value']; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const walk = (value: FieldValue, path: FieldPath): FieldValue => {
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, index]));
    if (typeof value === 'object')
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, walk(item, [...path, key])]),
      );
    // URLs may contain these characters.
    if (/^\S+:\/\/\S+$/u.test(value)) return value;
    const { ranges, open } = findFieldComments(value);
    for (const range of [...ranges, ...open]) {
      if (problems.length >= maxReported) break;
      const written = value.slice(...range);
      const isOpen = open.includes(range);
      problems.push({
        severity: 'warning',
        file,
        ...fields.positionWithin(path, written),
        field: path.join('.'),
        message: wrongValue(
          isOpen ? 'a remark that closes' : 'text for readers',
          isOpen ? quote(written) : `${quote(written)} (a hidden comment)`,
        ),
        cure: isOpen
          ? 'readers see all of it; write where the remark ends, or remove it'
          : 'it is not published; remove it when it is no longer needed',
      });
    }
    return drop(value, ranges);
  };
  return { value: walk(fields.value, []) as Fields['value'], problems };
}

/** Removes hidden comments from one value. */
export function removeCommentsIn(value: string): string {
  return drop(value, findFieldComments(value).ranges);
}

function drop(value: string, ranges: readonly Range[]): string {
  return ranges.length === 0
    ? value
    : removeHiddenComments(value, ranges)
        .replace(/[ \t]{2,}/gu, ' ')
        .trim();
}

/** Warns about markup in plain text for readers, which schemas mark with `text`. */
export function reportMarkup(
  schema: z.ZodType,
  value: unknown,
  fields: Fields,
  file: string,
): Problem[] {
  const problems: Problem[] = [];
  for (const [path, text] of textsIn(schema, value)) {
    const named = path.filter((step) => step !== '');
    for (const { written, name, cure } of findInField(text)) {
      problems.push({
        severity: 'warning',
        file,
        ...fields.positionWithin(named, written),
        field: named.join('.'),
        message: wrongValue('plain text', `${quote(written)} (${name})`),
        cure,
      });
      if (problems.length >= maxReported) return problems;
    }
  }
  return problems;
}

/** Yields the texts for readers in a value, each with its path. */
function* textsIn(
  schema: z.core.$ZodType,
  value: unknown,
  path: FieldPath = [],
): Generator<[FieldPath, string]> {
  if (value === undefined) return;
  if (isForReaders(schema)) {
    if (typeof value === 'string') yield [path, value];
    return;
  }
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'prefault':
      yield* textsIn(def.innerType, value, path);
      break;
    case 'pipe':
      if (!(def.in instanceof z.ZodTransform)) yield* textsIn(def.in, value, path);
      // A mapping that may be written as a single text.
      else if (typeof value !== 'string' || mayHoldMarkup(value))
        yield* textsIn(def.out, toMapping(def.in, value), path);
      break;
    case 'array':
      if (!Array.isArray(value)) return;
      for (const [index, item] of value.entries())
        yield* textsIn(def.element, item, [...path, index]);
      break;
    case 'object':
    case 'record':
      if (typeof value !== 'object' || value === null) return;
      for (const [key, item] of Object.entries(value)) {
        const own = def.type === 'object' ? def.shape[key] : def.valueType;
        if (own) yield* textsIn(own, item, [...path, key]);
      }
  }
}

function toMapping(schema: z.ZodTransform, value: unknown): unknown {
  return schema.safeParse(value).data;
}
