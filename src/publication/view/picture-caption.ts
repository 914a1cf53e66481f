import type { Story } from '../../content/article/article.ts';
import { splitCaption } from '../../content/article/credit-label.ts';
import type { StoryPicture } from '../../content/article/story-pictures.ts';
import type { CaptionReference } from '../../content/markdown/reference.ts';
import type { Words } from '../../language/words.ts';
import { creditLine, licencePart, nameIn, type TextPart } from './credit-view.ts';
import { attribute, escapeHtml } from './escape-html.ts';

/**
 * What stands in the text in the place of a figure's caption: its words and the credit, or the
 * credit alone where the words have mark-up of their own; nothing where neither is known.
 */
export function captionHtml(
  story: Story,
  { figure, within }: CaptionReference,
  words: Words,
): string {
  const index = story.body.references.findIndex(
    (reference) => reference.kind === 'picture' && reference.figure === figure,
  );
  const written = story.body.references[index];
  const picture = story.pictures.find(({ reference }) => reference === index);
  if (!picture || written?.kind !== 'picture') return '';
  const credit = creditHtml(picture, words, story.language);
  if (within) {
    // What the copy has written out itself is not said again.
    const told = splitCaption(written.caption ?? '').credit !== undefined;
    return told || credit === '' ? '' : ` ${credit}`;
  }
  const caption =
    picture.caption === undefined ? '' : partHtml(nameIn(story.language, picture.caption));
  const parts = [caption, credit].filter((part) => part !== '');
  // A caption that is no sentence does not end by itself.
  const between = /\p{P}$/u.test(picture.caption ?? '') ? ' ' : ' · ';
  return parts.length === 0 ? '' : `<figcaption>${parts.join(between)}</figcaption>`;
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
