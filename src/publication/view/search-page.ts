import type { Named } from '../../content/article/article.ts';
import { type Genre, genreLabel, genreNames } from '../../content/article/genre.ts';
import { countForms } from '../../language/count-forms.ts';
import { languageName } from '../../language/language-name.ts';
import type { Words } from '../../language/words.ts';
import { compareText } from '../edition/compare-text.ts';
import { listAddress, searchIndexAddress } from '../edition/list-addresses.ts';
import type { Edition, Group } from '../edition/publication.ts';
import type { Link } from './link.ts';
import type { PlannedPage } from './planned-page.ts';
import { createShell, type Shell } from './shell.ts';
import {
  byName,
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

/** What narrows the search: a list of options, or a day. Its name is the parameter in the search URL. */
export type SearchFilter =
  | {
      readonly name: 'section' | 'topic' | 'kind' | 'author' | 'order' | 'language';
      readonly label: string;
      /** The first one has an empty value and narrows nothing. */
      readonly options: readonly { readonly value: string; readonly text: string }[];
    }
  | {
      readonly name: 'from' | 'to';
      readonly label: string;
      /** The first and last day of the years with articles. */
      readonly days: readonly [first: string, last: string];
    };

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
  /** By plural category; `#` is replaced by the number. */
  readonly counts: Readonly<Record<string, string>>;
}

/** What the search of an edition is made from. */
export interface SearchInputs {
  readonly language: string;
  readonly sections: readonly Named[];
  readonly topics: readonly Named[];
  /** Kinds of work that have a label. */
  readonly kinds: readonly Genre[];
  /** By name. */
  readonly authors: readonly { readonly slug: string; readonly name: string }[];
  /** Of the oldest and the newest article: `2026`. Absent without articles. */
  readonly years?: readonly [first: string, last: string];
}

/** The search of an edition; empty if the publication has no search. */
export function planSearchPage(
  context: ViewContext,
  edition: Edition,
): PlannedPage<'search', SearchInputs>[] {
  if (!hasSearch(context)) return [];
  const named = (groups: readonly Group[]) =>
    groups
      .filter(({ articles }) => articles.length > 0)
      .map(({ slug, names }) => ({ slug, names }));
  return [
    {
      address: listAddress.search(edition),
      page: 'search',
      inputs: {
        language: edition.language,
        sections: named(edition.sections),
        topics: named(byName(context, edition.language, edition.topics)),
        kinds: kindsOf(edition),
        authors: byName(context, edition.language, edition.authors)
          .filter(({ articles }) => articles.length > 0)
          .map(({ slug, names }) => ({
            slug,
            name: inLanguage(context, names, edition.language),
          })),
        ...yearsOf(edition),
      },
    },
  ];
}

function kindsOf({ articles }: Edition): Genre[] {
  const used = new Set(articles.map(({ genre }) => genre));
  return genreNames.filter((genre) => genre !== 'news' && used.has(genre));
}

function yearsOf({ articles }: Edition): Pick<SearchInputs, 'years'> {
  const years = articles.map(({ date }) => date.day.slice(0, 4)).sort(compareText);
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined || last === undefined ? {} : { years: [first, last] };
}

export function createSearchPage(context: ViewContext, inputs: SearchInputs): SearchPage {
  const edition = editionOf(context, inputs);
  const words = wordsOf(edition.language);
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

function filtersOf(
  context: ViewContext,
  { language, ...inputs }: SearchInputs,
  words: Words,
): SearchFilter[] {
  const { search } = words;
  const any = { value: '', text: search.any };
  const ofGroups = (groups: readonly Named[]) =>
    groups.map(({ slug, names }) => ({
      value: slug,
      text: inLanguage(context, names, language),
    }));
  const others = othersOf(context, language);
  const languages = [
    ...others.map((other) => ({
      value: other.language.toLowerCase(),
      text: languageName(other.language),
    })),
    { value: 'all', text: search.allLanguages },
  ];
  const filters: SearchFilter[] = [
    {
      name: 'section',
      label: search.section,
      options: [any, ...ofGroups(inputs.sections)],
    },
    { name: 'topic', label: search.topic, options: [any, ...ofGroups(inputs.topics)] },
    {
      name: 'kind',
      label: search.kind,
      options: [
        any,
        ...inputs.kinds.map((kind) => ({
          value: kind,
          text: genreLabel({ genre: kind }, words) ?? '',
        })),
      ],
    },
    {
      name: 'author',
      label: search.author,
      options: [any, ...inputs.authors.map(({ slug, name }) => ({ value: slug, text: name }))],
    },
    ...(inputs.years ? periodOf(inputs.years, search) : []),
    {
      name: 'order',
      label: search.order,
      options: [
        { value: '', text: search.bestFirst },
        { value: 'newest', text: search.newestFirst },
        { value: 'oldest', text: search.oldestFirst },
      ],
    },
    {
      name: 'language',
      label: search.language,
      options: [{ value: '', text: languageName(language) }, ...languages],
    },
  ];
  // With fewer options a list narrows nothing.
  return filters.filter((filter) => !('options' in filter) || filter.options.length > 2);
}

function periodOf(
  [first, last]: NonNullable<SearchInputs['years']>,
  search: Words['search'],
): SearchFilter[] {
  const days = [`${first}-01-01`, `${last}-12-31`] as const;
  return [
    { name: 'from', label: search.from, days },
    { name: 'to', label: search.to, days },
  ];
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
    noResults: search.noResults('#'),
    help: search.help,
    didYouMean: search.didYouMean('#'),
    withoutFilter: search.withoutFilter('#'),
    inAllLanguages: search.inAllLanguages,
    failed: search.failed,
    tryAgain: search.tryAgain,
    more: search.more,
    counts: countForms(edition.language, search.numberOfResults),
  };
}

function othersOf({ editions }: ViewContext, language: string): EditionFrame[] {
  return editions.filter((other) => other.language !== language);
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
