import type { Article, Story } from '../../content/article/article.ts';
import { identityOf } from '../../content/article/identity.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';

/**
 * Reports two articles with the same identity, of which feed readers would show only one.
 * Addresses are unique already, so at least one has an `id`.
 */
export function claimIdentities(stories: readonly Story[]): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, Article>();
  for (const story of stories) {
    if (story.kind !== 'article') continue;
    const identity = identityOf(story);
    const other = owners.get(identity);
    owners.set(identity, other ?? story);
    if (other === undefined || (other.id === undefined && story.id === undefined)) continue;
    problems.push({
      severity: 'error',
      file: story.file,
      line: 1,
      column: 1,
      field: 'id',
      message: wrongValue(
        'an identity of its own in feeds',
        `${quote(identity)}, which is that of ${other.file}`,
      ),
      cure: 'give each article another `id:`, or none',
    });
  }
  return problems;
}
