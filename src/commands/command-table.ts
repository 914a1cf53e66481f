import type { SettingName } from '../publication/setting-table.ts';

/** One option of a command. */
export interface OptionRow {
  /** What follows it, in capitals; none: it is a switch. */
  readonly value?: string;
  /** What may be set behind it with `=`. */
  readonly choices?: readonly string[];
  readonly meaning: string;
}

/** What one command takes. `--help`, what it refuses and the tables of README come from here. */
export interface CommandRow {
  readonly summary: string;
  /** As it is typed, where that is not `npm run NAME`. */
  readonly call?: string;
  /** What it takes besides options; none: nothing. */
  readonly operands?: string;
  readonly options: Readonly<Record<string, OptionRow>>;
  /** Those that it reads. */
  readonly settings: readonly SettingName[];
  /** For who works on the project: README names it and leaves its options to `--help`. */
  readonly isTool?: true;
}

/** Options of every command. */
export const commonOptions = {
  quiet: { meaning: 'print what is wrong and nothing else' },
  verbose: { meaning: 'print more about what is done' },
  json: { meaning: 'print the report as JSON on standard output' },
  help: { meaning: 'print this' },
} as const satisfies CommandRow['options'];

const build = {
  'allow-empty': { meaning: 'build without any article though the last build had some' },
} as const;

const serving = ['OUT_DIR', 'BASE_PATH', 'PORT', 'HOST'] as const;
const reading = ['CONTENT_DIR', 'SITE_URL', 'BASE_PATH', 'NOW', 'CACHE_DIR'] as const;

export const commandTable = {
  start: {
    summary: 'build and serve',
    call: 'npm start',
    options: build,
    settings: [...reading, 'OUT_DIR', 'SKIP_INVALID', 'ALLOW_EMPTY', 'PORT', 'HOST'],
  },
  dev: {
    summary:
      'live preview, drafts included: a saved article shows at once, a mistake above the last good text',
    options: {},
    settings: [...reading, 'PORT', 'HOST'],
  },
  build: {
    summary: 'write the site into `dist/`',
    options: build,
    settings: [...reading, 'OUT_DIR', 'SKIP_INVALID', 'ALLOW_EMPTY'],
  },
  preview: {
    summary: 'serve `dist/` as a host would',
    options: {},
    settings: serving,
  },
  check: {
    summary: 'every problem of every article, with its line, its column and what to write',
    options: {
      strict: { meaning: 'warnings count as errors' },
      rights: {
        choices: ['json', 'csv'],
        meaning: 'a table of every picture: whose it is, its licence, what is missing',
      },
      since: {
        value: 'FILE',
        meaning:
          'which published addresses no longer exist; FILE is an earlier `dist-hosting/files.json`, or addresses one a line',
      },
      links: {
        choices: ['online'],
        meaning:
          'every link to another site with its place; `online` asks those sites, one request at a time',
      },
      'allow-private': {
        meaning: 'with `--links=online`: ask addresses of this machine and its network as well',
      },
    },
    settings: [...reading, 'ALLOW_EMPTY'],
  },
  new: {
    summary: 'start an article, as a draft with today’s date',
    operands: '"Headline"',
    options: {
      lang: {
        value: 'TAG',
        meaning: 'its language, such as ko; default: the first of the publication',
      },
    },
    settings: ['CONTENT_DIR', 'NOW'],
  },
  import: {
    summary: 'make Markdown copies of articles',
    operands: 'FILE|FOLDER|URL …',
    options: {
      title: { value: 'TEXT', meaning: 'the headline, instead of what the source says' },
      lang: { value: 'TAG', meaning: 'the language, instead of what the source says' },
      date: { value: 'DATE', meaning: 'the date of what tells none, such as 2026-01-06' },
      to: { value: 'FOLDER', meaning: 'where the copies go; default: CONTENT_DIR' },
      pictures: { meaning: 'bring pictures along; a featured one only with its credit' },
      'dry-run': { meaning: 'say what would be done, and write nothing' },
      force: { meaning: 'replace copies that were edited, too' },
      strict: { meaning: 'what is doubtful is an error (exit code 1)' },
      json: { meaning: 'the report as one JSON object a line' },
      'allow-private': { meaning: 'ask addresses of this machine and its network as well' },
    },
    settings: ['CONTENT_DIR'],
  },
  hosting: {
    summary: 'print what a host needs: `nginx`, `caddy`, `apache`, `vercel` …',
    operands: 'NAME',
    options: { out: { value: 'FILE', meaning: 'write it into this file' } },
    settings: ['OUT_DIR'],
  },
  'deploy-delta': {
    summary: 'what the last build changes on a host',
    options: {
      since: { value: 'FILE', meaning: 'the `files.json` of what the host holds' },
      json: { meaning: 'print it as JSON' },
    },
    settings: ['OUT_DIR'],
  },
  bench: {
    summary: 'measure builds beside other generators; see `bench/README.md`',
    isTool: true,
    options: {
      counts: { value: 'LIST', meaning: 'sizes of the corpus in articles; default: 100,1000' },
      only: { value: 'NAMES', meaning: 'these tools or sites alone' },
      rounds: { value: 'N', meaning: 'how often each is measured' },
      seed: { value: 'N', meaning: 'of the invented articles; default: 1' },
      plain: { meaning: 'without share cards, search index and Markdown copies' },
      reading: { meaning: 'compare the pages that readers get' },
      loads: { value: 'N', meaning: 'with `--reading`: cold loads of each page; default: 20' },
      pictures: { meaning: 'measure what photographs cost' },
      count: { value: 'N', meaning: 'with `--pictures`: how many; default: 200' },
      megapixels: { value: 'N', meaning: 'with `--pictures`: of each; default: 12' },
      json: { value: 'FILE', meaning: 'write the figures into this file' },
    },
    settings: [],
  },
  lint: {
    summary: 'types, lint and format of this project’s own code',
    options: {},
    settings: [],
  },
} as const satisfies Readonly<Record<string, CommandRow>>;

export type CommandName = keyof typeof commandTable;

/** As a command is typed: `npm run check`. */
export function callOf(name: CommandName): string {
  const row: CommandRow = commandTable[name];
  return row.call ?? `npm run ${name}`;
}

/** Its own options, then those of every command. */
export function optionsOf(name: CommandName): Readonly<Record<string, OptionRow>> {
  return { ...commonOptions, ...commandTable[name].options };
}
