import type { Article } from '../../content/article/article.ts';
import { formatLicence } from '../../content/article/licence.ts';
import { toPictureRights } from '../../content/article/picture-rights.ts';
import { localText } from '../../content/settings/local-text.ts';
import { directionOf } from '../../language/direction.ts';
import { formatDay } from '../../language/format-date.ts';
import { wordsFor } from '../../language/words-for.ts';
import type { Edition, Publication } from '../../publication/edition/publication.ts';
import { resolveReference, type Site } from '../../publication/edition/resolve-reference.ts';
import type { CardPicture, DrawnCard } from './share-card.ts';

/** The brand of a publication that has no `theme.accent` (`styles/tokens.css`). */
export const usualAccent = '#9d1b22';

/** A prepared file, with its size in pixels where it is a picture. */
export interface CardAsset {
  readonly kind: string;
  readonly name: string;
  readonly width?: number;
  readonly height?: number;
}

/** A picture with a side of fewer pixels would be a blur. */
const least = 200;

/** What cards are made of beside articles. */
export interface CardSources {
  readonly publication: Publication;
  readonly site: Site;
  /** Prepared pictures by their paths below the content folder. */
  readonly assets: ReadonlyMap<string, CardAsset>;
  /** Name of the prepared logo. */
  readonly logo?: string;
}

/** The card of an article: headline, section, day, publication, picture with its credit. */
export function createArticleCard(sources: CardSources, article: Article): DrawnCard {
  const { date, language, section, title } = article;
  const { languages } = sources.publication.settings;
  const picture = pictureOf(sources, article);
  return {
    kind: 'article',
    ...frameOf(sources, language),
    headline: title,
    ...(section ? { section: localText(section.names, language, languages) } : {}),
    date: formatDay(date.day, language),
    ...(picture ? { picture } : {}),
  };
}

/** The card of a front page, and of all pages of its edition that have none. */
export function createEditionCard(sources: CardSources, { language }: Edition): DrawnCard {
  const { languages, tagline } = sources.publication.settings;
  return {
    kind: 'front',
    ...frameOf(sources, language),
    headline: tagline ? localText(tagline, language, languages) : '',
  };
}

function frameOf({ logo, publication }: CardSources, language: string) {
  const { languages, name, theme } = publication.settings;
  return {
    language,
    direction: directionOf(language),
    name: localText(name, language, languages),
    ...(logo === undefined ? {} : { logo }),
    accent: theme.accent ?? usualAccent,
  };
}

/** The featured image, with the words that are printed wherever it is shown. */
function pictureOf({ assets, site }: CardSources, article: Article): CardPicture | undefined {
  const { image, language } = article;
  if (image?.file === undefined) return undefined;
  const target = resolveReference(image.file, article, site);
  const asset = target?.kind === 'file' ? assets.get(target.path) : undefined;
  if (asset?.kind !== 'picture') return undefined;
  const { height = 0, width = 0 } = asset;
  if (Math.min(width, height) < least) return undefined;
  if (!image.credit) return { file: asset.name, credit: '' };
  const { words } = wordsFor(language);
  const rights = toPictureRights(image.credit, words);
  const { licence } = image.credit;
  // A licence that asks for attribution asks to be named beside it.
  const named = [
    rights.creditLine,
    ...(licence === undefined ? [] : [formatLicence(licence, words)]),
  ].filter((part) => part !== '');
  return { file: asset.name, credit: [...new Set(named)].join(' · '), rights };
}
