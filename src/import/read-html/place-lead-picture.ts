import type { Element, Root } from 'hast';
import type { DraftImage, Note } from '../draft.ts';
import type { PictureCollector } from '../pictures/picture-collector.ts';
import type { Resolve } from '../web-address.ts';
import type { LeadPicture } from './find-lead-picture.ts';

interface Placed {
  readonly image?: DraftImage;
  readonly notes: readonly Note[];
}

/**
 * Decides where the lead picture goes: with a credit into front matter, including its file if
 * pictures are imported. Without one, which front matter requires, it stays above the text if it
 * was there or is imported.
 */
export function placeLeadPicture(
  text: Root,
  lead: LeadPicture,
  collector: PictureCollector,
  resolve: Resolve,
): Placed {
  const address = resolve(lead.address);
  if (address === undefined) {
    const message = `${JSON.stringify(lead.address.slice(0, 80))} is not the URL of a picture`;
    return { notes: [{ field: 'picture', message, certainty: 'doubtful' }] };
  }
  if (lead.credit === '' && !collector.isEnabled && lead.words === undefined) {
    const message = `lead picture not imported: ${address}, from ${lead.from}`;
    return { notes: [{ field: 'picture', message, certainty: 'likely' }] };
  }
  if (lead.credit === '') {
    text.children.unshift(figureOf(lead, address));
    const message = `${address}, from ${lead.from}, has no credit and is kept above the text; add \`image.credit\` to feature it`;
    return { notes: [{ field: 'picture', message, certainty: 'doubtful' }] };
  }
  const words = {
    alt: lead.alt || undefined,
    caption: lead.caption || undefined,
    credit: lead.credit,
  };
  const credited = {
    field: 'image',
    message: `credited to ${JSON.stringify(lead.credit)}, from the page`,
    certainty: 'likely' as const,
  };
  const file = collector.add(address);
  if (file === undefined) {
    const message = `lead picture not imported: ${address}`;
    const notes = [{ field: 'picture', message, certainty: 'likely' as const }, credited];
    return { image: words, notes };
  }
  const message = `${file}: ${address}, from ${lead.from}`;
  return {
    image: { file, ...words },
    notes: [{ field: 'image', message, certainty: 'certain' }, credited],
  };
}

function figureOf(lead: LeadPicture, address: string): Element {
  const element = (
    tagName: string,
    properties: Element['properties'],
    words?: string,
  ): Element => ({
    type: 'element',
    tagName,
    properties,
    children: words ? [{ type: 'text', value: words }] : [],
  });
  const figure = element('figure', {});
  figure.children.push(element('img', { src: address, alt: lead.alt }));
  if (lead.caption) figure.children.push(element('figcaption', {}, lead.caption));
  return figure;
}
