import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/** What may have been left open, so that what follows would be part of it. */
const endings = ['', '>', '-->', '">', "'>", ']]>'] as const;

/**
 * A piece of raw HTML that ends outside of comments and tags: one that was left open is closed,
 * since `hast-util-raw` trips over what follows one (it forgets the comment, not that it is in one).
 */
export function completeHtml(raw: string): string {
  if (!/<[!?]|<[^<>]*$/u.test(raw)) return raw;
  const ending = endings.find((end) => endsOutside(raw + end));
  // What swallows everything, such as <plaintext>, is known to be one.
  return raw + (ending ?? '');
}

/** Whether an element that follows is one. */
function endsOutside(html: string): boolean {
  const fragment = parseFragment(`${html}<wbr>`, { sourceCodeLocationInfo: true });
  const found = (parent: DefaultTreeAdapterTypes.ParentNode): boolean =>
    parent.childNodes.some(
      (node) =>
        'tagName' in node &&
        ((node.tagName === 'wbr' && node.sourceCodeLocation?.startOffset === html.length) ||
          found('content' in node ? (node as DefaultTreeAdapterTypes.Template).content : node)),
    );
  return found(fragment);
}
