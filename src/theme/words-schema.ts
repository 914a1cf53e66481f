import { z } from 'astro/zod';
import { cleanText } from '../content/fields/clean-text.ts';
import { isBlank } from '../content/fields/invisible-characters.ts';
import { forReaders } from '../content/fields/text-field.ts';
import { groupsOf, slotPattern, toWordForm } from '../language/word-forms.ts';
import { WORDS } from '../language/words-for.ts';

/** The longest of Dateline's own words has a third of this. */
const maxLength = 500;

/** A text with these slots and no others. Spaces at its ends are kept where `isSpaced`. */
function sentence(slots: readonly string[], { isSpaced = false } = {}) {
  const named = slots.map((slot) => `{${slot}}`);
  const expected =
    named.length === 0
      ? 'text without placeholders in braces'
      : `text with ${named.join(' and ')}, and no other placeholder`;
  const check = (value: string) => {
    const found = [...value.matchAll(slotPattern)].map(([written]) => written);
    if (isBlank(value)) return 'text that readers see';
    if (value.length > maxLength) return `text of at most ${maxLength} characters`;
    const hasAll = named.every((slot) => found.includes(slot));
    return hasAll && found.every((slot) => named.includes(slot)) ? undefined : expected;
  };
  return z
    .string({ error: named.length === 0 ? 'text' : expected })
    .transform((value) => {
      const [start = ''] = /^[ \u00a0\u202f]*/u.exec(value) ?? [];
      const [end = ''] = /[ \u00a0\u202f]*$/u.exec(value) ?? [];
      const clean = cleanText(value);
      return isSpaced && clean !== '' ? start + clean + end : clean;
    })
    .superRefine((value, context) => {
      const message = check(value);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    });
}

/**
 * One text for all counts, or texts by the plural categories of the language. Not searched for
 * markup: `# minutes` is not a heading.
 */
function pluralForms(language: string) {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const expected = `text with # for the number, by ${listed(categories)} (the plural forms of this language)`;
  return z.preprocess(
    (value) => (typeof value === 'string' ? { other: value } : value),
    z.record(z.string(), sentence([]), { error: expected }).superRefine((forms, context) => {
      const issue = (path: string[], message: string) =>
        context.addIssue({ code: 'custom', path, message });
      for (const category of Object.keys(forms))
        if (!categories.some((known) => known === category)) issue([category], expected);
      if (forms['other'] === undefined || !forms['other'].includes('#'))
        issue(forms['other'] === undefined ? [] : ['other'], '`other` with # for the number');
    }),
  );
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** The schema of a file with words: those that it has, in the groups of `Words`. */
export function wordsSchema(language: string): z.ZodType<object> {
  return toObject(groupsOf(WORDS.en), language);
}

function toObject(group: object, language: string): z.ZodType<object> {
  const shape = Object.entries(group).map(([name, word]) => [
    name,
    toSchema(word, language).optional(),
  ]);
  const names = Object.keys(group).slice(0, 3).join(', ');
  return z.strictObject(Object.fromEntries(shape), { error: `words by name: ${names} …` });
}

function toSchema(word: string | object, language: string): z.ZodType {
  const form = toWordForm(word);
  switch (form?.kind) {
    case undefined:
      return toObject(word as object, language);
    case 'plural':
      return pluralForms(language);
    case 'text':
      return forReaders(sentence(form.slots, { isSpaced: form.text.trim() !== form.text }));
  }
}
