import { parseArgs } from 'node:util';
import { nearestSetting } from '../content/settings/setting-table.ts';
import { canonicalLanguage } from '../language/canonical-language.ts';
import { callOf } from '../system/cache/call-of.ts';
import { nearestName } from '../system/problems/nearest-name.ts';
import { type CommandName, commandTable, type OptionsOf, optionsOf } from './command-table.ts';

/** A mistake that the user can fix: in arguments, or a missing folder. The message is enough. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** The arguments of a command. */
export interface GivenArguments<Name extends CommandName> {
  readonly options: OptionsOf<Name>;
  readonly operands: readonly string[];
}

/**
 * Parses the arguments of a command by its row of the table.
 *
 * @throws {CommandError} for an unknown option, with the nearest one; for a missing or wrong value;
 *   for an operand if the command takes none
 */
export function parseCommand<Name extends CommandName>(
  name: Name,
  given: readonly string[],
): GivenArguments<Name> {
  const rows = optionsOf(name);
  const refuse = (reason: string): never => {
    throw new CommandError(`${name}: ${reason}; ${callOf(name, '--help')} lists the options`);
  };
  const { tokens } = parseArgs({
    args: [...given],
    options: Object.fromEntries(
      Object.entries(rows).map(([option, { value }]) => [
        option,
        { type: value === undefined ? 'boolean' : 'string' } as const,
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options: Record<string, string | true> = {};
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { rawName, value, inlineValue } = token;
    const row = rows[token.name];
    if (row === undefined || rawName !== `--${token.name}`) {
      return refuse(`${rawName}: is not an option${meantBy(token.name, Object.keys(rows))}`);
    }
    if (row.value !== undefined) {
      // `--since --strict`: the value is missing.
      if (!value || (!inlineValue && value.startsWith('--')))
        return refuse(`${rawName}: expected ${row.value} after it`);
      const before = row.isList ? options[token.name] : undefined;
      options[token.name] = before === undefined ? value : `${before},${value}`;
    } else if (value === undefined) options[token.name] = true;
    else if (row.choices?.includes(value)) options[token.name] = value;
    else {
      const got = JSON.stringify(value);
      const wanted = row.choices?.map((choice) => `${rawName}=${choice}`).join(', ');
      const near = nearestOption(value, row.choices ?? []);
      const meant = near === undefined ? '' : `; did you mean ${rawName}=${near}?`;
      return refuse(
        `expected ${rawName}${wanted ? `, ${wanted}` : ' alone'}, got ${got}${meant}`,
      );
    }
  }
  if (options['help'] === undefined) refuseOperands(name, operands);
  // The loop above has checked every name and value against the rows.
  return { options: options as OptionsOf<Name>, operands };
}

function refuseOperands(name: CommandName, [operand]: readonly string[]): void {
  if (operand === undefined || 'operands' in commandTable[name]) return;
  throw new CommandError(
    `${name}: takes no arguments, got ${JSON.stringify(operand)}; settings come from the environment or the file .env, such as CONTENT_DIR`,
  );
}

/**
 * Finds an option that npm kept because `--` was missing before it: npm turns it into a variable, and
 * the command would run without it. Options of npm itself do not count.
 */
export function findSwallowed(
  name: CommandName,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  return Object.keys(optionsOf(name))
    .filter((option) => !knownToNpm.includes(option))
    .find((option) => environment[`npm_config_${option.replaceAll('-', '_')}`]);
}

const knownToNpm: readonly string[] = [
  ...['dry-run', 'force', 'help', 'json', 'quiet', 'verbose', 'yes'],
];

/** The known name that was probably meant: a similar one, or one with the same beginning. */
export function nearestOption(name: string, known: readonly string[]): string | undefined {
  const sameStart = (one: string) => one.startsWith(name) || name.startsWith(one);
  return nearestName(name, known) ?? (name.length > 2 ? known.find(sameStart) : undefined);
}

/** A hint for an unknown option. */
function meantBy(name: string, known: readonly string[]): string {
  const option = nearestOption(name, known);
  if (option !== undefined) return `; did you mean --${option}?`;
  const setting = nearestSetting(name);
  return setting === undefined ? '' : `; ${setting} is a setting, as in ${setting}=… before it`;
}

/** The canonical form of the tag of `--lang`. @throws {CommandError} if it is not a language tag */
export function parseLanguage(command: CommandName, tag: string): string {
  const language = canonicalLanguage(tag);
  if (language !== undefined) return language;
  throw new CommandError(
    `${command}: --lang: expected a language tag such as ko, got ${JSON.stringify(tag)}`,
  );
}
