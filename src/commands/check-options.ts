import { parseRightsOption, type RightsForm } from './check-rights.ts';
import { CommandError } from './run-command.ts';

/** What `npm run check` is asked for. */
export interface CheckOptions {
  /** Warnings are errors. */
  readonly strict: boolean;
  /** The articles alone, without the code. */
  readonly content: boolean;
  /** A list of what was published, to be held against what is published now. */
  readonly since?: string;
  /** Whose every picture is, in this form, and nothing else. */
  readonly rights?: RightsForm;
  /** Whether links to other sites are listed, and whether they are looked up as well. */
  readonly links?: 'list' | 'online';
  /** Whether addresses of this machine and its network may be looked up. */
  readonly allowPrivate: boolean;
}

const known =
  '--strict, --content, --rights, --rights=json, --rights=csv, --since FILE, --links, --links=online or --allow-private';

/** @throws {CommandError} for an option that is none, or one that lacks its value */
export function parseCheckOptions(given: readonly string[]): CheckOptions {
  let options: CheckOptions = { strict: false, content: false, allowPrivate: false };
  const waiting = given.values();
  for (const option of waiting) {
    const [name, value] = option.split(/=(.*)/su, 2);
    const rights = parseRightsOption(option);
    if (option === '--strict') options = { ...options, strict: true };
    else if (option === '--content') options = { ...options, content: true };
    else if (rights !== undefined) options = { ...options, rights };
    else if (option === '--links') options = { ...options, links: 'list' };
    else if (option === '--links=online') options = { ...options, links: 'online' };
    else if (option === '--allow-private') options = { ...options, allowPrivate: true };
    else if (name === '--since') {
      const since = value ?? waiting.next().value;
      if (!since || since.startsWith('--'))
        throw new CommandError(
          'check: expected a file after --since, such as a copy of dist-hosting/files.json',
        );
      options = { ...options, since };
    } else throw new CommandError(`check: expected ${known}, got ${option}`);
  }
  return options;
}
