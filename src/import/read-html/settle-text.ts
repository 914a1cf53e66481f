import type { Element, ElementContent, Root } from 'hast';
import { kindOfAddress, tidyAddress } from '../../markdown/address.ts';
import type { DraftPicture, Note } from '../draft.ts';
import { attributeOf, elementsOf, textOf } from './fact.ts';
import type { PictureNames } from './picture-names.ts';

/** What is nested deeper than this is taken out of its frame: copy has a bound of 100. */
const DEPTH = 30;
const frames = new Set('blockquote ul ol em i strong b del s table'.split(' '));

export interface Settling {
  /** An address of the page in full; undefined where it cannot be. */
  readonly resolve: (address: string) => string | undefined;
  /** Names of files for pictures; undefined where pictures stay where they are. */
  readonly names: PictureNames | undefined;
}

/**
 * Makes the extracted text ready to be Markdown, in place: addresses in full, pictures as files
 * or as links to them, headings from h2 on, captions of tables above them.
 */
export function settleText(
  text: Root,
  { resolve, names }: Settling,
): { notes: Note[]; pictures: DraftPicture[] } {
  const notes: Note[] = [];
  const pictures: DraftPicture[] = [];
  const levels = [...elementsOf(text)].flatMap(({ element }) => levelOf(element) ?? []);
  const raise = Math.min(2, ...levels) === 1 ? 1 : 2 - Math.min(6, ...levels);

  const settle = (parent: Root | Element, depth: number, inLink: boolean): void => {
    const children: ElementContent[] = [];
    for (const child of parent.children as ElementContent[]) {
      if (child.type !== 'element') {
        if (child.type === 'text') children.push(child);
        continue;
      }
      const deep = depth + (frames.has(child.tagName) ? 1 : 0);
      const level = levelOf(child);
      if (level !== undefined) child.tagName = `h${Math.max(2, Math.min(6, level + raise))}`;
      const link = inLink || (child.tagName === 'a' && settleLink(child));
      settle(child, deep, link);
      if (child.tagName === 'img') children.push(...settlePicture(child, inLink));
      else if (child.tagName === 'table') children.push(...captionOf(child), child);
      else if (deep > DEPTH && frames.has(child.tagName)) children.push(...child.children);
      else children.push(child);
    }
    parent.children = children;
  };

  /** Whether it still is a link. */
  const settleLink = (element: Element): boolean => {
    const written = tidyAddress(attributeOf(element, 'href'));
    const kind = kindOfAddress(written);
    if (/^#fn(?:ref)?:/u.test(written) || kind === 'contact') return true;
    const address = kind === 'empty' || kind === 'other' ? undefined : resolve(written);
    if (address !== undefined) {
      element.properties['href'] = address;
      return true;
    }
    element.tagName = 'span';
    if (kind === 'empty' || kind === 'fragment') return false;
    element.children.push({ type: 'text', value: ` (${written})` });
    const message = `${JSON.stringify(written)} could not be made an address in full and is text now`;
    notes.push({ field: 'link', message, certainty: 'doubtful' });
    return false;
  };

  const settlePicture = (element: Element, inLink: boolean): ElementContent[] => {
    const alt = attributeOf(element, 'alt');
    const address = resolve(tidyAddress(attributeOf(element, 'src')));
    if (address === undefined || kindOfAddress(address) !== 'web') {
      const message = `a picture without an address is its description: ${JSON.stringify(alt)}`;
      notes.push({ field: 'picture', message, certainty: 'likely' });
      return [{ type: 'text', value: alt }];
    }
    if (names !== undefined) {
      const name = names.nameFor(address);
      if (!pictures.some((picture) => picture.from === address))
        pictures.push({ name, from: address });
      return [
        {
          type: 'element',
          tagName: 'img',
          properties: { src: `./${name}`, alt },
          children: [],
        },
      ];
    }
    const message = `a picture was not brought along and is a link now: ${address}`;
    notes.push({ field: 'picture', message, certainty: 'likely' });
    const words = alt || address;
    if (inLink) return [{ type: 'text', value: alt ? `${alt} (${address})` : address }];
    return [
      {
        type: 'element',
        tagName: 'a',
        properties: { href: address },
        children: [{ type: 'text', value: words }],
      },
    ];
  };

  settle(text, 0, false);
  return { notes, pictures };
}

function levelOf({ tagName }: Element): number | undefined {
  const level = /^h([1-6])$/u.exec(tagName)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** The caption of a table, taken out of it: Markdown has no place for it there. */
function captionOf(table: Element): ElementContent[] {
  const caption = table.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'caption',
  );
  if (caption === undefined || textOf(caption) === '') return [];
  table.children = table.children.filter((child) => child !== caption);
  return [{ type: 'element', tagName: 'p', properties: {}, children: caption.children }];
}
