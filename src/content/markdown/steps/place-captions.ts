import type { Element, Root } from 'hast';
import type { MarkdownJob } from '../markdown-job.ts';
import { toPlainText } from '../plain-text.ts';
import { eachElement, visitElements } from '../visit-tree.ts';
import { isClip } from './tidy-clips.ts';
import { joinTreeLines } from './tidy-text.ts';

/**
 * Numbers the figures that contain one picture or clip and marks the slot of each caption, because
 * the credit is printed there, and the slot of a clip's transcript after its figure. A caption of plain text is replaced as a whole; a caption
 * with markup stays, and the slot follows it.
 */
export function placeCaptions(tree: Root, job: MarkdownJob): void {
  let number = 0;
  visitElements(tree, (figure, index, parent) => {
    if (figure.tagName !== 'figure') return undefined;
    const pictures = picturesWithin(figure);
    const [picture] = pictures;
    if (pictures.length !== 1 || picture === undefined) return undefined;
    number++;
    const caption = figure.children.find(isCaption);
    if (caption) joinTreeLines(caption, job);
    const words = caption ? toPlainText(caption) : '';
    picture.properties['dataFigure'] = `${job.marker}${number}`;
    if (words !== '') picture.properties['dataCaption'] = words;
    const slot = { [slotProperty]: `${job.marker}${number}` };
    if (!caption) figure.children.push(element('figcaption', slot));
    else if (caption.children.every(({ type }) => type === 'text'))
      caption.properties[slotProperty] = slot[slotProperty];
    else caption.children.push(element('span', slot));
    if (!isClip(picture)) return 'skip';
    const transcript = element('div', { [transcriptProperty]: `${job.marker}${number}` });
    parent.children.splice(index + 1, 0, transcript);
    return index + 2;
  });
}

/** The property that holds a figure's number on its caption. */
export const slotProperty = 'dataCaptionOf';

/** The property that holds a figure's number on the slot of its transcript. */
export const transcriptProperty = 'dataTranscriptOf';

function picturesWithin(figure: Element): Element[] {
  const pictures: Element[] = [];
  eachElement(figure, (node) => {
    if (node.tagName === 'img' || isClip(node)) pictures.push(node);
  });
  return pictures;
}

function isCaption(node: Element['children'][number]): node is Element {
  return node.type === 'element' && node.tagName === 'figcaption';
}

function element(tagName: string, properties: Element['properties']): Element {
  return { type: 'element', tagName, properties, children: [] };
}
