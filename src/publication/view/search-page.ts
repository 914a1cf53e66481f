import { formatSentence } from '../../language/format-sentence.ts';
import type { Words } from '../../language/words.ts';
import { listAddress, searchIndexAddress } from '../edition/list-addresses.ts';
import type { Edition } from '../edition/publication.ts';
import type { Link } from './link.ts';
import type { PlannedPage } from './planned-page.ts';
import {
  filtersOf,
  othersOf,
  type SearchFilter,
  type SearchInputs,
  searchInputs,
} from './search-filters.ts';
import { createShell, type Shell } from './shell.ts';
import {
  type EditionFrame,
  editionOf,
  hasSearch,
  inLanguage,
  toHref,
  type ViewContext,
  wordsOf,
} from './view-context.ts';

/** The search of an edition. Its size does not depend on the number of articles. */
export interface SearchPage {
  readonly shell: Shell;
  readonly heading: string;
  readonly form: {
    /** The page itself: where the form goes without a script. */
    readonly action: string;
    readonly label: string;
    readonly submit: string;
    /** On the button that opens the filters on a narrow screen. */
    readonly open: string;
    readonly filters: readonly SearchFilter[];
  };
  /** Settings of the script; absent in the dev preview, which has no search index. */
  readonly script?: SearchScript;
  readonly hint: string;
  /** Shown if the search is not available. */
  readonly browse: {
    readonly title: string;
    readonly explanation: string;
    readonly links: readonly Link[];
  };
}

export interface SearchScript {
  /** The folders of the index and of the site, as `href`s. */
  readonly files: string;
  readonly base: string;
  /** Languages of all editions, this one's first, in lower case as in addresses. */
  readonly languages: readonly string[];
  readonly searching: string;
  /** `#` is replaced by the search words. */
  readonly noResults: string;
  readonly help: string;
  /** `#` is replaced by a query, and by a filter. */
  readonly didYouMean: string;
  readonly withoutFilter: string;
  readonly inAllLanguages: string;
  readonly failed: string;
  readonly tryAgain: string;
  readonly more: string;
  readonly further: string;
  /** By plural category; `#` is replaced by the number. */
  readonly counts: Readonly<Record<string, string>>;
}

/** The search of an edition; empty if the publication has no search. */
export function planSearchPage(
  context: ViewContext,
  edition: Edition,
): PlannedPage<'search', SearchInputs>[] {
  if (!hasSearch(context)) return [];
  return [
    {
      address: listAddress.search(edition),
      page: 'search',
      inputs: searchInputs(context, edition),
    },
  ];
}

export function createSearchPage(context: ViewContext, inputs: SearchInputs): SearchPage {
  const edition = editionOf(context, inputs);
  const words = wordsOf(context, edition.language);
  const { search } = words;
  const address = listAddress.search(edition);
  const isPreview = context.preview !== undefined;
  return {
    shell: createShell(context, {
      edition,
      address,
      title: search.title,
      noindex: true,
      searches: true,
    }),
    heading: search.title,
    form: {
      action: toHref(context, address),
      label: search.placeholder,
      submit: search.title,
      open: search.filters,
      filters: filtersOf(context, inputs, words),
    },
    script: isPreview ? undefined : scriptOf(context, edition, words),
    hint: `${search.hint} ${search.minusHint}`,
    browse: {
      title: search.browse,
      explanation: isPreview ? search.onlyBuilt : search.needsJavaScript,
      links: browseLinks(context, edition, words),
    },
  };
}

function scriptOf(
  context: ViewContext,
  edition: EditionFrame,
  { search }: Words,
): SearchScript {
  const others = othersOf(context, edition.language);
  return {
    files: toHref(context, searchIndexAddress),
    base: context.basePath,
    languages: [edition, ...others].map(({ language }) => language.toLowerCase()),
    searching: search.searching,
    noResults: formatSentence(search.noResults, { query: '#' }),
    help: search.help,
    didYouMean: formatSentence(search.didYouMean, { query: '#' }),
    withoutFilter: formatSentence(search.withoutFilter, { filter: '#' }),
    inAllLanguages: search.inAllLanguages,
    failed: search.failed,
    tryAgain: search.tryAgain,
    more: search.more,
    further: search.further,
    counts: search.numberOfResults,
  };
}

function browseLinks(context: ViewContext, edition: EditionFrame, { lists }: Words): Link[] {
  return [
    ...edition.sections.map(({ slug, names }) => ({
      text: inLanguage(context, names, edition.language),
      href: toHref(context, listAddress.section(edition, slug)),
    })),
    { text: lists.allArticles, href: toHref(context, listAddress.all(edition)) },
  ];
}
