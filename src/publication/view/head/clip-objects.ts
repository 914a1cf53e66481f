import type { AudioObject, NewsArticle, VideoObject } from 'schema-dts';
import type { Article } from '../../../content/article/article.ts';
import { toMachineDate } from '../../../language/news-date.ts';
import { clipsOf } from '../clip-view.ts';
import { featuredPicture } from '../picture-view.ts';
import type { TextInputs } from '../story-inputs.ts';
import type { ViewContext } from '../view-context.ts';
import { pixels, rightsOf } from './media-rights.ts';

/**
 * The films and recordings of a story. A film without a poster shows the featured image, or else `image`,
 * the URL of the picture of links: search engines show no film without a thumbnail.
 */
export function clipObjects(
  context: ViewContext & { readonly siteUrl: string },
  inputs: TextInputs & { readonly story: Article },
  image: string | undefined,
): Pick<NewsArticle, 'audio' | 'video'> {
  const { story } = inputs;
  if (story.clips.length === 0) return {};
  const clips = clipsOf(context, inputs).map(({ clip, own }) => {
    const { label, files, poster, duration, width, height, transcript } = clip;
    const [file] = files;
    const thumbnail = poster ?? featuredPicture(context, inputs);
    const object = {
      name: label || story.title,
      description: own.caption ?? (label || story.title),
      contentUrl: file && context.siteUrl + file.src,
      encodingFormat: file?.type,
      uploadDate: toMachineDate(story.date),
      duration: duration === undefined ? undefined : toDuration(duration),
      transcript: transcript?.words.join('\n\n'),
      ...rightsOf(context, own.credit, story.language),
    };
    return { medium: clip.medium, object, thumbnail, width, height };
  });
  const audio = clips.flatMap(({ medium, object }): AudioObject[] =>
    medium === 'audio' ? [{ '@type': 'AudioObject', ...object }] : [],
  );
  const video = clips.flatMap(({ medium, object, thumbnail, width, height }): VideoObject[] => {
    if (medium !== 'video') return [];
    const thumbnailUrl = thumbnail ? context.siteUrl + thumbnail.src : image;
    const size = width && height ? { width: pixels(width), height: pixels(height) } : {};
    return [{ '@type': 'VideoObject', ...object, thumbnailUrl, ...size }];
  });
  return {
    ...(audio.length > 0 ? { audio } : {}),
    ...(video.length > 0 ? { video } : {}),
  };
}

/** Seconds as an ISO 8601 duration: `PT1M30S`. */
function toDuration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const parts = [
    hours && `${hours}H`,
    minutes && `${minutes}M`,
    whole % 60 && `${whole % 60}S`,
  ];
  return `PT${parts.filter(Boolean).join('')}`;
}
