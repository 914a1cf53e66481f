import { existsSync } from 'node:fs';
import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import type { Story } from '../content/article/article.ts';
import { releaseOf } from '../content/article/release-of.ts';
import { languageName } from '../language/language-name.ts';
import { wordsFor } from '../language/words-for.ts';
import { countOf } from '../system/problems/count-of.ts';
import { toPrintableLine } from '../system/problems/printable.ts';
import type { Problem } from '../system/problems/problem.ts';
import { terminal } from '../system/terminal/terminal.ts';
import type { Gathered } from './gather-content.ts';

/** The content has errors. The message is the end of the report. */
export class InvalidContent extends Error {
  override readonly name = 'InvalidContent';
}

/**
 * Reports all problems of the content, and what is not published.
 *
 * @throws {InvalidContent} where there is an error, unless `skipInvalid` leaves such files out
 */
export function reportGathered(
  gathered: Gathered,
  { skipInvalid }: { skipInvalid: boolean },
): void {
  const { problems, leftOut, drafts, scheduled, expired, published } = gathered;
  const { problem, info, warn, addFacts } = terminal();
  const errors = problems.filter(({ severity }) => severity === 'error');
  problems.forEach(problem);
  addFacts({
    ...{ leftOut, drafts, scheduled: toScheduledFacts(scheduled), expired },
    ...countsOf(published),
  });
  if (errors.length > 0 && !(skipInvalid && gathered.publishable)) {
    const files = new Set(errors.map(({ file }) => file)).size;
    const count = `${countOf(errors.length, 'error')} in ${countOf(files, 'file')}`;
    throw new InvalidContent(`\n${count}; nothing was published. ${cureOf(gathered)}`);
  }
  if (leftOut.length > 0) {
    const files = leftOut.map(toPrintableLine).join('\n  ');
    warn(`left out: ${countOf(leftOut.length, 'file')}\n  ${files}`);
  }
  if (drafts > 0) info(`${countOf(drafts, 'draft')} not published`);
  for (const line of formatScheduled(scheduled, published.settings.timeZone)) info(line);
  if (expired > 0) info(`${countOf(expired, 'expired article')} not published`);
  for (const line of languagesWithoutWords(gathered).values()) warn(line);
}

/** Warnings of editions whose language has no interface words, by language. */
export function languagesWithoutWords({ languages, published }: Gathered): Map<string, string> {
  return new Map(
    languages
      .filter((language) => !wordsFor(language, published.settings.words).known)
      .map((language) => [
        language,
        `the edition in ${languageName(language)} (${language}) has English words in its menus and labels`,
      ]),
  );
}

/**
 * Lists scheduled articles and their publication dates as lines to print, the next one first. Empty where
 * there are none.
 */
export function formatScheduled(stories: readonly Story[], timeZone: string): string[] {
  if (stories.length === 0) return [];
  const inOrder = stories.toSorted((a, b) => releaseOf(a) - releaseOf(b));
  const lines = inOrder.map((story) => {
    const when = format(new TZDate(releaseOf(story), timeZone), 'yyyy-MM-dd HH:mm');
    return toPrintableLine(`  ${story.file}: on ${when.replace(/ 00:00$/u, '')} (${timeZone})`);
  });
  const count = countOf(stories.length, 'scheduled article');
  return [
    `${count} not published yet; build again after ${stories.length === 1 ? 'its date' : 'these dates'}:`,
    ...lines,
  ];
}

/** Scheduled articles for the JSON report; `out` is the publication date. */
export function toScheduledFacts(stories: readonly Story[]): object[] {
  return stories.map((story) => ({
    file: story.file,
    out: new Date(releaseOf(story)).toISOString(),
  }));
}

/** Counts the published articles and pages; each translation counts. */
function countsOf({ byPath }: Gathered['published']): { articles: number; texts: number } {
  const stories = [...byPath.values()];
  const articles = stories.filter(({ kind }) => kind === 'article').length;
  return { articles, texts: stories.length - articles };
}

function cureOf({ publishable }: Gathered): string {
  return publishable
    ? 'SKIP_INVALID=1 leaves these files out.'
    : 'SKIP_INVALID cannot help here: nothing can be left out.';
}

/**
 * Creates a function that reports, after each reading of the content folder, what has changed: new
 * problems, and files that were fixed or removed. A problem that moved to another line is not new.
 */
export function createReporter(): (gathered: Gathered) => void {
  let reported = new Map<string, Problem[]>();
  let languages = new Set<string>();
  return (gathered) => {
    const { problem, info, warn } = terminal();
    const now = Map.groupBy(gathered.problems, identityOf);
    for (const [identity, problems] of now) {
      const before = reported.get(identity)?.length ?? 0;
      problems.slice(before).forEach(problem);
    }
    const wrong = filesWithErrors([...now.values()].flat());
    for (const file of filesWithErrors([...reported.values()].flat()))
      if (!wrong.has(file))
        info(`${toPrintableLine(file)}: ${existsSync(file) ? 'fixed' : 'removed'}`);
    reported = now;
    const without = languagesWithoutWords(gathered);
    for (const [language, line] of without) if (!languages.has(language)) warn(line);
    languages = new Set(without.keys());
  };
}

function identityOf({ line: _, column: __, ...problem }: Problem): string {
  return JSON.stringify(problem);
}

function filesWithErrors(problems: readonly Problem[]): Set<string> {
  return new Set(
    problems.filter(({ severity }) => severity === 'error').map(({ file }) => file),
  );
}
