import { frontMatterSchema } from '../../src/content/article/front-matter.ts';
import { genreNames } from '../../src/content/article/genre.ts';
import { chartTypes } from '../../src/content/data/chart.ts';
import { directiveTable } from '../../src/content/markdown/blocks/directive-table.ts';
import { media } from '../../src/content/markdown/clip-address.ts';
import { pageKinds } from '../../src/publication/view/create-page.ts';

/**
 * A form in one of the code's tables: `kind opinion`, `block timeline`. What plain Markdown makes
 * (`text table`) is in no table.
 */
export type FormName =
  `${'kind' | 'block' | 'chart' | 'clip' | 'field' | 'page' | 'text'} ${string}`;

/** What has no row here, and why. */
export const withoutRow: Readonly<Partial<Record<FormName, string>>> = {
  'field title': 'every row has one',
  'field date': 'every row has one',
  'field aliases': 'an address',
  'field canonical': 'an address',
  'field slug': 'a part of an address',
  'field id': 'an identity, which no reader sees',
  'field lang': 'decides the edition; every row is in several',
  'field draft': 'not published',
  'field card': 'replaces the share card by a picture',
  'page archive': 'lists articles',
  'page credits': 'lists pictures',
  'page day': 'lists articles',
  'page days': 'lists days',
  'page front': 'lists articles',
  'page index': 'lists lists',
  'page list': 'lists articles; it is an output here',
  'page not-found': 'has nothing of an article',
  'page offline': 'lists what a reader saved',
  'page search': 'it is an output here',
  'page theme': 'is a component of a theme: `tests/theme-components.test.ts`',
  'page year': 'lists articles',
};

/** Every form that the code's tables have. A new one needs a row in `tests/forms`. */
export const formNames: readonly FormName[] = [
  ...genreNames.map((genre) => `kind ${genre}` as const),
  ...directiveTable.map(({ names: [name = ''] }) => `block ${name}` as const),
  ...chartTypes.map((type) => `chart ${type}` as const),
  ...media.map((medium) => `clip ${medium}` as const),
  ...Object.keys(frontMatterSchema.shape).map((field) => `field ${field}` as const),
  ...pageKinds.map((kind) => `page ${kind}` as const),
];
