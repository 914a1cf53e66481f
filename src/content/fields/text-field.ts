import { z } from 'astro/zod';
import { cleanText } from './clean-text.ts';
import { isBlank } from './invisible-characters.ts';

const readerText = new WeakSet<z.core.$ZodType>();

/** A text that is not blank and that readers do not see as such (an identity, a path). */
export const line = (error: string) =>
  z
    .string({ error })
    .transform(cleanText)
    .refine((value) => !isBlank(value), { error });

/** Plain text for readers that is not blank. `error` completes "expected …". */
export const text = (error: string) => forReaders(line(error));

/** Marks a schema as plain text for readers. Refining the schema loses the mark. */
export function forReaders<S extends z.ZodType>(schema: S): S {
  readerText.add(schema);
  return schema;
}

export function isForReaders(schema: z.core.$ZodType): boolean {
  return readerText.has(schema);
}
