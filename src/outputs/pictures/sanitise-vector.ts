import type { Element, Root, RootContent } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';
import { UnusablePicture } from './prepared-picture.ts';
import {
  activeElements,
  embeddedPicture,
  notAnimatable,
  prefixedAttributes,
  reachingStyle,
  vectorElements,
  wordAttributes,
} from './vector-policy.ts';
import { sizeOfVector } from './vector-size.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Levels of elements; far more than drawings need. (If the parser's stack overflows first, it throws.) */
const maxDepth = 200;

/** As many elements take some seconds and 200 MB. */
const maxElements = 100_000;

/**
 * Rebuilds an SVG file from an allow-list, so that it runs no code and loads no other file. Its root
 * gets its size in pixels, and `metadata` (well-formed RDF) is added.
 *
 * @throws {UnusablePicture} for a file that is not XML, has no size, or has too many elements; and for
 *   anything that runs code or loads a file, since the drawing might look different without it
 */
export function sanitiseVector(text: string, metadata?: string): string {
  refuseManyElements(text);
  const root = parse(text).children.find((node) => node.type === 'element');
  if (root?.name !== 'svg') throw new UnusablePicture('a file that is not an SVG', plain);
  const svg = rebuild(root, 0) as Element;
  const { width, height } = sizeOfVector(svg.attributes);
  svg.attributes = {
    xmlns: svgNamespace,
    ...(toXml(svg).includes('xlink:href')
      ? { 'xmlns:xlink': 'http://www.w3.org/1999/xlink' }
      : {}),
    ...svg.attributes,
    width: String(width),
    height: String(height),
  };
  if (metadata !== undefined) {
    const children = parse(metadata).children as Element[];
    svg.children.unshift({ type: 'element', name: 'metadata', attributes: {}, children });
  }
  return toXml(svg);
}

const plain =
  'save it again as plain SVG (Inkscape: "Plain SVG"; Illustrator: "SVG", no scripts)';

/** Counts elements before parsing, including those in comments. */
function refuseManyElements(text: string): void {
  let elements = 0;
  for (const _ of text.matchAll(/<[^!?/\s]/gu)) elements += 1;
  if (elements <= maxElements) return;
  const max = maxElements.toLocaleString('en');
  throw new UnusablePicture(`an SVG with more than ${max} elements`, 'save it as PNG or WebP');
}

function parse(text: string): Root {
  if (/<!ENTITY/iu.test(text)) throw new UnusablePicture('an SVG with entities', plain);
  try {
    return fromXml(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : '';
    throw new UnusablePicture(`an SVG that is not well-formed XML (${reason})`, plain);
  }
}

function rebuild(element: Element, depth: number): Element {
  if (depth > maxDepth)
    throw new UnusablePicture(`an SVG with more than ${maxDepth} levels of elements`, plain);
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).filter(([name, value]) =>
      keeps(element, name, value ?? ''),
    ),
  );
  const children = element.children.flatMap((child) => rebuildChild(child, depth));
  if (element.name !== 'style')
    return { type: 'element', name: element.name, attributes, children };
  // Browsers read all text in it as one.
  const value = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  refuseStyle(value);
  return { ...element, attributes, children: [{ type: 'text', value }] };
}

function rebuildChild(child: RootContent, depth: number): Element['children'] {
  if (child.type === 'text' || child.type === 'cdata')
    return [{ type: 'text', value: child.value }];
  if (child.type !== 'element') return [];
  const local = child.name.replace(/^.*:/u, '').toLowerCase();
  if (activeElements.has(local)) throw active(`a <${child.name}>`);
  if (child.name === 'a')
    return child.children.flatMap((inner) => rebuildChild(inner, depth + 1));
  if (!vectorElements.has(child.name)) return [];
  if (notAnimatable.test(child.attributes['attributeName']?.trim() ?? '')) return [];
  return [rebuild(child, depth + 1)];
}

function keeps({ name: of }: Element, name: string, value: string): boolean {
  if (/^(?:.*:)?on/iu.test(name)) throw active(`an event handler (${name})`);
  if (/^(?:xlink:)?href$/u.test(name)) {
    if (value.trim().startsWith('#')) return true;
    if (of === 'image' && embeddedPicture.test(value)) return true;
    throw active(`a link to another file (${value.slice(0, 60)})`);
  }
  if (name.includes(':')) return prefixedAttributes.includes(name);
  if (name === 'xmlns') return false;
  if (!wordAttributes.test(name)) refuseStyle(value);
  return true;
}

function refuseStyle(value: string): void {
  const reaching = reachingStyle.exec(value);
  if (reaching) throw active(`a style that loads another file (${reaching[0]})`);
}

function active(what: string): UnusablePicture {
  return new UnusablePicture(`an SVG with ${what}, which is not allowed`, plain);
}
