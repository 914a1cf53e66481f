import type { Edition } from '../edition/publication.ts';
import { type PlacedPage, versionsOfPage } from '../edition/theme-pages.ts';
import type { InputCollector } from './collect-inputs.ts';
import type { PlannedPage } from './planned-page.ts';
import { createShell, type Shell } from './shell.ts';
import { type StoryEntry, toLargeEntry } from './story-entry.ts';
import type { Brief } from './story-inputs.ts';
import { editionOf, type ViewContext } from './view-context.ts';

/** What the file of a page says about it, by exports. */
export interface ThemePageFacts {
  /** Its path below the theme's pages, without ending. */
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  /** How many of the newest articles it shows. A page without is not printed again when one changes. */
  readonly articles?: number;
}

/** What a page of a theme gets as `page`. */
export interface ThemePage {
  readonly shell: Shell;
  /** The path of its file below the theme's pages, without ending: `ko/masthead`. */
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  /** The tag of its edition's language: `ko`. */
  readonly language: string;
  /** The newest articles of its edition, as many as it asks for, for `StoryTeaser`. */
  readonly entries: readonly StoryEntry[];
}

/** What a page of a theme is made from. */
export interface ThemePageInputs extends ThemePageFacts {
  readonly language: string;
  readonly address: string;
  readonly file: string;
  readonly newest: readonly Brief[];
  readonly versions: readonly { readonly language: string; readonly address: string }[];
}

/** Plans the pages of a theme in an edition. */
export function planThemePages(
  { language, articles }: Edition,
  { publication, briefOf }: InputCollector,
  facts: readonly ThemePageFacts[],
): PlannedPage<'theme', ThemePageInputs>[] {
  const { themePages = [] } = publication;
  return themePages.flatMap((placed: PlacedPage) => {
    const own = facts.find(({ name }) => name === placed.name);
    if (own === undefined || placed.language !== language) return [];
    const { address, file } = placed;
    const inputs = {
      ...{ ...own, language, address, file },
      newest: articles.slice(0, own.articles ?? 0).map(briefOf),
      versions: versionsOfPage(placed, themePages),
    };
    return { address, page: 'theme' as const, inputs };
  });
}

export function createThemePage(
  context: ViewContext,
  { name, title, description, language, address, file, newest, versions }: ThemePageInputs,
): ThemePage {
  return {
    shell: createShell(context, {
      edition: editionOf(context, { language }),
      ...{ address, title, description },
      subject: { kind: 'page', file, versions },
    }),
    ...{ name, title, description, language },
    entries: newest.map((brief, index) =>
      toLargeEntry(context, brief, 'row', { first: index === 0 }),
    ),
  };
}
