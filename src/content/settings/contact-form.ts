import { z } from 'astro/zod';
import { isWebAddress } from '../fields/web-address.ts';

/** The schema of an address of this site or of another one. */
export const address = z
  .string({ error: 'an address such as https://example.org/ or /page/' })
  .trim()
  .refine((value) => /^\/(?!\/)[^\s\p{Cc}\p{Cs}"<>\\]*$/u.test(value) || isWebAddress(value), {
    error: 'an address such as https://example.org/ or /page/',
  });

/** The schema of the address at which somebody can be reached. */
export const contact = z
  .string({ error: 'an e-mail address or a web address' })
  .trim()
  .refine(
    (value) =>
      /^(?:mailto:)?[^\s\p{Cc}\p{Cs}@:/<>"]+@[^\s\p{Cc}\p{Cs}@:/<>"]+$/iu.test(value) ||
      address.safeParse(value).success,
    { error: 'an e-mail address or a web address' },
  );
