import { z } from 'astro/zod';

const reachable = z
  .string({ error: 'an e-mail address, or an address such as https://example.org/' })
  .trim()
  .refine(
    (value) =>
      /^[^\s\p{Cc}\p{Cs}@:/]+@[^\s\p{Cc}\p{Cs}@:/]+$/u.test(value) ||
      (/^(?:https:\/\/|mailto:|tel:)[^\s\p{Cc}\p{Cs}"<>]*$/iu.test(value) &&
        URL.canParse(value)),
    { error: 'an e-mail address, or an address such as https://example.org/' },
  );

/** RFC 9116, section 2.5: a URI. Web URIs must use https. */
const secureAddress = z
  .string({ error: 'an address such as https://example.org/' })
  .trim()
  .refine(
    (value) =>
      /^(?:https:\/\/|dns:|openpgp4fpr:)[^\s\p{Cc}\p{Cs}"<>]+$/iu.test(value) &&
      URL.canParse(value),
    { error: 'an address such as https://example.org/' },
  );

const required = {
  contact: 'an address, or a list of addresses',
  expires: 'a day such as 2027-01-31, within a year',
} as const;

/**
 * The content of `.well-known/security.txt` (RFC 9116), and the scripts of the theme that may run.
 * `expires` is never generated: a new value would claim that a person has reviewed the file.
 */
export const securitySchema = z
  .strictObject(
    {
      contact: z
        .preprocess(
          (value) => (typeof value === 'string' ? [value] : value),
          z.array(reachable, { error: required.contact }).min(1, { error: required.contact }),
        )
        .optional(),
      expires: z
        .string({ error: required.expires })
        .refine(isDay, { error: required.expires })
        .optional(),
      encryption: secureAddress.optional(),
      acknowledgments: secureAddress.optional(),
      policy: secureAddress.optional(),
      hiring: secureAddress.optional(),
      /** Paths below the project's folder. */
      scripts: z
        .preprocess(
          (value) => (typeof value === 'string' ? [value] : value),
          z.array(z.string({ error: 'a path such as theme/scripts/clock.ts' }).trim(), {
            error: 'a list of paths such as [theme/scripts/clock.ts]',
          }),
        )
        .optional(),
    },
    { error: '`contact:` and `expires:`, or `scripts:`' },
  )
  .superRefine(({ scripts, ...file }, context) => {
    // Without scripts it is for `security.txt`, which needs both.
    if (scripts !== undefined && Object.values(file).every((value) => value === undefined))
      return;
    for (const name of ['contact', 'expires'] as const)
      if (file[name] === undefined)
        context.addIssue({ code: 'custom', path: [name], message: required[name] });
  });

function isDay(text: string): boolean {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/u.test(text) ? `${text}T00:00:00Z` : Number.NaN);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
