import { blockStyles } from '../../src/content/markdown/block-styles.ts';
import type { Publication } from '../../src/publication/edition/publication.ts';
import {
  createInputCollector,
  type InputCollector,
} from '../../src/publication/view/collect-inputs.ts';
import {
  type AssetInfo,
  type CardFile,
  toEditionFrame,
  type ViewContext,
} from '../../src/publication/view/view-context.ts';

export interface TestViewParts {
  readonly publication: Publication;
  readonly assets?: ReadonlyMap<string, AssetInfo>;
  readonly cards?: ReadonlyMap<string, CardFile>;
  readonly basePath?: string;
  readonly siteUrl?: string;
}

/** For tests: the shared inputs of a publication's pages, and their collector. */
export function testView({
  publication,
  assets = new Map(),
  cards = new Map(),
  basePath = '/',
  siteUrl,
}: TestViewParts): { readonly context: ViewContext; readonly collector: InputCollector } {
  const context: ViewContext = {
    settings: publication.settings,
    editions: publication.editions.map((edition) =>
      toEditionFrame(edition, cards.get(edition.path)),
    ),
    scripts: {
      applySettings: '',
      markOld: '',
      reader: 'reader.js',
      print: 'print.css',
      settings: 'settings.css',
      blockStyles: Object.fromEntries(
        Object.keys(blockStyles).map((name) => [name, `${name}.css`]),
      ),
    },
    basePath,
    siteUrl,
  };
  return { context, collector: createInputCollector({ publication, assets, cards }) };
}

/** For tests: a view model as a template sees it, for which undefined and absent are the same. */
export function printed<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}
