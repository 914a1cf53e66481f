import type { FieldPath, Fields, FieldValue } from './fields.ts';

/** Removes fields at the top. */
export function omitFields(fields: Fields, names: readonly string[]): Fields {
  if (names.length === 0) return fields;
  const value = withEntries(
    Object.entries(fields.value).filter(([key]) => !names.includes(key)),
  );
  return { ...fields, value };
}

/**
 * Renames fields at the top. Each keeps its position in the file. `names` maps written names to
 * new ones.
 */
export function renameFields(fields: Fields, names: ReadonlyMap<string, string>): Fields {
  if (names.size === 0) return fields;
  const written = new Map([...names].map(([from, to]) => [to, from]));
  const place = ([first, ...rest]: FieldPath): FieldPath =>
    first === undefined ? [] : [written.get(String(first)) ?? first, ...rest];
  return {
    value: withEntries(
      Object.entries(fields.value).map(([key, item]) => [names.get(key) ?? key, item]),
    ),
    positionOf: (path) => fields.positionOf(place(path)),
    positionOfKey: (path) => fields.positionOfKey(place(path)),
    positionWithin: (path, part) => fields.positionWithin(place(path), part),
  };
}

function withEntries(entries: readonly (readonly [string, FieldValue])[]): Fields['value'] {
  const value: Fields['value'] = Object.create(null);
  for (const [key, item] of entries) value[key] = item;
  return value;
}
