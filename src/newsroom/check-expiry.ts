import type { Problem } from '../problems/problem.ts';
import type { ReadSettings } from '../publication/publication-settings.ts';

/**
 * A `security.txt` past its day: those who read it must not trust it any more (RFC 9116, section
 * 2.5.5). `now` in milliseconds since 1970.
 */
export function checkExpiry(
  { publication, expiresAt, file }: ReadSettings,
  now: number,
): Problem[] {
  const expires = publication?.security?.expires;
  if (expires === undefined || expiresAt === undefined || file === undefined) return [];
  if (Date.parse(`${expires}T00:00:00Z`) > now) return [];
  return [
    {
      severity: 'warning',
      file,
      ...expiresAt,
      field: 'security.expires',
      expected: 'a day that is still to come',
      got: `"${expires}"`,
      cure: 'see whether the contact still holds, and give a day within the next year',
    },
  ];
}
