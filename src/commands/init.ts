import { statSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { cleanText } from '../content/fields/clean-text.ts';
import { parsePublication } from '../content/settings/publication-settings.ts';
import type { Settings } from '../content/settings/settings.ts';
import { rowForLanguage } from '../language/fallback-languages.ts';
import { isTimeZone } from '../language/format-date.ts';
import { WORDS } from '../language/words-for.ts';
import { callOf } from '../system/cache/call-of.ts';
import { packageFolder } from '../system/cache/package-folder.ts';
import { formatProblem } from '../system/problems/format-problem.ts';
import { type Ask, canAsk, withQuestions } from './init/ask-facts.ts';
import { findArticles } from './init/find-articles.ts';
import { nextCommands } from './init/next-commands.ts';
import { loadDependency } from './init/package-text.ts';
import { planProject } from './init/plan-project.ts';
import {
  formatPublication,
  type ProjectFacts,
  toPublicationName,
} from './init/publication-text.ts';
import { writeProject } from './init/write-project.ts';
import { CommandError, type GivenArguments, parseLanguage } from './parse-command.ts';
import { refusePath } from './refuse-path.mjs';
import { runCommand } from './run-command.ts';

/** `npm run init -- [FOLDER]`: makes a folder for a publication that uses Dateline as a package. */
await runCommand('init', async ({ settings, options, operands, terminal }) => {
  const folder = parseFolder(operands);
  const shown = relative('', folder) || '.';
  const isQuiet = options.quiet || options.json || options.yes;
  const collect = (ask?: Ask) => collectFacts(folder, options, settings, ask);
  const facts = await (!isQuiet && canAsk() ? withQuestions(collect) : collect());
  const dependency = loadDependency(folder, facts.languages);
  const { content, hasArticles } = await findArticles(folder);
  const plan = { facts, folderName: basename(folder), content, hasArticles, dependency };
  const files = planProject(plan);
  const { written, left } = await writeProject(folder, files, shown);
  const next = nextCommands(folder, dependency);
  terminal.addFacts({ folder, content, written, left, next });
  const pathOf = (path: string) => (shown === '.' ? path : `${shown}/${path}`);
  for (const path of written) terminal.info(`Wrote ${pathOf(path)}`);
  for (const path of left) terminal.info(`${pathOf(path)} exists: left as it was`);
  terminal.info(['', 'Next:', ...next.map((command) => `  ${command}`)].join('\n'));
});

/** @throws {CommandError} where a project cannot be there */
function parseFolder([given = '.', more]: readonly string[]): string {
  if (more !== undefined)
    throw new CommandError(`init: expected one folder, got ${JSON.stringify(more)} as well`);
  const folder = resolve(given);
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found !== undefined && !found.isDirectory())
    throw new CommandError(`init: expected a folder, got the file ${JSON.stringify(given)}`);
  const refusal = refusePath(folder);
  if (refusal !== undefined) throw new CommandError(refusal);
  if (folder === packageFolder())
    throw new CommandError(
      `init: expected a folder of your own, got that of Dateline; name another, as in: ${callOf('init', '../my-paper')}`,
    );
  return folder;
}

/**
 * Collects what a project is made from: what was given, else what somebody answers, else a guess.
 *
 * @throws {CommandError} for a wrong name or language
 */
async function collectFacts(
  folder: string,
  { name, lang }: GivenArguments<'init'>['options'],
  settings: Settings,
  ask: Ask | undefined,
): Promise<ProjectFacts> {
  const computer = Intl.DateTimeFormat().resolvedOptions();
  const timeZone = isTimeZone(computer.timeZone) ? computer.timeZone : 'UTC';
  const either = (given: string | undefined, question: string, guess: string) =>
    given ?? (ask ? ask(question, guess) : guess);
  const guessed = toPublicationName(basename(folder)) || 'My Publication';
  const spoken = rowForLanguage(WORDS, computer.locale)?.language;
  const ownName = await either(name, 'Name of the publication', guessed);
  const tags = await either(lang, 'Its languages, the default first', spoken ?? 'en');
  const facts = {
    name: cleanText(ownName),
    languages: parseLanguages(tags),
    timeZone,
    day: format(new TZDate(settings.now, timeZone), 'yyyy-MM-dd'),
  };
  if (facts.name === '') throw new CommandError('init: --name: expected a name, got nothing');
  if (facts.languages.length === 0)
    throw new CommandError('init: --lang: expected language tags such as ko,en, got none');
  const { problems } = parsePublication(formatPublication(facts), 'publication.yaml', '');
  const [problem] = problems.filter(({ severity }) => severity === 'error');
  if (problem !== undefined)
    throw new CommandError(`init: ${formatProblem(problem).replace(/^.*?\s+/u, '')}`);
  return facts;
}

/** `ko, en` -> `ko`, `en` */
function parseLanguages(tags: string): readonly string[] {
  const given = tags.split(/[\s,]+/u).filter(Boolean);
  return [...new Set(given.map((tag) => parseLanguage('init', tag)))];
}
