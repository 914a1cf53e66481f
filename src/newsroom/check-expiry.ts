import type { Problem } from '../problems/problem.ts';
import type { ReadSettings } from '../publication/publication-settings.ts';

/**
 * A `security.txt` past its day: those who read it must not trust it any more (RFC 9116, section
 * 2.5.5). `now` in milliseconds since 1970; `shown` is the content folder as problems name it.
 */
export function checkExpiry(
  { publication, expiresAt }: ReadSettings,
  shown: string,
  now: number,
): Problem[] {
  const expires = publication?.security?.expires;
  if (expires === undefined || expiresAt === undefined) return [];
  if (Date.parse(`${expires}T00:00:00Z`) > now) return [];
  return [
    {
      severity: 'warning',
      file: `${shown}/publication.yaml`,
      ...expiresAt,
      field: 'security.expires',
      expected: 'a day that is still to come',
      got: `"${expires}"`,
      cure: 'see whether the contact still holds, and give a day within the next year',
    },
  ];
}
