import { z } from 'astro/zod';
import { cleanText } from '../fields/clean-text.ts';
import { isBlank } from '../fields/invisible-characters.ts';

/** The form of a text that is not blank. `error` completes the sentence "expected …". */
export const text = (error: string) =>
  z
    .string({ error })
    .transform(cleanText)
    .refine((value) => !isBlank(value), { error });
