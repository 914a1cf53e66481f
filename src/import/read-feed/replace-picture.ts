import type { Element, ElementContent } from 'hast';
import type { CleanContext } from './clean-html.ts';
import { createLink } from './create-link.ts';

/**
 * A picture within a text: the one brought along, else a link with its alternative text. What
 * counts readers (one pixel) is left out.
 */
export function replacePicture(
  node: Element,
  context: CleanContext,
  /** Where the link around it leads, if there is one. */
  around?: string,
): ElementContent[] {
  const { properties } = node;
  const written = [properties['dataSrc'], properties['dataLazySrc'], properties['src']].find(
    (value) => typeof value === 'string' && value !== '' && !value.startsWith('data:'),
  );
  const alt = String(properties['alt'] ?? '').trim();
  const words: ElementContent[] = alt === '' ? [] : [{ type: 'text', value: alt }];
  if (typeof written !== 'string') {
    context.note('picture', 'a picture without an address is left out');
    return words;
  }
  const link = createLink(written, context.base);
  if (Number(properties['width']) === 1 || Number(properties['height']) === 1) {
    context.note('left out', `a picture of one pixel, ${link.address}`);
    return words;
  }
  if (link.kind !== 'good') {
    context.note('picture', `${link.address} cannot be fetched; it stands in the text`);
    const text = [alt, `(${link.address})`].filter((part) => part !== '').join(' ');
    return [{ type: 'text', value: text }];
  }
  const file = context.bring(link.address);
  if (file !== undefined) return [{ ...node, properties: { src: file, alt }, children: [] }];
  context.note(
    'picture',
    `${link.address} is not brought along; its address stands in its place`,
  );
  const label = alt || decodeName(link.address);
  if (around !== undefined) {
    const leadsThere = createLink(around, context.base).address === link.address;
    return [{ type: 'text', value: leadsThere ? label : `${label} (${link.address})` }];
  }
  return [
    {
      type: 'element',
      tagName: 'a',
      properties: { href: link.address },
      children: [{ type: 'text', value: label }],
    },
  ];
}

function decodeName(address: string): string {
  const last = new URL(address).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || address;
  } catch {
    return last || address;
  }
}
