import { parseWrittenDate } from '../article/news-date.ts';
import { wholeAddress } from '../import/html/whole-address.ts';
import { canonicalLanguage } from '../language/canonical-language.ts';
import { CommandError } from './command-error.ts';
import { callOf, commandTable } from './command-table.ts';
import type { GivenArguments } from './parse-command.ts';

/** What the arguments of `npm run import` say. */
export interface ImportArguments {
  readonly sources: readonly string[];
  readonly title?: string;
  readonly lang?: string;
  readonly date?: string;
  readonly base?: string;
  readonly to?: string;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly strict: boolean;
  readonly json: boolean;
  readonly pictures: boolean;
  readonly allowPrivate: boolean;
}

/** Reads the arguments; throws a `CommandError` that says what is wrong with them. */
export function toImportArguments({ options, operands }: GivenArguments): ImportArguments {
  const [title, to] = [textOf(options, 'title'), textOf(options, 'to')];
  if (operands.length === 0)
    throw new CommandError(
      `import: expected something to import, as in: ${callOf('import')} -- ${commandTable.import.operands}`,
    );
  const scheme = operands.find((item) => /^(?!https?:)[a-z][a-z+.-]+:\/\//iu.test(item));
  if (scheme !== undefined)
    throw new CommandError(`import: expected an address with http or https, got ${scheme}`);
  if (title !== undefined && operands.length > 1)
    throw new CommandError('import: --title is for one source; import them one by one');
  const lang = languageOf('import', textOf(options, 'lang'));
  const date = textOf(options, 'date');
  if (date !== undefined && parseWrittenDate(date) === undefined)
    throw new CommandError(
      `import: --date: expected a date such as 2026-01-06 or 2026-01-06T18:30+09:00, got ${JSON.stringify(date)}`,
    );
  const base = textOf(options, 'base');
  if (base !== undefined && wholeAddress(base, undefined) === undefined)
    throw new CommandError(
      `import: --base: expected an address such as https://old.example/, got ${JSON.stringify(base)}`,
    );
  const isGiven = (name: string) => options[name] !== undefined;
  return {
    sources: operands,
    ...(title === undefined ? {} : { title }),
    ...(lang === undefined ? {} : { lang }),
    ...(date === undefined ? {} : { date }),
    ...(base === undefined ? {} : { base }),
    ...(to === undefined ? {} : { to }),
    dryRun: isGiven('dry-run'),
    force: isGiven('force'),
    strict: isGiven('strict'),
    json: isGiven('json'),
    pictures: isGiven('pictures'),
    allowPrivate: isGiven('allow-private'),
  };
}

/** A tag as it was given -> in its usual form; throws where it is none. */
export function languageOf(command: string, tag: string | undefined): string | undefined {
  const language = tag === undefined ? undefined : canonicalLanguage(tag);
  if (tag !== undefined && language === undefined)
    throw new CommandError(
      `${command}: --lang: expected a language tag such as ko, got ${JSON.stringify(tag)}`,
    );
  return language;
}

function textOf(options: GivenArguments['options'], name: string): string | undefined {
  const value = options[name];
  if (typeof value !== 'string') return undefined;
  if (value.trim() === '') throw new CommandError(`import: --${name} is empty`);
  return value;
}
