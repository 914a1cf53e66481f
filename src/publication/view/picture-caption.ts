import type { Story } from '../../content/article/article.ts';
import { splitCaption } from '../../content/article/credit-label.ts';
import type { StoryPicture } from '../../content/article/story-pictures.ts';
import type {
  CaptionReference,
  ClipReference,
  PictureReference,
  Reference,
} from '../../content/markdown/reference.ts';
import { attribute, escapeHtml } from '../../language/escape-html.ts';
import type { Words } from '../../language/words.ts';
import { creditLine, licencePart, nameIn, type TextPart } from './credit-view.ts';

/**
 * The HTML that replaces the reference to a figure's caption: the caption with its credit, or only
 * the credit if the caption is already in the HTML. Empty if neither is known.
 */
export function captionHtml(
  story: Story,
  { figure, within }: CaptionReference,
  words: Words,
): string {
  const index = story.body.references.findIndex(
    (reference) => isShown(reference) && reference.figure === figure,
  );
  const written = story.body.references[index];
  if (written === undefined || !isShown(written)) return '';
  const isClip = written.kind === 'clip';
  const shown = isClip ? story.clips : story.pictures;
  const picture = shown.find(({ reference }) => reference === index);
  if (!picture) return '';
  const credit = creditHtml(picture, words, story.language);
  if (within) {
    // The article may have written out the credit itself.
    const hasCredit = splitCaption(written.caption ?? '', words.picture).credit !== undefined;
    return hasCredit || credit === '' ? '' : ` ${credit}`;
  }
  // Nobody sees the description of a clip in its place, so it is the caption where there is no other.
  const text = picture.caption ?? (isClip && picture.alt !== '' ? picture.alt : undefined);
  const caption = text === undefined ? '' : partHtml(nameIn(story.language, text));
  const parts = [caption, credit].filter((part) => part !== '');
  // A caption that does not end with punctuation needs a separator.
  const between = /\p{P}$/u.test(text ?? '') ? ' ' : ' · ';
  return parts.length === 0 ? '' : `<figcaption>${parts.join(between)}</figcaption>`;
}

function isShown(reference: Reference): reference is PictureReference | ClipReference {
  return reference.kind === 'picture' || reference.kind === 'clip';
}

function creditHtml({ credit }: StoryPicture, words: Words, language: string): string {
  if (!credit) return '';
  const { creator, source, title } = credit;
  const licence = licencePart(credit, words);
  const inLine = creator === undefined && source === undefined && title === undefined;
  const parts = [
    { text: words.picture.label + words.page.labelSeparator },
    ...creditLine(credit, words, language),
    ...(licence === undefined || inLine ? [] : [{ text: ' / ' }, licence]),
  ];
  return `<span class="credit">${parts.map(partHtml).join('')}</span>`;
}

function partHtml({ text, href, isolate }: TextPart): string {
  const words = escapeHtml(text);
  if (href === undefined) return isolate ? `<bdi>${words}</bdi>` : words;
  const direction = isolate ? attribute('dir', 'auto') : '';
  return `<a${attribute('href', href)} rel="external noopener"${direction}>${words}</a>`;
}
