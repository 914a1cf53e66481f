import { compareText } from '../../publication/edition/compare-text.ts';
import { readManifest } from '../../system/cache/find-package.ts';
import { packageFolder } from '../../system/cache/package-folder.ts';
import { countOf } from '../../system/problems/count-of.ts';
import { formatProblem, quote } from '../../system/problems/format-problem.ts';
import { type Place, type Problem, wrongValue } from '../../system/problems/problem.ts';
import type { CardLack } from './card-store.ts';
import type { ShareCard } from './share-card.ts';

/** Characters that a message lists. */
const maxListed = 8;

/** Problems that are reported one by one: with a script that no font has, each article has one. */
const maxReported = 10;

/** The problem of an article whose card is not as it should be: a warning, since links still work. */
export function toCardProblem(
  { file, line, column }: Place,
  { kind }: ShareCard,
  lack: CardLack,
): Problem {
  const place = { severity: 'warning' as const, file, line, column, field: 'card' };
  if ('missing' in lack) {
    const letters = lack.missing.slice(0, maxListed).map((letter) => {
      const codes = [...letter].map(
        (character) =>
          `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
      );
      return `${letter} (${codes.join(' ')})`;
    });
    const more = lack.missing.length > maxListed ? ' …' : '';
    return {
      ...place,
      message: wrongValue(
        'letters that the fonts of share cards have',
        letters.join(', ') + more,
      ),
      cure: 'add `card: ./PICTURE`; without one links show the picture or the publication’s card',
    };
  }
  const reason = lack.failure.split('\n')[0] ?? '';
  return kind === 'own'
    ? {
        ...place,
        message: wrongValue('a picture (.jpg, .png, .webp, .avif, .gif)', quote(reason)),
        cure: 'replace the file',
      }
    : { ...place, message: wrongValue('a card that can be drawn', quote(reason)) };
}

/** Formats what to install, a line for each package. */
export function formatMissingFonts(missing: ReadonlyMap<string, number>): string[] {
  const { peerDependencies = {} } = readManifest(packageFolder());
  return [...missing].map(([name, cards]) => {
    const version = peerDependencies[name]?.replace(/^\D+/u, '');
    const call = `npm install ${name}${version === undefined ? '' : `@${version}`}`;
    return `share cards: ${countOf(cards, 'card')} not drawn, because the font is not installed; run \`${call}\``;
  });
}

/** Formats the first problems as lines, by file, and the number of the others. */
export function formatCardProblems(problems: readonly Problem[]): string[] {
  const sorted = problems.toSorted((a, b) => compareText(a.file, b.file) || a.line - b.line);
  const lines = sorted.slice(0, maxReported).map(formatProblem);
  const more = problems.length - lines.length;
  return more > 0 ? [...lines, `… and ${more} more articles without a share card`] : lines;
}
