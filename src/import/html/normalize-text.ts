import type { Element, ElementContent, Root, Text } from 'hast';
import { kindOfAddress, tidyAddress } from '../../content/markdown/address.ts';
import { decodePercent } from '../../language/decode-percent.ts';
import { truncate } from '../../language/truncate.ts';
import type { Note } from '../draft.ts';
import type { PictureCollector } from '../pictures/picture-collector.ts';
import { savedFileOf } from '../pictures/saved-address.ts';
import type { Resolve } from '../web-address.ts';
import { attributeOf, elementsOf, textOf } from './html-tree.ts';
import { normalizeTables } from './normalize-tables.ts';
import { splitAtBreaks } from './split-at-breaks.ts';
import { spreadLinks } from './spread-links.ts';

/** Deeper frames are unwrapped: a content file may nest 100 levels. */
const maxDepth = 30;
const frames = new Set('blockquote details ul ol em i strong b del s table'.split(' '));

/** For relative addresses without a known base. */
const baseAdvice = '; import it again with --base and the address of its site';

interface TextContext {
  readonly resolve: Resolve;
  readonly collector: PictureCollector;
}

/**
 * Prepares an article's tree for Markdown, in place: resolves addresses, replaces pictures by
 * files or links, makes headings begin at h2, moves table captions above their tables. Returns
 * notes.
 */
export function normalizeText(text: Root, { resolve, collector }: TextContext): Note[] {
  const notes: Note[] = [];
  spreadLinks(text);
  splitAtBreaks(text);
  normalizeTables(text);
  const levels = [...elementsOf(text)].flatMap(({ element }) => levelOf(element) ?? []);
  // Not `Math.min(...levels)`: a long page has too many for one call.
  const top = levels.reduce((least, level) => Math.min(least, level), 6);
  const raise = top === 1 ? 1 : 2 - top;

  const normalize = (parent: Root | Element, depth: number, around?: string): void => {
    const children: ElementContent[] = [];
    for (const child of parent.children as ElementContent[]) {
      if (child.type !== 'element') {
        if (child.type === 'text') children.push(child);
        continue;
      }
      const deep = depth + (frames.has(child.tagName) ? 1 : 0);
      if (child.tagName === 'figure') labelCaption(child);
      const level = levelOf(child);
      if (level !== undefined) child.tagName = `h${Math.max(2, Math.min(6, level + raise))}`;
      const link = (child.tagName === 'a' ? normalizeLink(child) : undefined) ?? around;
      const hadPicture = holdsPicture(child);
      normalize(child, deep, link);
      if (child.tagName === 'a' && textOf(child) === '' && !holdsPicture(child)) {
        const href = attributeOf(child, 'href');
        if (href === '') continue;
        const message = `a link without text, to ${href}`;
        if (hadPicture) child.children = textNodes(href);
        else notes.push({ field: 'dropped', message, certainty: 'likely' });
        if (!hadPicture) continue;
      }
      if (child.tagName === 'img') {
        const before = children.at(-1);
        // Separates the texts of adjacent links.
        if (before?.type === 'element' && before.tagName === 'a')
          children.push(...textNodes(' '));
        children.push(...normalizePicture(child, around));
      } else if (child.tagName === 'table') children.push(...captionOf(child), child);
      else if (deep > maxDepth && frames.has(child.tagName))
        for (const inner of child.children) children.push(inner);
      else children.push(child);
    }
    parent.children = children;
  };

  /** The link's target; undefined if it is no longer a link. */
  const normalizeLink = (element: Element): string | undefined => {
    const written = tidyAddress(attributeOf(element, 'href'));
    const kind = kindOfAddress(written);
    if (/^#fn(?:ref)?:/u.test(written) || kind === 'contact') return written;
    const address = kind === 'empty' || kind === 'other' ? undefined : resolve(written);
    if (address !== undefined) {
      element.properties['href'] = address;
      return address;
    }
    element.tagName = 'span';
    if (kind === 'empty' || kind === 'fragment') return undefined;
    element.children.push({ type: 'text', value: ` (${written})` });
    const message = `${JSON.stringify(written)} is a relative address and becomes text${baseAdvice}`;
    notes.push({ field: 'link', message, certainty: 'doubtful' });
    return undefined;
  };

  const normalizePicture = (element: Element, around: string | undefined): ElementContent[] => {
    const alt = attributeOf(element, 'alt');
    const written = tidyAddress(attributeOf(element, 'src'));
    const address = resolve(written);
    if (['width', 'height'].some((name) => attributeOf(element, name) === '1')) {
      const message = `a picture of one pixel, ${written}`;
      notes.push({ field: 'dropped', message, certainty: 'likely' });
      return textNodes(alt);
    }
    const saved = address === undefined ? undefined : savedFileOf(address);
    if (saved && !saved.isThere) {
      const message = `${saved.file} is missing; the picture becomes text: ${JSON.stringify(wordsOf(alt, saved.file))}`;
      notes.push({ field: 'picture', message, certainty: 'doubtful' });
      return textNodes(wordsOf(alt, saved.file));
    }
    if (address === undefined || kindOfAddress(address) !== 'web') {
      const isPath = kindOfAddress(written) === 'internal';
      const shown = isPath ? wordsOf(alt, written) : alt;
      const what = isPath ? '' : `, ${JSON.stringify(truncate(written, 61))},`;
      const message = `a picture without a full address${what} ${shown === '' ? 'is lost' : `becomes text: ${JSON.stringify(shown)}`}${isPath ? baseAdvice : ''}`;
      // A placeholder until a script has loaded the picture.
      const isPlaceholder = alt === '' && /^data:.{0,200}$/su.test(written);
      const certainty = isPlaceholder ? 'likely' : 'doubtful';
      notes.push({ field: 'picture', message, certainty });
      return textNodes(shown);
    }
    const src = collector.add(address);
    if (src !== undefined) {
      const properties = { src, alt };
      return [{ type: 'element', tagName: 'img', properties, children: [] }];
    }
    if (saved) {
      const message = `not imported; it becomes text: ${saved.file}`;
      notes.push({ field: 'picture', message, certainty: 'likely' });
      return textNodes(wordsOf(alt, saved.file));
    }
    const message = `not imported; it becomes a link: ${address}`;
    notes.push({ field: 'picture', message, certainty: 'likely' });
    const words = alt || nameIn(address);
    if (around !== undefined)
      return textNodes(around === address ? words : `${words} (${address})`);
    const properties = { href: address };
    return [{ type: 'element', tagName: 'a', properties, children: textNodes(words) }];
  };

  normalize(text, 0);
  return notes;
}

function holdsPicture(element: Element): boolean {
  return [...elementsOf(element)].some(({ element: inner }) => inner.tagName === 'img');
}

/** Text in place of a picture: its alt text and its file. */
function wordsOf(alt: string, file: string): string {
  return `${alt} (${file})`.trim();
}

function textNodes(value: string): Text[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

/** The file name of a URL, as the text for a picture without alt text. */
function nameIn(address: string): string {
  const last = new URL(address).pathname.split('/').at(-1) ?? '';
  return decodePercent(last) || address;
}

function levelOf({ tagName }: Element): number | undefined {
  const level = /^h([1-6])$/u.exec(tagName)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** Marks the caption of a figure around a table as the table's. */
function labelCaption(figure: Element): void {
  const parts = figure.children.filter((child) => child.type === 'element');
  const caption = parts.find(({ tagName }) => tagName === 'figcaption');
  if (caption && parts.some(({ tagName }) => tagName === 'table')) addLabel(caption);
}

/** `Table: ` makes a paragraph beside a table its caption. */
function addLabel(caption: Element): void {
  if (textOf(caption) !== '' && !textOf(caption).startsWith(label))
    caption.children.unshift(...textNodes(`${label} `));
}

const label = 'Table:';

/** Moves a table's caption to a paragraph: Markdown tables have none. */
function captionOf(table: Element): ElementContent[] {
  const caption = table.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'caption',
  );
  if (caption === undefined || textOf(caption) === '') return [];
  table.children = table.children.filter((child) => child !== caption);
  addLabel(caption);
  return [{ type: 'element', tagName: 'p', properties: {}, children: caption.children }];
}
