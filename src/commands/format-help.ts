import { type Engine, engineTable } from '../content/settings/engine-table.ts';
import { type SettingName, settingTable } from '../content/settings/setting-table.ts';
import { callOf, callOfProgram } from '../system/cache/call-of.ts';
import {
  type CommandName,
  type CommandRow,
  commandTable,
  commonOptions,
  type OptionRow,
  optionsOf,
} from './command-table.ts';

/** Formats the text of `--help`. */
export function formatHelp(name: CommandName): string {
  const row: CommandRow = commandTable[name];
  const options = Object.entries(optionsOf(name)).sort(
    ([a], [b]) => Number(a in commonOptions) - Number(b in commonOptions),
  );
  const usage = [
    ...(row.operands === undefined ? [] : [row.operands]),
    ...options
      .filter(([option]) => option !== 'help')
      .map((one) => (one[1].required ? formatOption(one) : `[${formatOption(one)}]`)),
  ];
  const settings = row.settings.map((setting) => [
    `${setting}=${settingTable[setting].fallback}`,
    settingTable[setting].meaning,
  ]);
  return [
    callOf(name, usage.join(' ')),
    '',
    `  ${plain(row.summary)}`,
    '',
    'Options',
    ...columns(options.map((one) => [formatOption(one), one[1].meaning])),
    ...(settings.length === 0
      ? []
      : ['', 'Settings (environment variables, or lines of the file .env)']),
    ...columns(settings),
  ].join('\n');
}

/** Formats the list of commands, for `--help` without a command. */
export function formatCommands(names: readonly CommandName[]): string {
  return [
    callOfProgram('COMMAND', '…'),
    '',
    ...columns(names.map((name) => [name, commandTable[name].summary])),
    '',
    ...columns([
      [callOfProgram('COMMAND', '--help'), 'print what a command takes'],
      [callOfProgram('--version'), 'print the version'],
    ]),
  ].join('\n');
}

/** `--since FILE`, `--rights[=json|csv]`. */
function formatOption([name, { value, choices }]: readonly [string, OptionRow]): string {
  const choice = choices === undefined ? '' : `[=${choices.join('|')}]`;
  return `--${name}${value === undefined ? choice : ` ${value}`}`;
}

/** Removes the backticks of Markdown. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...rows.map(([name = '']) => name.length));
  return rows.map(([name = '', meaning = '']) => `  ${name.padEnd(width)}  ${plain(meaning)}`);
}

/** The table in docs/reference/commands.md, in Markdown. */
export function formatCommandTable(): string {
  const rows = (Object.keys(commandTable) as CommandName[]).flatMap((name) => {
    const row: CommandRow = commandTable[name];
    const call = callOf(name, row.operands);
    const own = row.isTool ? [] : Object.entries(row.options);
    return [
      [`**\`${call}\`**`, row.summary],
      ...own.map((one) => [`\`${formatOption(one)}\``, one[1].meaning]),
    ];
  });
  const common = Object.entries(commonOptions).map(
    (one) => [`\`${formatOption(one)}\``, one[1].meaning] as const,
  );
  return table([...rows, ['**every command**', ''], ...common], '| Command | |');
}

/** The table in docs/reference/environment.md, in Markdown. */
export function formatSettingTable(): string {
  const rows = (Object.keys(settingTable) as SettingName[]).map((name) => [
    `\`${name}\``,
    settingTable[name].fallback,
    settingTable[name].meaning,
  ]);
  return table(rows, '| Setting | Default | |');
}

/** The table of engines in docs/reference/environment.md, in Markdown. */
export function formatEngineTable(): string {
  const code = (variable: string | undefined) => (variable ? `\`${variable}\`` : undefined);
  const rows = engineTable.map(({ name, source, ...engine }: Engine) => {
    const from = typeof engine.first === 'number' ? engine.first : code(engine.first);
    const only = engine.onlyWith ? `, only if ${code(engine.onlyWith)} is set` : '';
    const step = engine.step ? `, in steps of ${code(engine.step)}` : '';
    return [
      `[${name}](${source})`,
      `${code(engine.index)}, from ${from}${step}${only}`,
      code(engine.count) ?? '`SHARD_COUNT`, which you set',
    ];
  });
  return table(rows, '| Engine | Task | Number of tasks |');
}

function table(rows: readonly (readonly string[])[], head: string): string {
  const line = head.replace(/[^|]+/gu, ' --- ');
  const cells = rows.map((row) => `| ${row.join(' | ').replaceAll(/\|(?=[A-Zc])/gu, '\\|')} |`);
  return [head, line, ...cells].join('\n');
}
