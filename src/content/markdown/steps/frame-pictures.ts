import GithubSlugger from 'github-slugger';
import type { Element, ElementContent, Root, Text } from 'hast';
import { decodePercent } from '../../../language/decode-percent.ts';
import { kindOfAddress } from '../address.ts';
import { essay } from '../blocks/to-essay.ts';
import { eachElement, visitElements } from '../visit-tree.ts';

/**
 * Turns a paragraph that contains only one picture (linked or not) into a figure; the picture's
 * title becomes the caption. Several pictures of the publication in a row, in one paragraph or in
 * paragraphs of their own, become a gallery of figures. A figure's id comes from its file name. A picture without a URL becomes
 * its alternative text.
 */
export function framePictures(tree: Root): void {
  let hasAny = false;
  visitElements(tree, (node, index, parent) => {
    hasAny ||= node.tagName === 'img' || node.tagName === 'figure';
    if (node.tagName === 'img' && !node.properties['src'])
      parent.children[index] = { type: 'text', value: String(node.properties['alt'] ?? '') };
    return undefined;
  });
  if (!hasAny) return;
  const framed = new Set<Element>();
  visitElements(tree, (node, index, parent) => {
    const pictures = node.tagName === 'p' ? picturesOf(node) : [];
    if (pictures.length === 0) return undefined;
    if (parent.type === 'element' && parent.tagName === 'figure') {
      // The article already has a `<figure>` here.
      parent.children.splice(index, 1, ...pictures);
      return index;
    }
    if (pictures.length === 1) frame(node, pictures[0] as Element);
    else if (pictures.every(isOwn)) hang(node, pictures);
    else return undefined;
    if (pictures.every(isOwn)) framed.add(node);
    return undefined;
  });
  arrange(tree, framed);
  const slugger = new GithubSlugger();
  eachElement(tree, (node) => {
    if (node.tagName === 'figure') {
      freeCaption(node);
      nameFigure(node, slugger);
    }
    if (node.tagName === 'a') markLinked(node);
  });
}

/** The pictures (linked or not) of a paragraph that contains nothing else; else none. */
function picturesOf(paragraph: Element): Element[] {
  const content = paragraph.children.filter(
    (child) =>
      !(child.type === 'text' && child.value.trim() === '') &&
      !(child.type === 'element' && child.tagName === 'br'),
  );
  const pictures = content.filter(
    (child) => child.type === 'element' && pictureIn(child) !== undefined,
  );
  return pictures.length === content.length ? (pictures as Element[]) : [];
}

function frame(node: Element, content: Element): void {
  node.tagName = 'figure';
  node.children = [content];
  const { properties } = pictureIn(content) as Element;
  const { title } = properties;
  if (typeof title !== 'string' || title.trim() === '') return;
  delete properties['title'];
  node.children.push({
    type: 'element',
    tagName: 'figcaption',
    properties: {},
    children: [{ type: 'text', value: title }],
  });
}

function hang(node: Element, pictures: readonly Element[]): void {
  node.tagName = 'div';
  node.properties['className'] = ['gallery'];
  node.children = pictures.map((picture) => {
    const figure: Element = {
      type: 'element',
      tagName: 'figure',
      properties: {},
      children: [],
    };
    frame(figure, picture);
    return figure;
  });
}

/** Joins what is side by side to one gallery; in a photo essay, figures are by themselves. */
function arrange(parent: Root | Element, framed: ReadonlySet<Element>): void {
  const isEssay = parent.type === 'element' && hasClass(parent, essay);
  const children: (Root | Element)['children'] = [];
  let row: Element[] = [];
  let between: Text[] = [];
  const end = () => {
    const figures = row.flatMap((node) => (hasClass(node, 'gallery') ? node.children : [node]));
    if (isEssay) children.push(...figures);
    else if (figures.length > 1) {
      const pictures = figures.filter((one): one is Element => one.type === 'element');
      for (const figure of pictures) markGallery(figure);
      const properties = { className: ['gallery'] };
      children.push({ type: 'element', tagName: 'div', properties, children: pictures });
    } else children.push(...figures);
    children.push(...between);
    row = [];
    between = [];
  };
  for (const child of parent.children as ElementContent[]) {
    if (child.type === 'element' && framed.has(child)) {
      row.push(child);
      between = [];
    } else if (child.type === 'text' && child.value.trim() === '' && row.length > 0) {
      between.push(child);
    } else {
      end();
      if (child.type === 'element') arrange(child, framed);
      children.push(child);
    }
  }
  end();
  parent.children = children as typeof parent.children;
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

function markGallery(figure: Element): void {
  eachElement(figure, ({ tagName, properties }) => {
    if (tagName === 'img') properties['dataGallery'] = true;
  });
}

function isOwn(content: Element): boolean {
  return kindOfAddress(String(pictureIn(content)?.properties['src'])) === 'internal';
}

/** The only picture that an element is or contains. */
function pictureIn(node: ElementContent): Element | undefined {
  if (node.type !== 'element') return undefined;
  if (node.tagName === 'img') return node;
  if (node.tagName !== 'a') return undefined;
  const content = node.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  const [only] = content;
  return content.length === 1 && only ? pictureIn(only) : undefined;
}

/**
 * Sets ids such as `picture.harbour` for `photos/Harbour.jpg`, with numbers for repeats. The id
 * does not depend on the surrounding text. It cannot equal a heading's id, which has no dots.
 */
function nameFigure(figure: Element, slugger: GithubSlugger): void {
  let address: string | undefined;
  eachElement(figure, ({ tagName, properties }) => {
    if (tagName === 'img') address ??= String(properties['src']);
  });
  if (address === undefined || figure.properties['id'] !== undefined) return;
  const file = decodePercent(address.replace(/[?#].*$/su, '')).replace(/^.*\//su, '');
  const name = file.replace(/\.[a-z]+$/iu, '').normalize('NFC');
  figure.properties['id'] = `picture.${slugger.slug(name)}`;
}

/** Moves the caption of a figure inside a link (`<a><figure>…`) out of the link. */
function freeCaption(figure: Element): void {
  for (const link of figure.children) {
    if (link.type !== 'element' || link.tagName !== 'a') continue;
    const captions = link.children.filter(
      (child) => child.type === 'element' && child.tagName === 'figcaption',
    );
    link.children = link.children.filter((child) => !captions.includes(child));
    figure.children.push(...captions);
  }
}

function markLinked(link: Element): void {
  eachElement(link, ({ tagName, properties }) => {
    if (tagName === 'img') properties['dataLinked'] = String(link.properties['href'] ?? '');
  });
}
