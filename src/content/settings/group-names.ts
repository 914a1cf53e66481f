import { z } from 'astro/zod';
import { forReaders, text } from '../fields/text-field.ts';
import { byLanguage } from './by-language.ts';
import type { LocalText } from './local-text.ts';

const byLanguageForm = 'text, or text by language such as {en: …, ko: …}';

/** Names become folder names. */
const name = (of: string) =>
  forReaders(
    text(`the name of a ${of}`)
      .refine((value) => new TextEncoder().encode(value).length <= 240, {
        error: `the name of a ${of} of at most 240 bytes`,
      })
      .refine((value) => /[\p{L}\p{N}]/u.test(value), {
        error: `a ${of} with letters or digits`,
      }),
  );

/** The schema of `sections`. */
export const sectionList = z.array(byLanguage(name('section'), byLanguageForm), {
  error: 'a list of section names',
});

/** The schema of `topics`. A name identifies one topic in each language. */
export const topicList = z
  .array(byLanguage(name('topic'), byLanguageForm), {
    error: 'a list of topics such as [{en: Ferries, ko: 여객선}]',
  })
  .superRefine((topics, context) => {
    for (const [index, names] of topics.entries()) {
      const double = findDouble(names, topics.slice(0, index));
      if (double === undefined) continue;
      context.addIssue({
        code: 'custom',
        path: double === '' ? [index] : [index, double],
        message: 'each topic name once in a language',
        params: { cure: 'write all names of one topic in one entry' },
      });
    }
  });

/** The language of a name that an earlier topic already has, in that language or in all. */
function findDouble(names: LocalText, earlier: readonly LocalText[]): string | undefined {
  return Object.keys(names).find((language) => {
    const own = plain(names[language]);
    return earlier.some((others) =>
      Object.entries(others).some(
        ([other, name]) =>
          (other === language || other === '' || language === '') && plain(name) === own,
      ),
    );
  });
}

function plain(name = ''): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s-]+/gu, ' ');
}
