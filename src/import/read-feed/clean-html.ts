import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { createLink } from './create-link.ts';
import { replacePicture } from './replace-picture.ts';

/** What cleaning HTML needs to know, and whom it tells. */
export interface CleanContext {
  /** Base of relative addresses. */
  readonly base?: string | undefined;
  /** The path beside the copy of a picture that is brought along; undefined makes it a link. */
  readonly bring: (address: string) => string | undefined;
  readonly note: (
    field: 'link' | 'picture' | 'body' | 'left out',
    message: string,
    certainty?: 'certain' | 'likely' | 'doubtful',
  ) => void;
}

/** Elements that are nothing to read; what is in them goes too. */
const dropped = new Set(['script', 'style', 'template', 'link', 'meta', 'base', 'title']);
/** Elements that play something, which a copy links to. */
const played = new Set(['iframe', 'video', 'audio', 'embed', 'object']);

/**
 * Leaves of a tree what a reader may see: no scripts, styles, comments; links and pictures with
 * whole addresses of harmless schemes; players as links. Every loss is noted.
 */
export function cleanHtml(tree: Root, context: CleanContext): void {
  let linked: ReadonlyMap<Element, string> | undefined;
  visit(tree, (node, index, parent) => {
    if (index === undefined || parent === undefined) return undefined;
    const put = (...nodes: ElementContent[]) => {
      (parent.children as ElementContent[]).splice(index, 1, ...nodes);
      return [SKIP, index + nodes.length] as [typeof SKIP, number];
    };
    if (node.type === 'comment' || node.type === 'doctype') {
      parent.children.splice(index, 1);
      return [SKIP, index] as [typeof SKIP, number];
    }
    if (node.type !== 'element') return undefined;
    const { tagName } = node;
    if (dropped.has(tagName)) {
      if (tagName === 'script') context.note('left out', 'a script');
      return put();
    }
    if (played.has(tagName)) return put(...linkToPlayed(node, context));
    if (tagName === 'img') {
      linked ??= linkedPictures(tree);
      return put(...replacePicture(node, context, linked.get(node)));
    }
    if (tagName === 'math' || tagName === 'svg')
      return put({ type: 'text', value: wordsOf(node) });
    if (tagName === 'noscript' && parent.children.some((other) => holdsPicture(other, node)))
      return put();
    if (tagName === 'a') return cleanLink(node, index, parent.children, context);
    return undefined;
  });
}

/** Pictures within links, which cannot become links themselves, and where those lead. */
function linkedPictures(tree: Root): ReadonlyMap<Element, string> {
  const found = new Map<Element, string>();
  visit(tree, { tagName: 'a' }, (link: Element) => {
    const href = link.properties['href'];
    if (href === undefined) return;
    visit(link, { tagName: 'img' }, (picture: Element) => {
      found.set(picture, String(href));
    });
  });
  return found;
}

function cleanLink(
  node: Element,
  index: number,
  siblings: unknown[],
  context: CleanContext,
): undefined | [typeof SKIP, number] {
  const href = node.properties['href'];
  if (href === undefined) return undefined;
  const link = createLink(String(href), context.base);
  if (link.kind === 'good') {
    node.properties['href'] = link.address;
    return undefined;
  }
  const words = wordsOf(node).trim();
  if (link.kind === 'harmful')
    context.note(
      'link',
      `the link of "${words}" has a scheme that is not followed; its words stay`,
    );
  else
    context.note(
      'link',
      `${link.address} cannot be made a whole address; it stands in the text`,
    );
  const after: ElementContent[] =
    link.kind === 'harmful' ? [] : [{ type: 'text', value: ` (${link.address})` }];
  siblings.splice(index, 1, ...node.children, ...after);
  return [SKIP, index];
}

function linkToPlayed(node: Element, context: CleanContext): ElementContent[] {
  const { properties } = node;
  const source = node.children.find(
    (child) => child.type === 'element' && /^(?:source|embed)$/u.test(child.tagName),
  );
  const inner = source?.type === 'element' ? source.properties['src'] : undefined;
  const address = String(properties['src'] ?? properties['data'] ?? inner ?? '').trim();
  const link = createLink(address, context.base);
  if (address === '' || link.kind !== 'good') {
    context.note('left out', `a player (${node.tagName}) without an address`);
    return [];
  }
  context.note('body', `what plays at ${link.address} became a link`, 'likely');
  return [
    {
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [
        {
          type: 'element',
          tagName: 'a',
          properties: { href: link.address },
          children: [{ type: 'text', value: link.address }],
        },
      ],
    },
  ];
}

function holdsPicture(other: unknown, noscript: Element): boolean {
  if (other === noscript || !isElement(other)) return false;
  if (!noscript.children.some((child) => isElement(child) && child.tagName === 'img'))
    return false;
  // A picture that a script loads late is repeated for readers without scripts.
  return /^(?:img|a|picture)$/u.test(other.tagName);
}

function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && 'tagName' in node;
}

export function wordsOf(node: ElementContent | Root): string {
  if (node.type === 'text') return node.value;
  return 'children' in node
    ? node.children.map((child) => wordsOf(child as Element)).join('')
    : '';
}
