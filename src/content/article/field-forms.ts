import { z } from 'astro/zod';
import { forReaders, text } from '../fields/text-field.ts';
import { isWebAddress } from '../fields/web-address.ts';
import { fitsInName } from './slug.ts';

/** Schemas that several files share. Each `error` completes "expected …". */

/** Text that becomes part of an address, and so a folder name. */
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

/** A mapping that may be written as a single text. */
export const mappingOf = <S extends z.ZodRawShape>(
  shape: S,
  error: string,
  short: (text: string) => object,
) =>
  z.preprocess(
    (value: string | z.input<z.ZodObject<S>>) =>
      typeof value === 'string' ? short(value) : value,
    z.strictObject(shape, { error }),
  );
