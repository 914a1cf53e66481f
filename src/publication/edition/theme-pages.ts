import { toNameSlug } from '../../content/article/slug.ts';
import { editionPath } from '../../content/settings/publication-settings.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';

/** A page that is a component of the theme. */
export interface ThemePageFile {
  /** Its path below the theme's pages, without ending: `ko/masthead`. */
  readonly name: string;
  /** As shown in problems: `theme/pages/ko/masthead.astro`. */
  readonly file: string;
}

/** A page of the theme with its place in the publication. */
export interface PlacedPage extends ThemePageFile {
  readonly language: string;
  readonly address: string;
  /** Pages of several editions with the same path below their edition are versions of one page. */
  readonly group: string;
}

interface PlaceOptions {
  /** All languages of the publication, the default first. */
  readonly languages: readonly string[];
  /** The languages that have an edition. */
  readonly editions: readonly string[];
}

/**
 * Gives each page of a theme its address: `masthead` -> `/masthead/`, `ko/masthead` -> `/ko/masthead/` of
 * the Korean edition, `about/index` -> `/about/`. A page of an edition that does not exist, or whose name
 * cannot be an address, is a problem.
 */
export function placeThemePages(
  files: readonly ThemePageFile[],
  { languages, editions }: PlaceOptions,
): { readonly pages: readonly PlacedPage[]; readonly problems: readonly Problem[] } {
  const pages: PlacedPage[] = [];
  const problems: Problem[] = [];
  for (const own of files) {
    const parts = own.name.normalize('NFC').split('/');
    const [top = ''] = parts;
    const named = languages.find((tag) => tag.toLowerCase() === top.toLowerCase());
    const language = named !== undefined && parts.length > 1 ? named : languages[0];
    const rest = language === named && parts.length > 1 ? parts.slice(1) : parts;
    const fault = language === undefined ? undefined : faultOf(rest, language, editions);
    const at = { file: own.file, line: 1, column: 1, field: 'page' };
    if (fault) problems.push({ ...at, ...fault });
    if (fault || language === undefined) continue;
    const group = rest.at(-1) === 'index' ? rest.slice(0, -1).join('/') : rest.join('/');
    const address = `${editionPath(language, languages)}${group === '' ? '' : `${group}/`}`;
    pages.push({ ...own, language, address, group });
  }
  return { pages, problems };
}

type Fault = Pick<Problem, 'severity' | 'message' | 'cure'>;

function faultOf(
  parts: readonly string[],
  language: string,
  editions: readonly string[],
): Fault | undefined {
  const wrong = parts.find((part) => toNameSlug(part) !== part);
  if (wrong !== undefined) {
    const slug = toNameSlug(wrong);
    return {
      severity: 'error',
      message: wrongValue('a name that can be part of an address', quote(wrong)),
      cure: /^\[.*\]$/u.test(wrong)
        ? 'a file of a theme is one page'
        : `rename it${slug === '' ? '' : `, such as ${slug}`}`,
    };
  }
  if (parts.length === 1 && parts[0] === '404')
    return {
      severity: 'error',
      message: wrongValue('a page with an address of its own', 'the page of missing addresses'),
      cure: 'replace the component NotFoundView',
    };
  if (editions.includes(language)) return undefined;
  return {
    severity: 'warning',
    message: `not published, since no article is in ${quote(language)}`,
  };
}

/** The same page in all editions that have it, in their order. */
export function versionsOfPage(
  { group }: PlacedPage,
  pages: readonly PlacedPage[],
): { readonly language: string; readonly address: string }[] {
  return pages
    .filter((own) => own.group === group)
    .map(({ language, address }) => ({ language, address }));
}
