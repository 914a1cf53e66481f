import { parseWrittenDate, type WrittenDate } from '../../language/news-date.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import type { Fields, FieldValue } from '../fields/fields.ts';
import { omitFields } from '../fields/rename-fields.ts';
import { type Holds, holdKind, readHoldField } from './hold-fields.ts';

/** Removes the fields that keep a text unpublished, and reports each that does. */
export function readHolds(
  fields: Fields,
  file: string,
): { holds: Holds; rest: Fields; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const taken: string[] = [];
  let holds: Holds = {};
  const written = fields.value['date'];
  const date = typeof written === 'string' ? parseWrittenDate(written) : undefined;
  for (const [path, value] of namedFields(fields.value)) {
    const key = path.at(-1) ?? '';
    const kind = key === 'draft' && path.length === 1 ? undefined : holdKind(key);
    if (kind === undefined) continue;
    const said = readHoldField(kind, value);
    if (said === 'nothing') continue;
    // A single date field is read as `date`, under any name.
    if (kind === 'releases' && written === undefined) {
      if (!('expected' in said)) holds = merge(holds, said);
      continue;
    }
    if (path.length === 1) taken.push(key);
    const at = {
      file,
      ...fields.positionOf(path),
      field: path.join('.'),
    };
    const got = kind === 'password' ? 'one' : shown(value);
    if ('expected' in said) {
      const cure = 'correct it, or write `draft: true` or `date: …` in its place';
      problems.push({
        severity: 'error',
        ...at,
        message: wrongValue(said.expected, got),
        cure,
      });
      continue;
    }
    holds = merge(holds, said);
    const problem = describe(said, date);
    if (problem !== undefined)
      problems.push({
        severity: 'warning',
        ...at,
        message: wrongValue(problem.expected, got),
        cure: problem.cure,
        once: `hold ${key}`,
      });
  }
  return { holds, rest: omitFields(fields, taken), problems };
}

/** Mappings of custom fields in Hugo and Zola. */
const ownMaps: ReadonlySet<string> = new Set(['params', 'extra']);

/** All fields by path, including those in `ownMaps`. */
function namedFields(fields: Fields['value']): [path: string[], value: FieldValue][] {
  return Object.entries(fields).flatMap(([key, value]): [string[], FieldValue][] =>
    ownMaps.has(key) && typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value).map(([name, item]) => [[key, name], item])
      : [[[key], value]],
  );
}

/** Merges two holds. The stronger one wins. */
function merge(a: Holds, b: Holds): Holds {
  const draft = a.draft || b.draft || (a.draft ?? b.draft);
  const release = pick(a.release, b.release, (one, other) => one > other);
  const expires = pick(a.expires, b.expires, (one, other) => one < other);
  return {
    ...(draft === undefined ? {} : { draft }),
    ...(release ? { release } : {}),
    ...(expires ? { expires } : {}),
  };
}

function pick(
  a: WrittenDate | undefined,
  b: WrittenDate | undefined,
  isStronger: (a: string, b: string) => boolean,
): WrittenDate | undefined {
  if (!a || !b) return a ?? b;
  const text = ({ day, time = '' }: WrittenDate) => `${day}T${time}`;
  return isStronger(text(a), text(b)) ? a : b;
}

function describe({ draft, release, expires }: Holds, date: WrittenDate | undefined) {
  if (draft)
    return { expected: '`draft: true`', cure: 'the text is not published, like a draft' };
  if (release && (date === undefined || release.day > date.day))
    return { expected: '`date` alone', cure: 'the text is not published until then' };
  if (expires)
    return {
      expected: '`draft: true` from that day on',
      cure: 'the text is not published from then on',
    };
  return undefined;
}

function shown(value: FieldValue): string {
  return typeof value === 'string' ? quote(value) : 'a mapping';
}
