import { z } from 'astro/zod';
import { type Place, type Problem, wrongValue } from '../../system/problems/problem.ts';
import { checkFields } from '../fields/check-fields.ts';
import { maxFrontMatterLength } from '../fields/fields.ts';
import { parseYamlFields } from '../fields/parse-yaml-fields.ts';
import { toSurpriseWarnings, toSyntaxProblems } from '../fields/syntax-problems.ts';
import { text } from '../fields/text-field.ts';
import { byLanguage } from '../settings/by-language.ts';
import type { LocalText } from '../settings/local-text.ts';
import { checkCredit } from './check-credit.ts';
import type { Credit } from './credit.ts';
import { creditForm, creditParts } from './credit-form.ts';

/**
 * The content of a file beside a picture or clip (`harbour.jpg.yaml`): the defaults for every article
 * that shows it. Plain JSON.
 */
export interface PictureNote {
  /** Path of the picture below the content folder. */
  readonly picture: string;
  readonly alt?: LocalText;
  readonly caption?: LocalText;
  /** By language. The key `''` holds the credit for all languages. */
  readonly credit?: Readonly<Record<string, Credit>>;
  /** The position of the credit, else the start of the file. */
  readonly place: Place;
}

/** By the picture's path below the content folder. */
export type PictureNotes = ReadonlyMap<string, PictureNote>;

const noteForm = z.strictObject(
  {
    alt: byLanguage(
      text('a description of the picture'),
      'a description of the picture, or one by language such as {en: …, ko: …}',
    ).optional(),
    caption: byLanguage(
      text('text'),
      'text, or text by language such as {en: …, ko: …}',
    ).optional(),
    credit: byLanguage(
      creditForm,
      'a credit line such as "NAME via SOURCE", its parts, or either by language',
      (value) =>
        Object.keys(value).some((key) => (creditParts as readonly string[]).includes(key)),
    ).optional(),
  },
  { error: '`alt:`, `caption:` and `credit:`' },
);

/** The picture or clip that a note belongs to; undefined for other paths. */
export function pictureOfNote(path: string): string | undefined {
  return /^(.+\.(?:jpe?g|png|webp|avif|gif|svg|mp4|webm|mp3|m4a|ogg|opus|wav))\.yaml$/iu.exec(
    path,
  )?.[1];
}

/**
 * Parses a picture note, with all its problems. There is no note if there is an error. `file` is
 * its path as shown in problems.
 */
export function parsePictureNote(
  yaml: string,
  { picture, file }: { picture: string; file: string },
): { note?: PictureNote; problems: readonly Problem[] } {
  if (yaml.length > maxFrontMatterLength) {
    const at = {
      severity: 'error',
      file,
      line: 1,
      column: 1,
      field: 'note of a picture',
    } as const;
    const expected = `at most ${maxFrontMatterLength} characters`;
    const problem = {
      ...at,
      message: wrongValue(expected, `${yaml.length}`),
      cure: 'shorten it',
    };
    return { problems: [problem] };
  }
  const parsed = parseYamlFields(yaml, 1);
  if (!parsed.fields) {
    const source = { file, field: 'note of a picture', format: 'YAML', firstLine: 1 } as const;
    return { problems: toSyntaxProblems(parsed.problems, { ...source, text: yaml }) };
  }
  const { fields } = parsed;
  const { value, problems: faults } = checkFields(noteForm, fields, file);
  const problems = [...toSurpriseWarnings(parsed.surprises, file), ...faults];
  if (!value) return { problems };
  for (const [language, credit] of Object.entries(value.credit ?? {})) {
    const path = language === '' ? ['credit'] : ['credit', language];
    for (const { field, ...fault } of checkCredit(credit)) {
      const place = { file, ...fields.positionOf([...path, field]) };
      problems.push({ ...fault, ...place, field: [...path, field].join('.') });
    }
  }
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  const place = { file, ...fields.positionOf(['credit']) };
  const { alt, caption, credit } = value;
  return {
    note: {
      picture,
      ...(alt ? { alt } : {}),
      ...(caption ? { caption } : {}),
      ...(credit ? { credit } : {}),
      place,
    },
    problems,
  };
}
