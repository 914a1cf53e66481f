import type { Element, Root } from 'hast';
import { attributeOf, elementsOf, textOf } from '../html/html-tree.ts';
import { isMissing } from '../pictures/saved-address.ts';
import type { Fact } from './fact.ts';

/** The lead picture of an article. */
export interface LeadPicture {
  readonly address: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly from: string;
  /** The text of the figure that was removed from the article; absent if there was none. */
  readonly words?: string;
}

/**
 * Finds the lead picture: the one in the metadata, with caption and credit from the text if it is
 * there too; else the one before the first words. If it is the first thing in the text, it is
 * removed there, since front matter will have it.
 */
export function findLeadPicture(text: Root, facts: readonly Fact[]): LeadPicture | undefined {
  const metadata = facts.find(({ kind }) => kind === 'picture');
  const first = firstFigure(text);
  const frame = first && { element: first, picture: pictureIn(first) };
  const shown = frame?.picture && addressOf(frame.picture);
  const same = metadata && shown && isSame(metadata.value, shown);
  const isUsable = shown !== undefined && (same || !isMissing(shown));
  if (frame?.picture && shown && isUsable && (metadata === undefined || same)) {
    text.children = text.children.filter((child) => child !== frame.element);
    const written = splitCredit(frame.element);
    return {
      address: metadata && isMissing(shown) ? metadata.value : shown,
      alt: attributeOf(frame.picture, 'alt'),
      caption: written.caption || (metadata?.caption ?? ''),
      credit: written.credit || (metadata?.credit ?? ''),
      from: metadata ? metadata.from : 'the picture above the text',
      words: textOf(frame.element),
    };
  }
  if (metadata === undefined) return undefined;
  for (const { element } of elementsOf(text))
    if (element.tagName === 'img' && isSame(metadata.value, addressOf(element)))
      return undefined;
  return {
    address: metadata.value,
    alt: '',
    caption: metadata.caption ?? '',
    credit: metadata.credit ?? '',
    from: metadata.from,
  };
}

/** The outermost element that holds a picture and precedes all words. */
function firstFigure(text: Root): Element | undefined {
  let parent: Root | Element = text;
  for (;;) {
    const child: Element | undefined = (parent.children as Element['children']).find(
      (node): node is Element =>
        node.type === 'element' && (textOf(node) !== '' || pictureIn(node) !== undefined),
    );
    if (child === undefined) return undefined;
    if (child.tagName === 'figure' || child.tagName === 'img' || isPictureAlone(child)) {
      if (pictureIn(child) === undefined) return undefined;
      // Unwraps the parent, so that the caller can remove the child.
      if (parent !== text) text.children = parent.children as Root['children'];
      return child;
    }
    if (!['div', 'article', 'section', 'main'].includes(child.tagName)) return undefined;
    const only = parent.children.every(
      (node) => node === child || (node.type === 'text' && node.value.trim() === ''),
    );
    if (!only) return undefined;
    parent = child;
  }
}

function isPictureAlone(element: Element): boolean {
  return pictureIn(element) !== undefined && textOf(element) === '';
}

function pictureIn(element: Element): Element | undefined {
  if (element.tagName === 'img') return element;
  for (const { element: inner } of elementsOf(element))
    if (inner.tagName === 'img') return inner;
  return undefined;
}

function addressOf(picture: Element): string {
  return attributeOf(picture, 'src');
}

/** Whether two URLs belong to one picture, in any size. */
function isSame(one: string, other: string): boolean {
  const name = (address: string) =>
    (address.split(/[?#]/u)[0] ?? '').replace(/^.*\//u, '').replace(/-\d+x\d+(?=\.\w+$)/u, '');
  return name(one) !== '' && name(one) === name(other);
}

const credits: readonly RegExp[] = [
  /(?:^|[\s(|/[—-])(?:photo(?:graph)?s?|picture|image|credit|photo credit|image credit|foto|bild|crédit(?: photo)?|写真|사진|图片|圖片|صورة)\s*(?:by\s+|\/\s*|[:=：]\s*)(?<credit>[^()|]{2,80}?)[\s).\]]*$/iu,
  /(?:^|\s)\(?(?:©|\(c\)|copyright)\s*(?<credit>[^()|]{2,80}?)[\s).\]]*$/iu,
];

/**
 * The caption and credit of a figure. The credit is recognized by its element's name, or by the
 * usual words at the caption's end.
 */
function splitCredit(figure: Element): { caption: string; credit: string } {
  for (const { element } of elementsOf(figure)) {
    const name = `${attributeOf(element, 'className')} ${attributeOf(element, 'itemProp')}`;
    const marked = /credit|copyright|photographer|image-source|rights/iu.test(name);
    if (!(marked || element.tagName === 'cite' || element.tagName === 'small')) continue;
    const credit = textOf(element);
    const caption = textOf(figure).replace(credit, '').trim();
    if (credit && credit.length <= 200) return { caption, credit: bare(credit) };
  }
  return splitPictureCaption(textOf(figure));
}

/** Splits a caption that is plain text. */
function splitPictureCaption(text: string): { caption: string; credit: string } {
  for (const form of credits) {
    const found = form.exec(text);
    const credit = found?.groups?.['credit']?.trim();
    if (found && credit) return { caption: text.slice(0, found.index).trim(), credit };
  }
  return { caption: text, credit: '' };
}

/** Removes the words `Photo by` and the like from a credit. */
function bare(credit: string): string {
  return splitPictureCaption(credit).credit || credit;
}
