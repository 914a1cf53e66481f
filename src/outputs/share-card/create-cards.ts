import type { Article } from '../../content/article/article.ts';
import { genreLabel } from '../../content/article/genre.ts';
import { formatLicence } from '../../content/article/licence.ts';
import { toPictureRights } from '../../content/article/picture-rights.ts';
import { featuredIn } from '../../content/article/story-pictures.ts';
import { localText } from '../../content/settings/local-text.ts';
import { directionOf } from '../../language/direction.ts';
import { formatDay } from '../../language/format-date.ts';
import { wordsFor } from '../../language/words-for.ts';
import type { Edition, Group, Publication } from '../../publication/edition/publication.ts';
import { resolveReference, type Site } from '../../publication/edition/resolve-reference.ts';
import type { CardPicture, DrawnCard } from './share-card.ts';

/** The accent colour of a publication without `theme.accent` (`styles/tokens.css`). */
export const defaultAccent = '#9d1b22';

/** A prepared file, with its size in pixels if it is a picture. */
export interface CardAsset {
  readonly kind: string;
  readonly name: string;
  readonly width?: number;
  readonly height?: number;
}

/** A picture with a shorter side, in pixels, would be blurred. */
const minSide = 200;

/** What cards are made from, besides articles. */
export interface CardSources {
  readonly publication: Publication;
  readonly site: Site;
  /** Prepared files by their paths below the content folder. */
  readonly assets: ReadonlyMap<string, CardAsset>;
  /** The name of the prepared logo. */
  readonly logo?: string;
}

/** Creates the card of an article: kicker, headline, date, publication, and picture with credit. */
export function createArticleCard(sources: CardSources, article: Article): DrawnCard {
  const { date, genre, kicker, language, section, title } = article;
  const { languages, words } = sources.publication.settings;
  const label = genreLabel(article, wordsFor(language, words).words);
  const place = section && localText(section.names, language, languages);
  // The line is cut at its end, where that somebody paid must not be.
  const above = (
    genre === 'sponsored' ? [label, place, kicker] : [place, label, kicker]
  ).filter((part) => part !== undefined);
  const picture = pictureOf(sources, article);
  return {
    kind: 'article',
    ...frameOf(sources, language),
    headline: title,
    ...(above.length > 0 ? { kicker: above.join(' · ') } : {}),
    date: formatDay(date.day, language),
    ...(picture ? { picture } : {}),
  };
}

/** Creates the card of an edition: for its front page, and all its pages without another card. */
export function createEditionCard(sources: CardSources, { language }: Edition): DrawnCard {
  const { languages, tagline } = sources.publication.settings;
  return {
    kind: 'front',
    ...frameOf(sources, language),
    headline: tagline ? localText(tagline, language, languages) : '',
  };
}

/**
 * Creates the card of a section, for its articles where they have none of their own: the name of the
 * section instead of a headline.
 */
export function createSectionCard(
  sources: CardSources,
  { language }: Edition,
  { names }: Group,
): DrawnCard {
  const { languages } = sources.publication.settings;
  return {
    kind: 'article',
    ...frameOf(sources, language),
    headline: localText(names, language, languages),
  };
}

function frameOf({ logo, publication }: CardSources, language: string) {
  const { languages, name, theme } = publication.settings;
  return {
    language,
    direction: directionOf(language),
    name: localText(name, language, languages),
    ...(logo === undefined ? {} : { logo }),
    accent: theme.accent ?? defaultAccent,
  };
}

/** The featured image with its credit. */
function pictureOf(
  { assets, site, publication }: CardSources,
  article: Article,
): CardPicture | undefined {
  const featured = featuredIn(article);
  if (featured?.address === undefined) return undefined;
  const target = resolveReference(featured.address, article, site);
  const asset = target?.kind === 'file' ? assets.get(target.path) : undefined;
  if (asset?.kind !== 'picture') return undefined;
  const { height = 0, width = 0 } = asset;
  if (Math.min(width, height) < minSide) return undefined;
  const { credit } = featured;
  if (!credit) return { file: asset.name, credit: '' };
  const { words } = wordsFor(article.language, publication.settings.words);
  const rights = toPictureRights(credit, words);
  const { licence } = credit;
  // Licences that require attribution also require to be named.
  const parts = [
    rights.creditLine,
    ...(licence === undefined ? [] : [formatLicence(licence, words)]),
  ].filter((part) => part !== '');
  return { file: asset.name, credit: [...new Set(parts)].join(' · '), rights };
}
