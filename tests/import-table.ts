import { posix } from 'node:path';
import { readImports } from './read-imports.ts';

/**
 * Who may import whom, room by room (the folders of `src`; `.` is what lies in `src` itself). A
 * room imports itself and the rooms of its row; `types` are rooms of which it takes types alone.
 * Each row names rooms of earlier rows only: that is how arrows cannot turn round.
 */
interface Row {
  readonly pure?: true;
  readonly code?: readonly string[];
  readonly types?: readonly string[];
}

const domain = ['article', 'language', 'markdown', 'problems', 'publication'] as const;

export const importTable: Readonly<Record<string, Row>> = {
  problems: { pure: true },
  language: { pure: true },
  security: { pure: true },
  styles: {},
  browser: { code: ['language'] }, // words are compared as they were indexed
  terminal: { code: ['problems'] }, // problems are printed here
  cache: {},
  processes: { code: ['cache'] }, // children are bundled there
  hosting: { code: ['security', 'cache', 'terminal'] }, // writes down for hosts what the policies say
  markdown: { pure: true, code: ['problems'] },
  fields: { pure: true, code: ['markdown', 'problems'] }, // what of Markdown is in plain text
  publication: { pure: true, code: ['fields', 'language', 'problems'] },
  article: {
    pure: true,
    code: ['publication', 'markdown', 'language', 'fields', 'problems'],
  },
  edition: { pure: true, code: ['article', 'publication', 'problems'], types: ['markdown'] },
  pictures: { code: ['article', 'language', 'problems', 'publication', 'processes', 'cache'] },
  view: {
    pure: true,
    code: ['edition', 'article', 'publication', 'language'],
    types: ['markdown'],
  },
  feeds: { pure: true, code: ['edition', ...domain] },
  'share-card': { code: ['edition', ...domain, 'pictures', 'processes', 'cache', 'terminal'] },
  search: { code: ['edition', ...domain, 'processes', 'cache', 'terminal'] },
  import: { code: [...domain, 'fields', 'processes', 'cache', 'terminal'] },
  links: { code: ['import', 'edition', ...domain] },
  newsroom: {
    code: ['edition', ...domain, 'pictures', 'processes', 'cache', 'terminal'],
  },
  // security: a page's policy names the hashes of the style sheets that it prints.
  layouts: { code: ['styles', 'browser', 'security'], types: ['view'] },
  components: { code: ['layouts'], types: ['view'] },
  pages: { code: ['components', 'layouts'] },
  press: {
    code: [
      ...['newsroom', 'view', 'feeds', 'share-card', 'search', 'pictures', 'links', 'hosting'],
      ...['edition', ...domain, 'processes', 'cache', 'terminal'],
      ...['security', 'styles'], // a policy names the hashes of what pages print
    ],
  },
  commands: {
    code: [
      ...['press', 'newsroom', 'import', 'hosting', 'security', 'pictures', 'search', 'feeds'],
      ...['links', 'processes', 'cache', 'terminal'],
      ...['share-card', 'view', 'edition', ...domain, 'fields'],
    ],
  },
  '.': { types: ['press'] },
};

/** Edges against the order of the table, each with its reason. */
const exceptions: readonly string[] = [
  'layouts -> components', // the frame of a page is itself made of components
];

/** What a pure room may take of Astro and Node: a plain validator and a hash. */
const pureOutside: readonly string[] = ['astro/zod', 'node:crypto'];

/** What is wrong with one module's imports; `file` is a path below `src`, with `/`. */
export function faultsOf(file: string, text: string): string[] {
  const room = roomOf(file);
  const row = importTable[room];
  if (row === undefined) return [`${file}: the room ${room} has no row in the import table`];
  const { imports, worldly } = readImports(file, text);
  const faults = row.pure ? worldly.map((what) => `asks the world: ${what}`) : [];
  for (const { from, typesOnly } of imports) {
    if (!from.startsWith('.')) {
      const outside = /^(?:astro(?:[:/]|$)|node:)/u.test(from);
      if (row.pure && outside && !pureOutside.includes(from))
        faults.push(`is pure, yet imports ${from}`);
      continue;
    }
    const target = roomOf(posix.join(posix.dirname(file), from.replace(/\?.*$/u, '')));
    if (target === room || row.code?.includes(target)) continue;
    if (exceptions.includes(`${room} -> ${target}`)) continue;
    const takesTypes = row.types?.includes(target);
    if (takesTypes && typesOnly) continue;
    faults.push(
      takesTypes
        ? `takes more than types from ${target}: ${from}`
        : `imports ${target}: ${from}`,
    );
  }
  return faults.map((fault) => `${file}: ${fault}`);
}

/** Edges of the table that lead to a later row, or to none. */
export function turnedArrows(): string[] {
  const order = Object.keys(importTable);
  return Object.entries(importTable).flatMap(([room, { code = [], types = [] }], index) =>
    [...code, ...types]
      .filter((target) => !order.slice(0, index).includes(target))
      .map((target) => `${room} -> ${target}`),
  );
}

function roomOf(path: string): string {
  if (path.startsWith('..')) return 'outside src';
  return path.includes('/') ? (path.split('/')[0] ?? '') : '.';
}
