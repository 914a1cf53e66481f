import { languageName } from '../language/language-name.ts';
import { wordsFor } from '../language/words-for.ts';
import { formatProblem } from '../problems/format-problem.ts';
import type { Gathered } from './gather-copy.ts';

/** Says that copy has errors: the report is its message. */
export class InvalidCopy extends Error {
  override readonly name = 'InvalidCopy';
}

/**
 * Tells everything that is wrong with the copy, and what is kept back. Throws `InvalidCopy` with
 * all problems where there is an error, unless it is only left out (`skipInvalid`, live preview).
 */
export function reportGathered(
  gathered: Gathered,
  { live, skipInvalid }: { live: boolean; skipInvalid: boolean },
): void {
  const { problems, leftOut, drafts, scheduled } = gathered;
  const errors = problems.filter((problem) => problem.severity === 'error');
  const lines = problems.map(formatProblem);
  if (errors.length > 0 && !live && !(skipInvalid && gathered.publishable)) {
    const files = new Set(errors.map((problem) => problem.file)).size;
    const count = `${plural(errors.length, 'error')} in ${plural(files, 'file')}`;
    throw new InvalidCopy(
      [...lines, '', `${count}; nothing was published. ${cureOf(gathered)}`].join('\n'),
    );
  }
  for (const line of lines) console.error(line);
  if (leftOut.length > 0)
    console.error(`left out: ${plural(leftOut.length, 'file')}\n  ${leftOut.join('\n  ')}`);
  if (drafts > 0) console.log(`${plural(drafts, 'draft')} kept back`);
  if (scheduled > 0) console.log(`${plural(scheduled, 'scheduled article')} kept back`);
  for (const language of gathered.languages) {
    if (wordsFor(language).known) continue;
    console.error(
      `the edition in ${languageName(language)} (${language}) has English words in its menus and labels`,
    );
  }
}

function cureOf({ publishable }: Gathered): string {
  return publishable
    ? 'SKIP_INVALID=1 leaves these files out.'
    : 'SKIP_INVALID cannot help here: nothing can be left out.';
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
