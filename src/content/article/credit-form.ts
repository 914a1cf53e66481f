import { cleanText } from '../fields/clean-text.ts';
import { text } from '../fields/text-field.ts';
import { type Credit, completeCredit, parseCreditLine } from './credit.ts';
import { mappingOf, webAddress } from './field-forms.ts';

/** The schema of a credit: a line, or its parts. */
export const creditForm = mappingOf(
  {
    creator: text('a name').optional(),
    creatorUrl: webAddress.optional(),
    source: text('a name').optional(),
    sourceUrl: webAddress.optional(),
    title: text('text').optional(),
    licence: text('the name of a licence such as CC BY 4.0').optional(),
    licenceUrl: webAddress.optional(),
    changes: text('text').optional(),
  },
  'a credit line such as "NAME via SOURCE", or its parts `creator:`, `source:` …',
  (line) => parseCreditLine(cleanText(line).replace(/\s/gu, ' ')),
)
  .transform(completeCredit)
  .refine(namesSomething, { error: 'a name: `creator:`, `source:`, `title:` or `licence:`' });

/** The names of its parts. */
export const creditParts = [
  'creator',
  'creatorUrl',
  'source',
  'sourceUrl',
  'title',
  'licence',
  'licenceUrl',
  'changes',
] as const satisfies readonly (keyof Credit)[];

function namesSomething({ creator, source, title, licence }: Credit): boolean {
  return [creator, source, title, licence].some((part) => part !== undefined);
}
