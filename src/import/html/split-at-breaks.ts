import type { Element, ElementContent, Root } from 'hast';
import { spacedBlocks } from './spread-links.ts';

const holders = /^(?:article|blockquote|body|center|div|main|p|section)$/u;

/** Splits lines separated by two line breaks into paragraphs, in place: `One.<br><br>Two.` */
export function splitAtBreaks(parent: Root | Element): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element') return [child];
    splitAtBreaks(child);
    return child.tagName === 'p' ? paragraphsOf(child.children, child) : [child];
  });
  if (parent.type === 'root' || (parent.tagName !== 'p' && holders.test(parent.tagName)))
    parent.children = paragraphsOf(parent.children as ElementContent[]);
}

/** Returns the children unchanged if there are no double breaks. */
function paragraphsOf(children: readonly ElementContent[], whole?: Element): ElementContent[] {
  const made: ElementContent[] = [];
  let [run, breaks, hasSplit]: [ElementContent[], number, boolean] = [[], 0, false];
  const close = () => {
    while (isBlank(run.at(-1))) run.pop();
    if (run.length > 0)
      made.push({ type: 'element', tagName: 'p', properties: {}, children: run });
    run = [];
  };
  for (const child of children) {
    if (child.type === 'element' && spacedBlocks.test(child.tagName)) {
      close();
      made.push(child);
      breaks = 0;
      continue;
    }
    const isBreak = child.type === 'element' && child.tagName === 'br';
    if (isBreak) breaks += 1;
    else if (!isBlank(child)) breaks = 0;
    if (isBreak && breaks > 1) {
      hasSplit ||= run.some((node) => !isBlank(node)) || made.length > 0;
      close();
    } else if (run.length > 0 || !isBlank(child)) run.push(child);
  }
  close();
  if (hasSplit) return made;
  return whole ? [whole] : [...children];
}

/** White space, or a line break. */
function isBlank(node: ElementContent | undefined): boolean {
  if (node?.type === 'text') return node.value.trim() === '';
  return node?.type === 'element' && node.tagName === 'br';
}
