import { parseArgs } from 'node:util';
import { canonicalLanguage } from '../language/canonical-language.ts';
import { CommandError } from './run-command.ts';

/** What the arguments of `npm run import` say. */
export interface ImportArguments {
  readonly sources: readonly string[];
  readonly title?: string;
  readonly lang?: string;
  readonly to?: string;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly strict: boolean;
  readonly json: boolean;
  readonly pictures: boolean;
  readonly allowPrivate: boolean;
}

const usage =
  'npm run import -- FILE|FOLDER|URL … [--title TEXT] [--lang TAG] [--to FOLDER] [--dry-run] [--force] [--strict] [--json] [--pictures] [--allow-private]';

const options = {
  title: { type: 'string' },
  lang: { type: 'string' },
  to: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  pictures: { type: 'boolean', default: false },
  'allow-private': { type: 'boolean', default: false },
} as const;

/** Reads the arguments; throws a `CommandError` that says what is wrong with them. */
export function parseImportArguments(given: readonly string[]): ImportArguments {
  const { values, positionals } = read(given);
  const { title, lang, to } = values;
  if (positionals.length === 0)
    throw new CommandError(`import: expected something to import, as in: ${usage}`);
  const scheme = positionals.find((item) => /^(?!https?:)[a-z][a-z+.-]+:\/\//iu.test(item));
  if (scheme !== undefined)
    throw new CommandError(`import: expected an address with http or https, got ${scheme}`);
  for (const [name, text] of Object.entries({ title, lang, to })) {
    if (text?.trim() === '') throw new CommandError(`import: --${name} is empty`);
  }
  if (title !== undefined && positionals.length > 1)
    throw new CommandError('import: --title is for one source; import them one by one');
  const language = lang === undefined ? undefined : canonicalLanguage(lang);
  if (lang !== undefined && language === undefined)
    throw new CommandError(`import: --lang: expected a language tag such as ko, got "${lang}"`);
  return {
    sources: positionals,
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { lang: language }),
    ...(to === undefined ? {} : { to }),
    dryRun: values['dry-run'],
    force: values.force,
    strict: values.strict,
    json: values.json,
    pictures: values.pictures,
    allowPrivate: values['allow-private'],
  };
}

function read(given: readonly string[]) {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CommandError(`import: ${(error as Error).message}\n${usage}`);
  }
}
