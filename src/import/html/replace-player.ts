import type { Element, ElementContent } from 'hast';
import { kindOfAddress, tidyAddress } from '../../content/markdown/address.ts';
import type { Cleaning } from './clean-html.ts';
import { attributeOf, elementsOf } from './html-tree.ts';

/** What plays something, and the attributes that say what. */
const players: Readonly<Record<string, readonly string[]>> = {
  iframe: ['src', 'dataSrc', 'dataLazySrc'],
  'amp-iframe': ['src'],
  'amp-video': ['src'],
  'amp-audio': ['src'],
  'amp-youtube': ['dataVideoid'],
  'amp-twitter': ['dataTweetid'],
  video: ['src', 'dataSrc'],
  audio: ['src', 'dataSrc'],
  embed: ['src'],
  object: ['data'],
};

/** Where the files of players that are told by an id alone are shown. */
const shown: Readonly<Record<string, string>> = {
  'amp-youtube': 'https://www.youtube.com/watch?v=',
  'amp-twitter': 'https://twitter.com/i/status/',
};

const advertising =
  /doubleclick|googlesyndication|googletagmanager|adservice|amazon-adsystem|taboola|outbrain/iu;

/**
 * The link that stands for a player; nothing for one without an address, or an advertisement.
 * Undefined for what plays nothing.
 */
export function replacePlayer(
  element: Element,
  { resolve, notes }: Cleaning,
  inArticle: boolean,
): ElementContent[] | undefined {
  const names = players[element.tagName];
  if (names === undefined) return undefined;
  const found =
    names.map((name) => attributeOf(element, name)).find(Boolean) ?? sourceIn(element);
  const written = tidyAddress(
    found && !found.includes('/') ? `${shown[element.tagName] ?? ''}${found}` : (found ?? ''),
  );
  const address = resolve(written) ?? written;
  const kind = kindOfAddress(address);
  const hidden =
    [attributeOf(element, 'width'), attributeOf(element, 'height')].some((size) =>
      /^[01](?:px)?$/u.test(size),
    ) || /display:\s*none/iu.test(attributeOf(element, 'style'));
  const line = element.position?.start.line;
  if ((kind !== 'web' && kind !== 'internal') || hidden || advertising.test(address)) {
    if (!inArticle) return [];
    const message = `a <${element.tagName}> ${address === '' ? 'without an address' : `of ${address}`}`;
    notes.push({
      ...(line !== undefined && { line }),
      ...{ field: 'left out', message, certainty: 'likely' },
    });
    return [];
  }
  const title = attributeOf(element, 'title') || attributeOf(element, 'ariaLabel');
  notes.push({
    ...(line !== undefined && { line }),
    field: 'link',
    message: `what a <${element.tagName}> played or showed is a link now: ${address}`,
    certainty: 'likely',
  });
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: address },
    children: [{ type: 'text', value: title || address }],
  };
  return [{ type: 'element', tagName: 'p', properties: { dataEmbed: '' }, children: [link] }];
}

function sourceIn(element: Element): string | undefined {
  for (const { element: inner } of elementsOf(element)) {
    const address = attributeOf(inner, 'src');
    if (address && ['source', 'embed', 'iframe', 'video'].includes(inner.tagName))
      return address;
  }
  return undefined;
}
