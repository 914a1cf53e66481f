import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Article } from '../../content/article/article.ts';
import type { Credit } from '../../content/article/credit.ts';
import { genreLabel } from '../../content/article/genre.ts';
import { sourceNameOf } from '../../content/article/original.ts';
import {
  formatCreditLine,
  formatFullCredit,
  licenceName,
} from '../../content/article/picture-rights.ts';
import { featuredIn } from '../../content/article/story-pictures.ts';
import { formatDay } from '../../language/format-date.ts';
import { formatSentence } from '../../language/format-sentence.ts';
import type { Words } from '../../language/words.ts';
import type { FeedArticle, FeedPicture, LinkedName } from './feed-context.ts';

/**
 * The HTML above an article's text in a feed: what kind of work it is and its kicker, its running
 * story, the picture with caption and credit, corrections, key points, the dateline.
 */
export function textBefore(
  article: Article,
  words: Words,
  { picture, series }: Pick<FeedArticle, 'picture' | 'series'>,
): string {
  const { corrections, dateline, keyPoints, kicker, language } = article;
  const above = [genreLabel(article, words), kicker].filter((part) => part !== undefined);
  return toHtml([
    ...(above.length === 0
      ? []
      : [element('p', [element('strong', [text(above.join(' · '))])])]),
    ...(series ? [element('p', [linked(series)])] : []),
    ...(picture ? [figure(article, words, picture)] : []),
    ...(corrections.length === 0
      ? []
      : [
          element('p', [element('strong', [text(words.corrections.title)])]),
          element(
            'ul',
            corrections.map((item) =>
              element('li', [
                text(`${words.corrections[item.kind]}, ${formatDay(item.date.day, language)}`),
                text(words.page.labelSeparator + item.text),
              ]),
            ),
          ),
        ]),
    ...(keyPoints.length === 0
      ? []
      : [
          element('p', [element('strong', [text(words.article.inShort)])]),
          element(
            'ul',
            keyPoints.map((point) => element('li', [text(point)])),
          ),
        ]),
    ...(dateline === undefined ? [] : [element('p', [text(dateline)])]),
  ]);
}

/** The HTML below the text: credit, translator, source, licence. */
export function textAfter(
  article: Article,
  words: Words,
  picture: FeedPicture | undefined,
): string {
  const { licence, translator } = article;
  const { labelSeparator } = words.page;
  const lines: ElementContent[][] = [];
  const credit = featuredIn(article)?.credit;
  if (credit && !picture) {
    const line = words.picture.creditLabel + labelSeparator + formatFullCredit(credit, words);
    lines.push([text(`${line}. ${words.picture.notShown}`)]);
  }
  if (translator !== undefined)
    lines.push([text(formatSentence(words.article.translatedBy, { name: translator }))]);
  lines.push(...sourceLine(article, words));
  if (licence) {
    lines.push([text(words.source.licenceOfText + labelSeparator), linked(licence)]);
  }
  return toHtml(lines.map((line) => element('p', [element('small', line)])));
}

/** The sentence is the link as a whole, so that it needs no splitting. */
function sourceLine(article: Article, words: Words): ElementContent[][] {
  const { source, language } = article;
  const name = sourceNameOf(article);
  if (source === undefined || name === undefined) return [];
  const sentence = source.published
    ? formatSentence(words.source.publishedByOn, {
        source: name,
        day: formatDay(source.published.day, language),
      })
    : formatSentence(words.source.publishedBy, { source: name });
  return [[source.url === undefined ? text(sentence) : link(sentence, source.url)]];
}

function figure(article: Article, words: Words, { url, width, height, alt }: FeedPicture) {
  const featured = featuredIn(article);
  const caption = featured?.caption ?? '';
  const credit = featured?.credit ? creditParts(featured.credit, words) : [];
  // A caption that does not end with punctuation needs a separator.
  const between = /\p{P}$/u.test(caption) ? ' ' : ' · ';
  const parts = [
    ...(caption === '' ? [] : [text(caption)]),
    ...(caption === '' || credit.length === 0 ? [] : [text(between)]),
    ...credit,
  ];
  return element('figure', [
    { ...element('img', []), properties: { src: url, width, height, alt } },
    ...(parts.length === 0 ? [] : [element('figcaption', parts)]),
  ]);
}

/** A licence may require that its text is linked wherever the picture is. */
function creditParts(credit: Credit, words: Words): ElementContent[] {
  const line = formatCreditLine(credit, words);
  const licence = licenceName(credit, words);
  return [
    text(words.picture.creditLabel + words.page.labelSeparator + line),
    ...(licence === undefined || licence.text === line
      ? []
      : [text(' / '), linked({ name: licence.text, url: licence.href })]),
  ];
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function linked({ name, url }: LinkedName): ElementContent {
  return url === undefined ? text(name) : link(name, url);
}

function link(words: string, href: string): Element {
  return { ...element('a', [text(words)]), properties: { href } };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
