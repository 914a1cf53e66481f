import { z } from 'astro/zod';
import { canonicalLanguage } from '../../language/canonical-language.ts';

/**
 * The schema of a field with one value for all languages, stored under the key `''`, or one value
 * per language tag. `isOne` tells whether a mapping is a single value. `error` completes "expected
 * …".
 */
export function byLanguage<S extends z.ZodType>(
  item: S,
  error: string,
  isOne: (value: object) => boolean = () => false,
) {
  return z.preprocess(
    (value) =>
      typeof value === 'object' && value !== null && !isOne(value) ? value : { '': value },
    z.record(z.string(), item, { error }).transform((value, context) => {
      const entries = Object.entries(value).map(([tag, item]) => {
        const canonical = tag === '' ? '' : canonicalLanguage(tag);
        if (canonical === undefined)
          context.addIssue(`language tags such as en or zh-Hans, not ${tag}`);
        return [canonical ?? tag, item] as const;
      });
      return Object.fromEntries(entries) as Record<string, z.output<S>>;
    }),
  );
}
