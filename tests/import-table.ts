import { posix } from 'node:path';
import { readImports } from './read-imports.ts';

/**
 * Who may import whom, room by room. A room is a folder of `src`, or a folder of one of its groups
 * (`content`, `publication`, `outputs`, `site`, `system`). A room imports itself and the rooms of
 * its row; from the rooms in `types` it imports types only. Each row names only rooms of earlier
 * rows, so that imports form no circle.
 */
interface Row {
  readonly pure?: true;
  readonly code?: readonly string[];
  readonly types?: readonly string[];
}

const domain = [
  ...['content/article', 'content/markdown', 'content/settings'],
  ...['language', 'system/problems'],
] as const;
const system = ['system/processes', 'system/cache', 'system/terminal'] as const;

export const importTable: Readonly<Record<string, Row>> = {
  language: { pure: true },
  security: { pure: true },
  // Apart from content/fields, since content/markdown reports problems and terminal prints them.
  'system/problems': { pure: true, code: ['language'] },
  'system/terminal': { code: ['system/problems'] }, // prints problems
  'system/cache': {},
  'system/processes': { code: ['system/cache'] }, // child processes run bundles from the cache
  'system/fetch': {},
  'system/store': { code: ['system/cache'] }, // files of the cache, on several machines
  'content/data': { pure: true, code: ['language', 'system/problems'] },
  'content/markdown': { pure: true, code: ['content/data', 'language', 'system/problems'] },
  'content/fields': { pure: true, code: ['content/markdown', 'system/problems'] }, // finds markup in plain text
  'content/settings': { pure: true, code: ['content/fields', 'language', 'system/problems'] },
  'content/article': {
    pure: true,
    code: [
      ...['content/settings', 'content/markdown', 'content/data', 'content/fields'],
      ...['language', 'system/problems'],
    ],
  },
  'publication/edition': {
    pure: true,
    code: ['content/article', 'content/settings', 'language', 'system/problems'],
    types: ['content/markdown'],
  },
  'publication/view': {
    pure: true,
    code: ['publication/edition', 'content/article', 'content/settings', 'language'],
    types: ['content/markdown'],
  },
  'publication/links': { code: ['publication/edition', ...domain, 'system/fetch'] },
  'outputs/feeds': { pure: true, code: ['publication/edition', ...domain] },
  'outputs/pictures': {
    code: [
      ...['content/article', 'content/settings', 'language', 'system/problems'],
      ...['system/processes', 'system/cache'],
    ],
  },
  'outputs/clips': { code: ['outputs/pictures', 'system/cache'] },
  'outputs/share-card': {
    code: ['publication/edition', ...domain, 'outputs/pictures', ...system],
  },
  'outputs/search': { code: ['publication/edition', ...domain, ...system] },
  import: { code: [...domain, 'content/fields', ...system, 'system/fetch'] },
  theme: {
    code: [
      ...['content/article', 'content/fields', 'content/settings', 'language'],
      ...['system/problems', 'system/cache'],
    ],
  },
  newsroom: {
    code: [
      ...['publication/edition', ...domain, 'outputs/pictures', 'outputs/clips', ...system],
      'theme',
    ],
  },
  // security: writes policies in the syntax of hosts. Settings: the names of hosts, the most shards.
  hosting: { code: ['security', 'content/settings', ...system] },
  browser: {
    code: ['language'], // compares words in the form in which they were indexed
    types: ['publication/view'], // the names of the words of scripts
  },
  'site/styles': {},
  // security: a page's policy names the hashes of the style sheets that it prints.
  'site/layouts': { code: ['site/styles', 'browser', 'security'], types: ['publication/view'] },
  'site/components': { code: ['site/layouts'], types: ['publication/view', 'site/styles'] },
  'site/pages': { code: ['site/components', 'site/layouts'] },
  press: {
    code: [
      ...['newsroom', 'theme', 'publication/view', 'publication/links', 'publication/edition'],
      ...['outputs/feeds', 'outputs/share-card', 'outputs/search', 'outputs/pictures'],
      ...['hosting', 'system/store', ...domain, ...system],
      ...['security', 'site/styles'], // a policy names the hashes of what pages print
    ],
  },
  commands: {
    code: [
      ...['press', 'newsroom', 'theme', 'import', 'hosting', 'security'],
      ...['outputs/feeds', 'outputs/share-card', 'outputs/search', 'outputs/pictures'],
      ...['publication/view', 'publication/links', 'publication/edition'],
      ...[...domain, 'content/fields', 'system/store', ...system],
    ],
  },
  // `env.d.ts`, and `props.ts` for themes
  site: { types: ['press', 'content/markdown', 'publication/view', 'site/styles'] },
};

/** Edges against the order of the table, each with its reason. */
const exceptions: readonly string[] = [
  'site/layouts -> site/components', // the frame of a page is itself made of components
];

/** What a pure room may import of Astro and Node: a validator and a hash. */
const pureOutside: readonly string[] = ['astro/zod', 'node:crypto'];

/** The violations in one module's imports; `file` is a path below `src`, with `/`. */
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

/** Allowed imports of a later row or a missing one. */
export function importsOfLaterRows(): string[] {
  const order = Object.keys(importTable);
  return Object.entries(importTable).flatMap(([room, { code = [], types = [] }], index) =>
    [...code, ...types]
      .filter((target) => !order.slice(0, index).includes(target))
      .map((target) => `${room} -> ${target}`),
  );
}

/** Folders of `src` whose folders are rooms. */
const groups = ['content', 'publication', 'outputs', 'site', 'system'];

function roomOf(path: string): string {
  if (path.startsWith('..')) return 'outside src';
  const [top = '', inner = '', ...rest] = path.split('/');
  return groups.includes(top) && rest.length > 0 ? `${top}/${inner}` : top;
}
