import { z } from 'astro/zod';

/** Forms that fields of several files have. Each `error` completes the sentence "expected …". */

export const text = (error: string) =>
  z
    .string({ error })
    .transform(cleanText)
    .refine((value) => value !== '', { error });

export const webAddress = z
  .string({ error: 'an address such as https://example.org/page' })
  .trim()
  .refine(isWebAddress, { error: 'an address such as https://example.org/page' });

export const filePath = (error: string) =>
  z
    .string({ error })
    .trim()
    .refine((value) => value !== '' && !/^[a-z][a-z+.-]*:/iu.test(value), { error });

/** A mapping which may be written as one text. */
export const mappingOf = <S extends z.ZodRawShape>(
  shape: S,
  error: string,
  short: (text: string) => object,
) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? short(value) : value),
    z.strictObject(shape, { error }),
  );

/** Text as a page prints it: one line, NFC, without control characters. */
export function cleanText(value: string): string {
  return value
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\u{fdd0}-\u{fdef}\u{fffe}\u{ffff}]/gu, '')
    .trim();
}

/** Whether a text is an address with http or https and nothing that could end an attribute. */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\//iu.test(value) && URL.canParse(value) && !/[\s"<>]/u.test(value);
}
