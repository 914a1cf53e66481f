import type { ImageObject } from 'schema-dts';
import type { Credit } from '../../content/article/credit.ts';
import { toPictureRights } from '../../content/article/picture-rights.ts';
import { cardCredit } from '../edition/card-credit.ts';
import type { ShareImage } from './head-image.ts';
import { toPicture } from './picture-view.ts';
import type { TextInputs } from './story-inputs.ts';
import type { SiteContext } from './structured-data.ts';
import { wordsOf } from './view-context.ts';

/**
 * The pictures that stand for a story, in the ratios that there are: the featured image and the
 * share card, with the rights of what it shows. The properties are those that Google
 * Search Central, "Image license metadata", asks for.
 */
export function imagesOf(
  context: SiteContext,
  inputs: TextInputs,
  share: ShareImage | undefined,
): { image?: ImageObject[] } {
  const { story } = inputs;
  const picture = toPicture(context, inputs);
  const rights = picture ? rightsOf(story.image?.credit, story.language) : {};
  const images: ImageObject[] = [];
  if (picture) {
    const caption = story.image?.caption ?? picture.alt;
    images.push({
      '@type': 'ImageObject',
      contentUrl: context.siteUrl + picture.src,
      width: pixels(picture.width),
      height: pixels(picture.height),
      ...(caption === '' ? {} : { caption }),
      ...rights,
    });
  }
  if (share?.card) {
    images.push({
      '@type': 'ImageObject',
      contentUrl: share.url,
      width: pixels(share.width),
      height: pixels(share.height),
      ...(story.kind === 'article' && story.card !== undefined
        ? rightsOf(cardCredit(story), story.language)
        : rights),
    });
  }
  return images.length === 0 ? {} : { image: images };
}

/** Text, since schema.org has no plain number of pixels here: a number of `Distance` has its unit. */
function pixels(count: number): `${number} px` {
  return `${count} px`;
}

function rightsOf(credit: Credit | undefined, language: string) {
  if (!credit) return {};
  const { creator, creditLine, copyrightNotice, licensorUrl, webStatement } = toPictureRights(
    credit,
    wordsOf(language),
  );
  const { creatorUrl } = credit;
  return {
    ...(creator === undefined
      ? {}
      : {
          creator: {
            '@type': 'Person',
            name: creator,
            ...(creatorUrl === undefined ? {} : { url: creatorUrl }),
          } as const,
        }),
    creditText: creditLine,
    ...(copyrightNotice === undefined ? {} : { copyrightNotice }),
    ...(webStatement === undefined ? {} : { license: webStatement }),
    ...(licensorUrl === undefined ? {} : { acquireLicensePage: licensorUrl }),
  };
}
