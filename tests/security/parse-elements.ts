import { type DefaultTreeAdapterTypes, html, parseFragment } from 'parse5';
import type { PrintedElement } from './allowed-markup.ts';

/** Every element of a piece of HTML, in order, as a browser without scripts parses it. */
export function parseElements(text: string): PrintedElement[] {
  const found: PrintedElement[] = [];
  const read = (parent: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) continue;
      found.push({
        tag: node.tagName,
        foreign: node.namespaceURI !== html.NS.HTML,
        attributes: node.attrs.map(({ name, value }) => [name, value] as const),
      });
      read('content' in node ? (node as DefaultTreeAdapterTypes.Template).content : node);
    }
  };
  read(parseFragment(text, { scriptingEnabled: false }));
  return found;
}
