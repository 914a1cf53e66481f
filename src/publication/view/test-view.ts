import type { Publication } from '../edition/publication.ts';
import { createInputDesk, type InputDesk } from './story-inputs.ts';
import {
  type AssetInfo,
  type CardFile,
  toEditionFrame,
  type ViewContext,
} from './view-context.ts';

export interface TestViewParts {
  readonly publication: Publication;
  readonly assets?: ReadonlyMap<string, AssetInfo>;
  readonly cards?: ReadonlyMap<string, CardFile>;
  readonly basePath?: string;
  readonly siteUrl?: string;
}

/** For tests: what the pages of a publication share, and where their inputs come from. */
export function testView({
  publication,
  assets = new Map(),
  cards = new Map(),
  basePath = '/',
  siteUrl,
}: TestViewParts): { readonly context: ViewContext; readonly desk: InputDesk } {
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
    },
    basePath,
    ...(siteUrl === undefined ? {} : { siteUrl }),
  };
  return { context, desk: createInputDesk({ publication, assets, cards }) };
}
