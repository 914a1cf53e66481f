import { z } from 'astro/zod';
import { forReaders, line, text } from '../fields/text-field.ts';
import { byLanguage } from './by-language.ts';
import type { LocalText } from './local-text.ts';

/** A section or topic that `publication.yaml` lists. */
export interface ListedGroup {
  readonly names: LocalText;
  readonly description?: LocalText;
  /** Other names, in any language. */
  readonly aka: readonly string[];
  /** Path of a picture below the content folder, as written. */
  readonly picture?: string;
}

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

const groupFields = ['name', 'description', 'aka', 'picture'] as const;

/** A name, a name by language, or fields. Names alone are below the key `''`, as in `byLanguage`. */
const group = (of: string) =>
  z.preprocess(
    (value) =>
      typeof value === 'object' && value !== null && groupFields.some((field) => field in value)
        ? value
        : { '': value },
    z
      .strictObject({
        '': byLanguage(name(of), byLanguageForm).optional(),
        name: byLanguage(name(of), byLanguageForm).optional(),
        description: byLanguage(text('text'), byLanguageForm).optional(),
        aka: z
          .preprocess(
            (value) => (typeof value === 'string' ? [value] : value),
            z.array(name(of), { error: `a list of other names of the ${of}` }),
          )
          .default([]),
        picture: line('the path of a picture').optional(),
      })
      .superRefine(({ '': alone, name }, context) => {
        if (alone ?? name) return;
        context.addIssue({ code: 'custom', path: ['name'], message: `the name of a ${of}` });
      }),
  );

type WrittenGroup = z.output<ReturnType<typeof group>>;

/** The schema of `sections` or `topics`. A name identifies one of them in each language. */
const groupList = (of: string, error: string) =>
  z
    .array(group(of), { error })
    .superRefine((groups, context) => {
      for (const [index, own] of groups.entries()) {
        const path = findDouble(own, groups.slice(0, index));
        if (path === undefined) continue;
        context.addIssue({
          code: 'custom',
          path: [index, ...path],
          message: `each ${of} name once in a language`,
          params: { cure: `write all names of one ${of} in one entry` },
        });
      }
    })
    .transform((groups) =>
      groups.map(
        ({ description, aka, picture, ...written }): ListedGroup => ({
          names: namesOf(written),
          ...(description ? { description } : {}),
          aka,
          ...(picture ? { picture } : {}),
        }),
      ),
    );

export const sectionList = groupList('section', 'a list of section names');

export const topicList = groupList(
  'topic',
  'a list of topics such as [{en: Ferries, ko: 여객선}]',
);

function namesOf({ '': alone, name }: Pick<WrittenGroup, '' | 'name'>): LocalText {
  return alone ?? name ?? {};
}

/** The path of a name that an earlier group already has, in its language or in all. */
function findDouble(
  own: WrittenGroup,
  earlier: readonly WrittenGroup[],
): readonly (string | number)[] | undefined {
  const names = namesOf(own);
  const isTaken = (language: string, name: string) =>
    earlier.some((other) =>
      [...Object.entries(namesOf(other)), ...other.aka.map((aka) => ['', aka] as const)].some(
        ([otherLanguage, otherName]) =>
          (otherLanguage === language || otherLanguage === '' || language === '') &&
          plain(otherName) === plain(name),
      ),
    );
  const language = Object.keys(names).find((language) =>
    isTaken(language, names[language] ?? ''),
  );
  const index = own.aka.findIndex((aka) => isTaken('', aka));
  if (language !== undefined)
    return [own.name === undefined ? '' : 'name', language].filter((step) => step !== '');
  return index < 0 ? undefined : ['aka', index];
}

function plain(name = ''): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s-]+/gu, ' ');
}
