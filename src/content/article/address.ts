import type { NewsDate } from '../../language/news-date.ts';
import { editionPath } from '../settings/publication-settings.ts';

/** `/ko/2026/01/06/lee-xi-beijing/`. Uses the day as written. */
export function articleAddress(
  date: NewsDate,
  slug: string,
  language: string,
  languages: readonly string[],
): string {
  return `${editionPath(language, languages)}${date.day.replaceAll('-', '/')}/${slug}/`;
}

/** `/ko/about/` */
export function pageAddress(
  slug: string,
  language: string,
  languages: readonly string[],
): string {
  return `${editionPath(language, languages)}${slug}/`;
}

/** `/ko/author/jane-roe/` */
export function personAddress(
  slug: string,
  language: string,
  languages: readonly string[],
): string {
  return `${editionPath(language, languages)}author/${slug}/`;
}

/** `/ko/story/the-bridge/` */
export function runningStoryAddress(
  slug: string,
  language: string,
  languages: readonly string[],
): string {
  return `${editionPath(language, languages)}story/${slug}/`;
}
