import type { Element, Root, RootContent } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';
import { UnusablePicture } from './prepared-picture.ts';
import {
  activeElements,
  embeddedPicture,
  prefixedAttributes,
  reachingStyle,
  unmovable,
  vectorElements,
  wordAttributes,
} from './vector-policy.ts';
import { sizeOfVector } from './vector-size.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Levels of elements: far beyond any drawing. (A parser whose stack overflows first throws.) */
const deepest = 200;

/** Elements of the largest drawing: some seconds and 200 MB. */
const mostElements = 100_000;

/**
 * An SVG file rebuilt from an allow-list, so that it runs nothing and loads no other file wherever
 * it is opened; its root has its size in pixels. `metadata` (well-formed RDF) is added.
 *
 * @throws {UnusablePicture} for what is not XML, has no size, too many elements, or something that
 *   runs or loads: without it the drawing might look different
 */
export function sanitiseVector(text: string, metadata?: string): string {
  refuseMany(text);
  const root = parse(text).children.find((node) => node.type === 'element');
  if (root?.name !== 'svg') throw new UnusablePicture('no SVG', plain);
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

/** Before parsing: what looks like an element in a comment counts too. */
function refuseMany(text: string): void {
  let elements = 0;
  for (const _ of text.matchAll(/<[^!?/\s]/gu)) elements += 1;
  if (elements <= mostElements) return;
  const most = mostElements.toLocaleString('en');
  throw new UnusablePicture(`an SVG with more than ${most} elements`, 'save it as PNG or WebP');
}

function parse(text: string): Root {
  if (/<!ENTITY/iu.test(text)) throw new UnusablePicture('an SVG with entities', plain);
  try {
    return fromXml(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : '';
    throw new UnusablePicture(`an SVG that is no well-formed XML (${reason})`, plain);
  }
}

function rebuild(element: Element, depth: number): Element {
  if (depth > deepest)
    throw new UnusablePicture(`an SVG with more than ${deepest} levels of elements`, plain);
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).filter(([name, value]) =>
      keeps(element, name, value ?? ''),
    ),
  );
  const children = element.children.flatMap((child) => rebuildChild(child, depth));
  if (element.name !== 'style')
    return { type: 'element', name: element.name, attributes, children };
  // Checked as browsers read it: as one text.
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
  if (unmovable.test(child.attributes['attributeName']?.trim() ?? '')) return [];
  return [rebuild(child, depth + 1)];
}

function keeps({ name: of }: Element, name: string, value: string): boolean {
  if (/^(?:.*:)?on/iu.test(name)) throw active(`an event handler (${name})`);
  if (/^(?:xlink:)?href$/u.test(name)) {
    if (value.trim().startsWith('#')) return true;
    if (of === 'image' && embeddedPicture.test(value)) return true;
    throw active(`something of another file (${value.slice(0, 60)})`);
  }
  if (name.includes(':')) return prefixedAttributes.includes(name);
  if (name === 'xmlns') return false;
  if (!wordAttributes.test(name)) refuseStyle(value);
  return true;
}

function refuseStyle(value: string): void {
  const reaching = reachingStyle.exec(value);
  if (reaching) throw active(`a style that reaches out of the file (${reaching[0]})`);
}

function active(what: string): UnusablePicture {
  return new UnusablePicture(`an SVG with ${what}, which a picture may not have`, plain);
}
