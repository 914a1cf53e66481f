import type { Element, Root } from 'hast';
import { toPlainText } from '../plain-text.ts';
import { playerServiceOf } from '../player-services.ts';
import { visitElements } from '../visit-tree.ts';

/**
 * Makes a card of a link to a player that is alone in its paragraph, or around the only picture of a
 * figure: the name of the service is added, because readers leave the site. Nothing is embedded, so
 * that nothing loads from elsewhere. A bare address follows the name of the service.
 */
export function markPlayers(tree: Root): void {
  visitElements(tree, (node) => {
    if (node.tagName !== 'p' && node.tagName !== 'figure') return undefined;
    const link = onlyLink(node);
    const href = link?.properties['href'];
    const service = typeof href === 'string' ? playerServiceOf(href) : undefined;
    if (!link || service === undefined) return undefined;
    const words = toPlainText(link);
    const isBare = isAddress(words, String(href));
    if (isBare) link.children = [{ type: 'text', value: service }];
    const label = serviceName(isBare ? words.replace(/^https?:\/\//iu, '') : service);
    const isPicture = node.tagName === 'figure';
    node.properties['className'] = [isPicture ? 'player-poster' : 'player'];
    if (isPicture) link.children.push(label);
    else node.children.push({ type: 'text', value: ' ' }, label);
    return 'skip';
  });
}

/** The link of a paragraph with nothing else, or of a figure whose picture it is around. */
function onlyLink(node: Element): Element | undefined {
  const content = node.children.filter(
    (child) =>
      !(child.type === 'text' && child.value.trim() === '') &&
      !(child.type === 'element' && child.tagName === 'figcaption'),
  );
  const [only] = content;
  return content.length === 1 && only?.type === 'element' && only.tagName === 'a'
    ? only
    : undefined;
}

/** Whether the words of a link are its address, which says little to readers. */
function isAddress(words: string, href: string): boolean {
  const bare = (text: string) => text.replace(/^https?:\/\//iu, '').replace(/\/$/u, '');
  return bare(words) === bare(href);
}

function serviceName(value: string): Element {
  const properties = { className: ['service'] };
  return { type: 'element', tagName: 'span', properties, children: [{ type: 'text', value }] };
}
