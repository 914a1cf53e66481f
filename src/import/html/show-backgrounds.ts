import type { Element } from 'hast';
import { attributeOf, elementsOf, textOf } from './html-tree.ts';

/**
 * Adds an <img> where an article shows a picture in another way, in place: as the background of
 * an element without text, in an SVG, or as an image button.
 */
export function showBackgrounds(article: Element): void {
  for (const { element } of [...elementsOf(article)]) {
    const address = backgroundOf(element) ?? drawnIn(element) ?? buttonOf(element);
    if (address === undefined) continue;
    const alt =
      attributeOf(element, 'ariaLabel') ||
      attributeOf(element, 'alt') ||
      attributeOf(element, 'title') ||
      titleOf(element);
    const picture: Element = {
      ...{ type: 'element', tagName: 'img', children: [] },
      properties: { src: address, alt },
      position: element.position,
    };
    if (/^(?:svg|input)$/u.test(element.tagName)) Object.assign(element, picture);
    else element.children.unshift(picture);
  }
}

function backgroundOf(element: Element): string | undefined {
  const style = attributeOf(element, 'style');
  const address = /background(?:-image)?\s*:[^;]*?url\(\s*(["']?)(.*?)\1\s*\)/iu.exec(
    style,
  )?.[2];
  if (!address || /^data:/iu.test(address) || element.tagName === 'img') return undefined;
  const hasPicture = [...elementsOf(element)].some(({ element: inner }) =>
    /^(?:amp-img|img|picture|svg|video|iframe)$/u.test(inner.tagName),
  );
  const isShown = textOf(element) === '' || element.tagName === 'figure';
  return isShown && !hasPicture ? address : undefined;
}

function drawnIn(element: Element): string | undefined {
  if (element.tagName !== 'svg') return undefined;
  for (const { element: inner } of elementsOf(element)) {
    const address = attributeOf(inner, 'href') || attributeOf(inner, 'xLinkHref');
    if (inner.tagName === 'image' && address && !/^data:/iu.test(address)) return address;
  }
  return undefined;
}

function buttonOf(element: Element): string | undefined {
  const isPicture = element.tagName === 'input' && attributeOf(element, 'type') === 'image';
  return isPicture ? attributeOf(element, 'src') || undefined : undefined;
}

function titleOf(element: Element): string {
  for (const { element: inner } of elementsOf(element))
    if (inner.tagName === 'title') return textOf(inner);
  return '';
}
