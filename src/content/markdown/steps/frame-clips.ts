import GithubSlugger from 'github-slugger';
import type { Element, ElementContent, Root } from 'hast';
import { decodePercent } from '../../../language/decode-percent.ts';
import { eachElement, visitElements } from '../visit-tree.ts';
import { isClip } from './tidy-clips.ts';

/**
 * Puts each clip into a figure; its title becomes the caption. A clip in a paragraph follows the
 * paragraph, because a figure cannot be inside one. A figure's id comes from its file name. In a
 * heading or another line that can contain no figure, the clip stays as it is.
 */
export function frameClips(tree: Root): void {
  let hasAny = false;
  eachElement(tree, (node) => {
    hasAny ||= isClip(node);
  });
  if (!hasAny) return;
  visitElements(tree, (node, index, parent) => {
    if (node.tagName === 'figure') return 'skip';
    if (node.tagName === 'p') {
      const clips = takeClips(node);
      if (clips.length === 0) return undefined;
      const rest = node.children.some(hasWords) ? [node] : [];
      parent.children.splice(index, 1, ...rest, ...clips.map(frame));
      return index + rest.length + clips.length;
    }
    if (!isClip(node)) return undefined;
    if (parent.type === 'root' || holders.has(parent.tagName))
      parent.children[index] = frame(node);
    return 'skip';
  });
  const slugger = new GithubSlugger();
  eachElement(tree, (node) => {
    if (node.tagName === 'figure') nameFigure(node, slugger);
  });
}

/** Elements that may contain a figure beside text. */
const holders: ReadonlySet<string> = new Set([
  ...['aside', 'blockquote', 'dd', 'details', 'div', 'li', 'section', 'td', 'th'],
]);

/** Removes the clips of a paragraph, at any depth, and returns them. */
function takeClips(paragraph: Element): Element[] {
  const clips: Element[] = [];
  visitElements(paragraph, (node, index, parent) => {
    if (!isClip(node)) return undefined;
    clips.push(node);
    parent.children.splice(index, 1);
    return index;
  });
  return clips;
}

function hasWords(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return node.type === 'element' && node.tagName !== 'br';
}

function frame(clip: Element): Element {
  const { title } = clip.properties;
  const caption: Element[] = [];
  if (typeof title === 'string' && title.trim() !== '') {
    delete clip.properties['title'];
    const children = [{ type: 'text' as const, value: title }];
    caption.push({ type: 'element', tagName: 'figcaption', properties: {}, children });
  }
  return {
    type: 'element',
    tagName: 'figure',
    properties: {},
    children: [clip, ...caption],
    ...(clip.position && { position: clip.position }),
  };
}

/** Sets ids such as `clip.harbour` for `films/Harbour.mp4`, with numbers for repeats. */
function nameFigure(figure: Element, slugger: GithubSlugger): void {
  const clip = figure.children.find(
    (child): child is Element => child.type === 'element' && isClip(child),
  );
  if (!clip || figure.properties['id'] !== undefined) return;
  const address = String(clip.properties['src']).replace(/[?#].*$/su, '');
  const name = decodePercent(address)
    .replace(/^.*\//su, '')
    .replace(/\.[a-z0-9]+$/iu, '');
  figure.properties['id'] = `clip.${slugger.slug(name.normalize('NFC'))}`;
}
