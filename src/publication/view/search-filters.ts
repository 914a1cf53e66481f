import type { Named } from '../../content/article/article.ts';
import { type Genre, genreLabel, genreNames } from '../../content/article/genre.ts';
import { languageName } from '../../language/language-name.ts';
import type { Words } from '../../language/words.ts';
import { compareText } from '../edition/compare-text.ts';
import { searchIndexAddress } from '../edition/list-addresses.ts';
import type { Edition, Group } from '../edition/publication.ts';
import { areMany, type ChoiceName, choicesOf } from '../edition/search-choices.ts';
import {
  byName,
  type EditionFrame,
  inLanguage,
  toHref,
  type ViewContext,
} from './view-context.ts';

/** What narrows the search: a list, a name to type, or a day. `name` is the parameter in the search URL. */
export type SearchFilter =
  | {
      readonly name: 'section' | 'topic' | 'kind' | 'author' | 'order' | 'language';
      readonly label: string;
      /** The first one has an empty value and narrows nothing. */
      readonly options: readonly { readonly value: string; readonly text: string }[];
    }
  | {
      readonly name: ChoiceName;
      readonly label: string;
      /** The file of all names, as an `href`; they would be too many for the page. */
      readonly names: string;
      /** Shown while the field is empty. */
      readonly any: string;
    }
  | {
      readonly name: 'from' | 'to';
      readonly label: string;
      /** The first and last day of the years with articles. */
      readonly days: readonly [first: string, last: string];
    };

/** What the search of an edition is made from. */
export interface SearchInputs {
  readonly language: string;
  readonly sections: readonly Named[];
  /** By name; `many` if they are a file. */
  readonly topics: readonly Named[] | 'many';
  readonly authors: readonly Named[] | 'many';
  /** Kinds of work that have a label. */
  readonly kinds: readonly Genre[];
  /** Of the oldest and the newest article: `2026`. Absent without articles. */
  readonly years?: readonly [first: string, last: string];
}

export function searchInputs(context: ViewContext, edition: Edition): SearchInputs {
  const { language } = edition;
  const named = (groups: readonly Group[]) =>
    groups.map(({ slug, names }) => ({ slug, names }));
  const few = (name: ChoiceName) => {
    const choices = choicesOf(edition, name);
    return areMany(choices) ? 'many' : named(byName(context, language, choices));
  };
  return {
    language,
    sections: named(edition.sections.filter(({ articles }) => articles.length > 0)),
    topics: few('topic'),
    authors: few('author'),
    kinds: kindsOf(edition),
    ...yearsOf(edition),
  };
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

/** The filters of an edition, without lists that narrow nothing. */
export function filtersOf(
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
  const choice = (
    name: ChoiceName,
    label: string,
    groups: readonly Named[] | 'many',
  ): SearchFilter => {
    if (groups !== 'many') return { name, label, options: [any, ...ofGroups(groups)] };
    const file = `${searchIndexAddress}${name}s-${language.toLowerCase()}.json`;
    return { name, label, names: toHref(context, file), any: search.any };
  };
  const languages = [
    ...othersOf(context, language).map((other) => ({
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
    choice('topic', search.topic, inputs.topics),
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
    choice('author', search.author, inputs.authors),
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

/** The other editions. */
export function othersOf({ editions }: ViewContext, language: string): EditionFrame[] {
  return editions.filter((other) => other.language !== language);
}
