import type { Files } from '../test-site.ts';
import type { FormName } from './form-names.ts';
import type { PlaceName } from './places.ts';

/** The editions of the test site. */
export const languages = ['en', 'ko', 'ar'] as const;
export type Language = (typeof languages)[number];

/** A form of news, written once, and what each output must say about it. */
export interface Form {
  readonly name: string;
  /** What of the code's tables it is a row for. */
  readonly holds: readonly FormName[];
  readonly files: Files;
  /** The slug of its article, which is of the day of the build, or the address of another page. */
  readonly page: string;
  /** Texts that each place has, in the editions that have the page. */
  readonly says: Readonly<Partial<Record<Language, readonly string[]>>>;
  /** Other texts of a place, or the reason why it has none of them. */
  readonly instead?: Partial<
    Record<PlaceName, (language: Language) => readonly string[] | Missing>
  >;
  /** Words by which the search must find it, besides its headline. */
  readonly finds?: Partial<Record<Language, string>>;
  /** Texts that no place may have. */
  readonly never?: readonly string[];
}

/** Why a place has nothing of a form: the whole page is not there, or the words are not. */
export interface Missing {
  readonly missing: 'page' | 'words';
  readonly reason: string;
}

export const noPage = (reason: string) => (): Missing => ({ missing: 'page', reason });
export const noWords = (reason: string) => (): Missing => ({ missing: 'words', reason });

/** Outputs that show an article without its text. */
export const withoutText = {
  'the list of all articles': noWords('lists have headlines and summaries'),
  'the news sitemap': noWords('it has headlines'),
  'the share card': noWords('it has a headline'),
  'llms.txt': noWords('it has headlines and summaries'),
} as const satisfies Form['instead'];

/** Pages that are not articles are in no output that lists these. */
export const notAnArticle = {
  'the list of all articles': noPage('it lists articles'),
  RSS: noPage('feeds have articles'),
  Atom: noPage('feeds have articles'),
  'JSON Feed': noPage('feeds have articles'),
  'the news sitemap': noPage('it has articles of two days'),
  'llms.txt': noPage('it lists articles'),
} as const satisfies Form['instead'];

/** The address of a form's page in an edition. */
export function addressOf({ page }: Pick<Form, 'page'>, language: Language): string {
  const path = page.startsWith('/') ? page : `/2026/06/01/${page}/`;
  return (language === 'en' ? '' : `/${language}`) + path;
}

/** A content file: fields as lines, then the text. */
export function articleFile(fields: readonly string[], text: string): string {
  return ['---', ...fields, '---', '', text, ''].join('\n');
}
