import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The types and properties of schema.org, from its own definitions. */
export interface Vocabulary {
  /** A type and all its supertypes. */
  readonly kindsOf: (type: string) => ReadonlySet<string>;
  /** The types that have a property; undefined if the property does not exist. */
  readonly domainOf: (property: string) => ReadonlySet<string> | undefined;
  /** The types of its values. */
  readonly rangeOf: (property: string) => ReadonlySet<string>;
  /** Names that newer ones replace. */
  readonly superseded: ReadonlySet<string>;
}

const statement =
  /^<https?:\/\/schema\.org\/([^>]+)> <([^>]+)> <https?:\/\/schema\.org\/([^>]+)>/u;

/** Reads the definitions in the package `@vocabulary/schema`, one statement a line. */
export async function loadVocabulary(): Promise<Vocabulary> {
  const file = fileURLToPath(import.meta.resolve('@vocabulary/schema/schema.nq'));
  const parents = new Map<string, Set<string>>();
  const domains = new Map<string, Set<string>>();
  const ranges = new Map<string, Set<string>>();
  const superseded = new Set<string>();
  const add = (map: Map<string, Set<string>>, key: string, value: string) =>
    map.set(key, (map.get(key) ?? new Set()).add(value));
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    const [, subject = '', predicate = '', object = ''] = statement.exec(line) ?? [];
    if (predicate.endsWith('#subClassOf')) add(parents, subject, object);
    else if (predicate.endsWith('/domainIncludes')) add(domains, subject, object);
    else if (predicate.endsWith('/rangeIncludes')) add(ranges, subject, object);
    else if (predicate.endsWith('/supersededBy')) superseded.add(subject);
  }
  const kindsOf = (type: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(type)) return seen;
    seen.add(type);
    for (const parent of parents.get(type) ?? []) kindsOf(parent, seen);
    return seen;
  };
  return {
    kindsOf: (type) => kindsOf(type),
    domainOf: (property) => domains.get(property),
    rangeOf: (property) => ranges.get(property) ?? new Set(),
    superseded,
  };
}
