import { z } from 'astro/zod';
import { forReaders, text } from '../fields/text-field.ts';
import { isWebAddress } from '../fields/web-address.ts';
import { fitsInName } from './slug.ts';

/** Forms that fields of several files have. Each `error` completes the sentence "expected …". */

/** Text that becomes a part of an address, and so the name of a folder. */
export const nameInAddress = (error: string) =>
  forReaders(text(error).refine(fitsInName, { error: `${error} of at most 240 bytes` }));

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
