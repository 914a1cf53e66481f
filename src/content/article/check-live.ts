import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import { type ContentFile, placeOf } from './content-file.ts';

/**
 * Warns about a live article without entries, about entries in another kind of article, and about
 * `closed` where nothing is live.
 */
export function checkLive(content: ContentFile, original: ContentFile): Problem[] {
  const kind = content.fields.kind ?? original.fields.kind;
  const count = content.body.entries?.length ?? 0;
  const warn = (field: string, message: string, cure: string): Problem => ({
    severity: 'warning',
    ...placeOf(content, field),
    field,
    message,
    cure,
  });
  if (kind === 'live' && count === 0)
    return [
      warn(
        'kind',
        wrongValue('a heading for each entry of a live article', 'none'),
        'write headings such as `## 2026-01-06T18:30+09:00 Headline`',
      ),
    ];
  if (kind !== 'live' && count > 0)
    return [
      warn(
        'kind',
        wrongValue('`live`, since headings begin with a time', kind ?? 'none'),
        'add `kind: live`, or put the words of each heading before the time',
      ),
    ];
  if (kind !== 'live' && content.fields.closed)
    return [
      warn('closed', wrongValue('it in a live article only', kind ?? 'news'), 'it is not used'),
    ];
  return [];
}
