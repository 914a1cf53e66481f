import type { Article } from '../../content/article/article.ts';
import { formatProblem, quote } from '../../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import type { CardReport } from './card-pool.ts';

/** Characters that are named one by one. */
const named = 8;

/** Problems that are told one by one: a script that no font has would be one for each article. */
const told = 10;

/** Why a card was not drawn. */
type CardFailure = Exclude<CardReport['result'], { name: string }>;

/** What is wrong with the card of an article: a warning, since links to it show something else. */
export function toCardProblem({ cardPlace, file }: Article, result: CardFailure): Problem {
  const [line, column] = cardPlace ?? [1, 1];
  const place = { severity: 'warning' as const, file, line, column, field: 'card' };
  if ('missing' in result) {
    const letters = result.missing.slice(0, named).map((letter) => {
      const codes = [...letter].map(
        (character) =>
          `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
      );
      return `${letter} (${codes.join(' ')})`;
    });
    const more = result.missing.length > named ? ' …' : '';
    return {
      ...place,
      message: wrongValue(
        'letters that the fonts of share cards have',
        letters.join(', ') + more,
      ),
      cure: 'add `card: ./PICTURE`; without one links show the picture or the publication’s card',
    };
  }
  const reason = result.failure.split('\n')[0] ?? '';
  return cardPlace
    ? {
        ...place,
        message: wrongValue('a picture (.jpg, .png, .webp, .avif, .gif)', quote(reason)),
        cure: 'replace the file',
      }
    : { ...place, message: wrongValue('a card that can be drawn', quote(reason)) };
}

/** Problems as lines to print; where there are many, the first of them and their number. */
export function formatCardProblems(problems: readonly Problem[]): string[] {
  const lines = problems.slice(0, told).map(formatProblem);
  const more = problems.length - lines.length;
  return more > 0 ? [...lines, `… and ${more} more articles without a share card`] : lines;
}
