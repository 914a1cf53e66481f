import type { Files } from '../test-site.ts';
import type { PlaceName } from './places.ts';

/** The editions of the test site. */
export const languages = ['en', 'ko', 'ar'] as const;
export type Language = (typeof languages)[number];

/** A form of news, written once, and what each output must say about it. */
export interface Form {
  readonly name: string;
  readonly files: Files;
  /** The slug of its article, which is of the day of the build. */
  readonly slug: string;
  /** Texts that each place has, in the editions that have the article. */
  readonly says: Readonly<Partial<Record<Language, readonly string[]>>>;
  /** Other texts of a place; undefined if the article must not be there. */
  readonly instead?: Partial<
    Record<PlaceName, (language: Language) => readonly string[] | undefined>
  >;
  /** Texts that no place may have. */
  readonly never?: readonly string[];
}

/** The address of a form's article in an edition. */
export function addressOf({ slug }: Form, language: Language): string {
  return `${language === 'en' ? '' : `/${language}`}/2026/06/01/${slug}/`;
}

/** A content file: fields as lines, then the text. */
export function articleFile(fields: readonly string[], text: string): string {
  return ['---', ...fields, '---', '', text, ''].join('\n');
}
