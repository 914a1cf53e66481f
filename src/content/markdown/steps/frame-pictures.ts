import GithubSlugger from 'github-slugger';
import type { Element, ElementContent, Root } from 'hast';
import { decodePercent } from '../../../language/decode-percent.ts';
import { kindOfAddress } from '../address.ts';
import { eachElement, visitElements } from '../visit-tree.ts';

/**
 * Turns a paragraph that contains only one picture (linked or not) into a figure; the picture's
 * title becomes the caption. A paragraph of several pictures of the publication becomes a
 * gallery of figures. A figure's id comes from its file name. A picture without a URL becomes
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
    return undefined;
  });
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
