import type { SettingName } from '../content/settings/setting-table.ts';

/** One option of a command. */
export interface OptionRow {
  /** The name of its value, in capitals; a switch has none. */
  readonly value?: string;
  /** Optional values after `=`. */
  readonly choices?: readonly string[];
  /** Whether it may be given several times; the values are joined with commas. */
  readonly isList?: true;
  /** Whether it is mandatory. */
  readonly required?: true;
  readonly meaning: string;
}

/** What one command takes. Source of `--help`, of the check of arguments, and of docs/reference/commands.md. */
export interface CommandRow {
  readonly summary: string;
  /** Arguments that are not options. */
  readonly operands?: string;
  readonly options: Readonly<Record<string, OptionRow>>;
  readonly settings: readonly SettingName[];
  /** For work on the project: docs/reference/commands.md names it without its options. */
  readonly isTool?: true;
}

/** Options of every command. */
export const commonOptions = {
  quiet: { meaning: 'print only errors and warnings' },
  verbose: { meaning: 'print every stage of the work with its time, also on a terminal' },
  json: { meaning: 'print the report as JSON to standard output' },
  help: { meaning: 'print this help' },
} as const satisfies CommandRow['options'];

const build = {
  'allow-empty': { meaning: 'build a site without articles even if the last build had some' },
  force: { meaning: 'print every file, changed or not' },
} as const;

const hostLimits = {
  host: {
    value: 'NAME',
    meaning:
      'compare the site with the limits of a host, such as cloudflare-pages; default: `hosting.host` in publication.yaml',
  },
} as const;

const explaining = {
  why: { value: 'ADDRESS', meaning: 'explain why the file at an address was printed or not' },
  verify: {
    meaning: 'build the site again from scratch, and compare every byte',
  },
} as const;

const storing = {
  store: {
    value: 'DIR|s3://BUCKET/PATH',
    meaning: 'where the shards of a build leave their parts; default: CACHE_DIR',
  },
} as const;

const sharding = {
  shard: {
    value: 'I/N',
    meaning:
      'the part of the work to do, such as 3/16; default: from the engine of the array job',
  },
  ...storing,
} as const;

const serving = ['OUT_DIR', 'BASE_PATH', 'PORT', 'HOST'] as const;
const reading = ['CONTENT_DIR', 'SITE_URL', 'BASE_PATH', 'NOW', 'CACHE_DIR'] as const;
const planned = ['CONTENT_DIR', 'SITE_URL', 'BASE_PATH', 'CACHE_DIR', 'STORE'] as const;
const shard = ['SHARD', 'SHARD_COUNT'] as const;

export const commandTable = {
  start: {
    summary: 'build the site and serve it',
    options: build,
    settings: [...reading, 'OUT_DIR', 'SKIP_INVALID', 'ALLOW_EMPTY', 'PORT', 'HOST'],
  },
  dev: {
    summary:
      'preview while you write, with drafts: shows saved changes at once, and a mistake above the last good text',
    options: {},
    settings: [...reading, 'PORT', 'HOST'],
  },
  build: {
    summary: 'build the site into `dist/`',
    options: { ...build, ...explaining, ...hostLimits, ...sharding },
    settings: [...reading, 'OUT_DIR', 'SKIP_INVALID', 'ALLOW_EMPTY', 'STORE', ...shard],
  },
  plan: {
    summary: 'begin a build in shards; see `docs/guides/scale.md`',
    options: storing,
    settings: [...planned, 'NOW'],
  },
  gather: {
    summary: 'build in shards: read the articles of a shard',
    options: sharding,
    settings: [...planned, ...shard],
  },
  merge: {
    summary: 'build in shards: check all articles together and plan the files of the site',
    options: { ...build, ...storing },
    settings: [...planned, 'OUT_DIR', 'SKIP_INVALID', 'ALLOW_EMPTY'],
  },
  print: {
    summary: 'build in shards: write the files of a shard that have changed',
    options: sharding,
    settings: [...planned, ...shard],
  },
  join: {
    summary: 'build in shards: put the files of all shards into `dist/`',
    options: { ...storing, ...hostLimits },
    settings: [...planned, 'OUT_DIR'],
  },
  preview: {
    summary: 'serve `dist/` as a host does',
    options: {},
    settings: serving,
  },
  check: {
    summary: 'list every problem of every article, with its line, its column and how to fix it',
    options: {
      strict: { meaning: 'treat warnings as errors' },
      ...hostLimits,
      rights: {
        choices: ['json', 'csv'],
        meaning: 'list every picture with its creator, its licence and what is missing',
      },
      since: {
        value: 'FILE',
        meaning:
          'list published addresses that no longer exist; FILE is an earlier `dist-hosting/files.json`, or a list with one address per line',
      },
      links: {
        choices: ['online'],
        meaning: 'list every link to another site; `online` also requests them, one at a time',
      },
      'allow-private': {
        meaning:
          'with `--links=online`: also request addresses of this machine and its network',
      },
    },
    settings: [...reading, 'ALLOW_EMPTY'],
  },
  new: {
    summary: 'create an article: a draft with today’s date',
    operands: '"Headline"',
    options: {
      person: { meaning: 'create a file in `people/` for somebody with this name instead' },
      story: { meaning: 'create a file in `stories/` for a running story instead' },
      lang: {
        value: 'TAG',
        meaning: 'its language, such as ko; default: the first language of the publication',
      },
    },
    settings: ['CONTENT_DIR', 'NOW'],
  },
  import: {
    summary: 'import articles as Markdown files',
    operands: 'FILE|FOLDER|URL …',
    options: {
      title: { value: 'TEXT', meaning: 'the headline, instead of the one in the source' },
      lang: { value: 'TAG', meaning: 'the language, instead of the one in the source' },
      date: {
        value: 'DATE',
        meaning: 'the date of sources that have none, such as 2026-01-06',
      },
      base: {
        value: 'URL',
        meaning: 'the old site’s address, for relative links in sources that do not have it',
      },
      to: { value: 'FOLDER', meaning: 'the folder for the files; default: CONTENT_DIR' },
      pictures: { meaning: 'import pictures too; a featured picture only if it has a credit' },
      'dry-run': { meaning: 'show what would be imported, and write nothing' },
      force: { meaning: 'also replace imported files that were edited' },
      strict: { meaning: 'treat doubtful results as errors (exit code 1)' },
      json: { meaning: 'print the report as JSON, one object per line' },
      'allow-private': { meaning: 'also request addresses of this machine and its network' },
    },
    settings: ['CONTENT_DIR'],
  },
  hosting: {
    summary: 'print the configuration for a host: `nginx`, `caddy`, `apache`, `vercel` …',
    operands: 'NAME',
    options: {
      out: { value: 'FILE', meaning: 'write it to this file' },
      shards: {
        value: 'N',
        meaning:
          'for `slurm`, `kubernetes`, `github-shards` and `gitlab-shards`: the number of shards; default: 16',
      },
      store: { value: 'PLACE', meaning: 'for these: a folder, or `s3://BUCKET/PATH`' },
      image: {
        value: 'NAME',
        meaning: 'for `kubernetes` and `gitlab-shards`: the container image',
      },
    },
    settings: ['OUT_DIR'],
  },
  'deploy-delta': {
    summary: 'list what the last build changes on a host',
    options: {
      since: {
        value: 'FILE',
        required: true,
        meaning: 'the `files.json` of the build that the host has',
      },
      json: { meaning: 'print it as JSON' },
    },
    settings: ['OUT_DIR'],
  },
  init: {
    summary:
      'make a folder for a publication of its own, which uses Dateline as a package; replaces no file',
    operands: '[FOLDER]',
    options: {
      name: { value: 'TEXT', meaning: 'its name; default: from the name of the folder' },
      lang: {
        value: 'TAGS',
        isList: true,
        meaning:
          'its languages, the default first, such as ko,en; default: that of this computer',
      },
      yes: { meaning: 'ask nothing' },
    },
    settings: ['NOW'],
  },
  bench: {
    summary: 'compare builds with those of other generators; see `bench/README.md`',
    isTool: true,
    options: {
      articles: { value: 'LIST', meaning: 'numbers of articles; default: 100,1000' },
      'dev-articles': {
        value: 'LIST',
        meaning: 'the same for the live preview; default: 10,10000',
      },
      only: { value: 'NAMES', meaning: 'only these tools or sites' },
      runs: { value: 'NAMES', meaning: 'only these runs of each: cold, unchanged, edited' },
      rounds: {
        value: 'N',
        meaning: 'how many times to measure each; default: 1, with `--reading` 3',
      },
      seed: { value: 'N', meaning: 'seed of the generated articles; default: 1' },
      reading: { meaning: 'compare the pages that readers get' },
      loads: { value: 'N', meaning: 'with `--reading`: cold loads of each page; default: 20' },
      pictures: { meaning: 'measure what photographs cost' },
      count: { value: 'N', meaning: 'with `--pictures`: number of pictures; default: 200' },
      scale: { meaning: 'measure the stages of a build at sizes up to 100,000 articles' },
      years: {
        value: 'N',
        meaning: 'with `--scale`: how many years the articles cover; default: 100',
      },
      megapixels: { value: 'N', meaning: 'with `--pictures`: size of each; default: 12' },
      search: { meaning: 'measure what a search of a large archive loads' },
      json: { value: 'FILE', meaning: 'write the results to this file' },
      chart: { value: 'FILE', meaning: 'draw the results of builds as SVG in this file' },
      from: {
        value: 'FILE',
        meaning: 'measure nothing; report the results in this file, written by `--json`',
      },
    },
    settings: [],
  },
  lint: {
    summary: 'check types, lint and format of this project’s own code',
    isTool: true,
    options: {},
    settings: [],
  },
} as const satisfies Readonly<Record<string, CommandRow>>;

export type CommandName = keyof typeof commandTable;

type OptionValue<Row> = Row extends { value: string }
  ? string
  : Row extends { choices: readonly (infer Choice)[] }
    ? Choice | true
    : boolean;

type RowsOf<Name extends CommandName> = (typeof commandTable)[Name]['options'] &
  Omit<typeof commonOptions, keyof (typeof commandTable)[Name]['options']>;

/** Given options: the value, or `true` for a switch. */
export type OptionsOf<Name extends CommandName> = {
  readonly [Option in keyof RowsOf<Name>]?: OptionValue<RowsOf<Name>[Option]>;
};

/** All options of a command: the common ones, and its own. */
export function optionsOf(name: CommandName): Readonly<Record<string, OptionRow>> {
  return { ...commonOptions, ...commandTable[name].options };
}
