import type { Story } from '../../content/article/article.ts';
import { licenceOf, needsOf } from '../../content/article/check-credit.ts';
import type { Credit } from '../../content/article/credit.ts';
import type { LicenceLimit } from '../../content/article/known-licence.ts';
import type { StoryPicture } from '../../content/article/story-pictures.ts';
import { compareText } from './compare-text.ts';

/** A picture of a story and its rights. */
export interface RightsRow extends Credit {
  /** Path below the content folder, or a URL. Absent for a credit without a picture. */
  readonly picture?: string;
  /** Path of the article's file as shown in problems. */
  readonly article: string;
  readonly line: number;
  readonly language: string;
  readonly place: 'featured' | 'text';
  readonly limits: readonly LicenceLimit[];
  /** What is required and missing: `file`, `credit`, or parts of the credit. */
  readonly missing: readonly string[];
  /** What the licence requires if it exists or is practicable. */
  readonly advised: readonly string[];
}

/** The rights of every picture and clip of every story, sorted by picture, article and line. */
export function listRights(stories: readonly Story[], files: ReadonlySet<string>): RightsRow[] {
  return stories
    .flatMap((story) =>
      [...story.pictures, ...story.clips].map((picture) => toRow(story, picture, files)),
    )
    .toSorted(
      (a, b) =>
        compareText(a.picture ?? '', b.picture ?? '') ||
        compareText(a.article, b.article) ||
        a.line - b.line,
    );
}

function toRow(
  story: Story,
  { reference, address, file, credit, place }: StoryPicture,
  files: ReadonlySet<string>,
): RightsRow {
  const picture = file ?? address;
  const { missing, advised } = lacksOf(credit);
  const gone = file !== undefined && !files.has(file);
  return {
    ...(picture === undefined ? {} : { picture }),
    article: story.file,
    line: place.line,
    language: story.language,
    place: reference === undefined ? 'featured' : 'text',
    ...credit,
    limits: (credit && licenceOf(credit)?.limits) ?? [],
    missing: gone ? ['file', ...missing] : missing,
    advised,
  };
}

function lacksOf(credit: Credit | undefined): { missing: string[]; advised: string[] } {
  if (!credit) return { missing: ['credit'], advised: [] };
  const licence = licenceOf(credit);
  if (!licence) {
    // Named, but neither known nor linked; or not named at all.
    const named = credit.licence !== undefined;
    if (!named) return { missing: [], advised: ['licence'] };
    return { missing: credit.licenceUrl === undefined ? ['licenceUrl'] : [], advised: [] };
  }
  const needs = needsOf(credit, licence);
  const parts = (isAsked: boolean) =>
    needs
      .filter(({ need }) => (need.level === 'error') === isAsked)
      .map(({ part }) => part as string);
  return { missing: parts(true), advised: parts(false) };
}
