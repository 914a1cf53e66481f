import type { Element } from 'hast';
import { attributeOf, elementsOf, textOf } from '../html/html-tree.ts';

const credits: readonly RegExp[] = [
  /(?:^|[\s(|/[—-])(?:photo(?:graph)?s?|picture|image|credit|photo credit|image credit|foto|bild|crédit(?: photo)?|写真|사진|图片|圖片|صورة)\s*(?:by\s+|\/\s*|[:=：]\s*)(?<credit>[^()|]{2,80}?)[\s).\]]*$/iu,
  /(?:^|\s)\(?(?:©|\(c\)|copyright)\s*(?<credit>[^()|]{2,80}?)[\s).\]]*$/iu,
];

/**
 * What a figure says below its picture: the caption, and the credit, told by its element's name
 * or by the usual words at the caption's end.
 */
export function splitCredit(figure: Element): { caption: string; credit: string } {
  for (const { element } of elementsOf(figure)) {
    const name = `${attributeOf(element, 'className')} ${attributeOf(element, 'itemProp')}`;
    const marked = /credit|copyright|photographer|image-source|rights/iu.test(name);
    if (!(marked || element.tagName === 'cite' || element.tagName === 'small')) continue;
    const credit = textOf(element);
    const caption = textOf(figure).replace(credit, '').trim();
    if (credit && credit.length <= 200) return { caption, credit: bare(credit) };
  }
  return splitCaption(textOf(figure));
}

/** The same for a caption that is text alone. */
export function splitCaption(text: string): { caption: string; credit: string } {
  for (const form of credits) {
    const found = form.exec(text);
    const credit = found?.groups?.['credit']?.trim();
    if (found && credit) return { caption: text.slice(0, found.index).trim(), credit };
  }
  return { caption: text, credit: '' };
}

/** A credit without the word that says so. */
function bare(credit: string): string {
  return splitCaption(credit).credit || credit;
}
