import type { Element, Root } from 'hast';
import { kindOfAddress } from '../address.ts';
import { type MarkdownJob, placeOf } from '../markdown-job.ts';
import type { Reference } from '../reference.ts';
import { visitElements } from '../visit-tree.ts';
import { slotProperty } from './place-captions.ts';

/**
 * Puts a numbered slot in place of each picture, of its caption, and of the `href` of each link
 * within the publication, and returns what belongs there, in order. `splitAtSlots` finds them again.
 */
export function cutReferences(tree: Root, job: MarkdownJob): Reference[] {
  const references: Reference[] = [];
  let first = true;
  visitElements(tree, (node, index, parent) => {
    const slot = `${job.marker}${references.length}x`;
    const { href } = node.properties;
    if (
      node.tagName === 'a' &&
      typeof href === 'string' &&
      kindOfAddress(href) === 'internal'
    ) {
      references.push({ kind: 'link', address: asWritten(href), ...titled(node, job) });
      node.properties['href'] = slot;
    } else if (node.tagName === 'img') {
      const alt = String(node.properties['alt'] ?? '');
      const address = asWritten(String(node.properties['src']));
      const figure = numberOf(node.properties['dataFigure'], job);
      const caption = node.properties['dataCaption'];
      const linked = node.properties['dataLinked'];
      references.push({
        kind: 'picture',
        address,
        ...titled(node, job),
        alt,
        ...(first && { first }),
        ...(typeof linked === 'string' && { linked: asWritten(linked) }),
        ...(figure !== undefined && { figure }),
        ...(typeof caption === 'string' && { caption }),
      });
      first = false;
      parent.children[index] = { type: 'text', value: slot };
    } else if (typeof node.properties[slotProperty] === 'string') {
      const figure = numberOf(node.properties[slotProperty], job) ?? 0;
      const within = node.tagName === 'span';
      references.push({ kind: 'caption', figure, ...(within && { within }) });
      parent.children[index] = { type: 'text', value: slot };
    }
    return undefined;
  });
  return references;
}

/** The place of a link or picture, and its title. */
function titled(node: Element, { options }: MarkdownJob) {
  const { title } = node.properties;
  return { ...placeOf(node, options), ...(typeof title === 'string' && { title }) };
}

/** A figure's number as it was marked; undefined where there is no mark. */
function numberOf(marked: unknown, { marker }: MarkdownJob): number | undefined {
  return typeof marked === 'string' ? Number(marked.slice(marker.length)) : undefined;
}

/** HTML cut where the slots are: one more piece than there are slots. */
export function splitAtSlots(html: string, marker: string): string[] {
  if (!html.includes(marker)) return [html];
  return html.split(new RegExp(` href="${marker}\\d+x"|${marker}\\d+x`, 'u'));
}

/** Takes back the percent-encoding of letters that Markdown's addresses are given. */
function asWritten(address: string): string {
  return address.replace(/(?:%[89A-F][0-9A-F])+/giu, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
