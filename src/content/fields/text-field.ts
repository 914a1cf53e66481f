import { z } from 'astro/zod';
import { cleanText } from './clean-text.ts';
import { isBlank } from './invisible-characters.ts';

const readerText = new WeakSet<z.core.$ZodType>();

/** A text that no reader sees as such (an identity, a path), and that is not blank. */
export const line = (error: string) =>
  z
    .string({ error })
    .transform(cleanText)
    .refine((value) => !isBlank(value), { error });

/** Plain text for readers, which is not blank. `error` completes the sentence "expected …". */
export const text = (error: string) => forReaders(line(error));

/** Marks a schema as one of plain text for readers; what refines it has to be marked again. */
export function forReaders<S extends z.ZodType>(schema: S): S {
  readerText.add(schema);
  return schema;
}

export function isForReaders(schema: z.core.$ZodType): boolean {
  return readerText.has(schema);
}
