import type { Element, Root } from 'hast';
import { decodePercent } from '../../../language/decode-percent.ts';
import { kindOfAddress } from '../address.ts';
import type { BlockStyle } from '../block-styles.ts';
import type { Medium } from '../clip-address.ts';
import { type MarkdownJob, placeOf } from '../markdown-job.ts';
import type { ClipReference, Reference, TrackReference } from '../reference.ts';
import { visitElements } from '../visit-tree.ts';
import { slotProperty, transcriptProperty } from './place-captions.ts';
import { openingProperty, styleProperty } from './place-styles.ts';
import { isClip } from './tidy-clips.ts';

/**
 * Replaces each picture or clip, its caption and transcript, each link to a style sheet, and the `href`
 * of each internal link by a numbered slot.
 * Returns the references in order. `splitAtSlots` finds the slots again.
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
        ...(node.properties['dataGallery'] === true && { gallery: true }),
        ...(typeof linked === 'string' && { linked: asWritten(linked) }),
        ...(figure !== undefined && { figure }),
        ...(typeof caption === 'string' && { caption }),
      });
      first = false;
      parent.children[index] = { type: 'text', value: slot };
    } else if (isClip(node)) {
      references.push(toClip(node, job));
      parent.children[index] = { type: 'text', value: slot };
    } else if (typeof node.properties[transcriptProperty] === 'string') {
      const figure = numberOf(node.properties[transcriptProperty], job) ?? 0;
      references.push({ kind: 'transcript', figure });
      parent.children[index] = { type: 'text', value: slot };
    } else if (typeof node.properties[slotProperty] === 'string') {
      const figure = numberOf(node.properties[slotProperty], job) ?? 0;
      const within = node.tagName === 'span';
      references.push({ kind: 'caption', figure, ...(within && { within }) });
      parent.children[index] = { type: 'text', value: slot };
    } else if (node.tagName === 'link') {
      const style = node.properties[styleProperty] as BlockStyle;
      const opening = node.properties[openingProperty] === true;
      references.push({ kind: 'style', style, ...(opening && { opening }) });
      parent.children[index] = { type: 'text', value: slot };
    }
    return undefined;
  });
  return references;
}

function toClip(node: Element, job: MarkdownJob): ClipReference {
  const { ariaLabel, dataCaption, dataFigure, poster, src } = node.properties;
  const within = (tagName: string) =>
    node.children.filter(
      (child): child is Element => child.type === 'element' && child.tagName === tagName,
    );
  const sources = within('source').map(({ properties }) =>
    asWritten(String(properties['src'])),
  );
  const tracks = within('track').map(({ properties }): TrackReference => {
    const { label, src, srcLang } = properties;
    return {
      address: asWritten(String(src)),
      ...(srcLang ? { language: String(srcLang) } : {}),
      ...(label ? { label: String(label) } : {}),
    };
  });
  const figure = numberOf(dataFigure, job);
  return {
    ...{ kind: 'clip', medium: node.tagName as Medium, address: asWritten(String(src)) },
    ...titled(node, job),
    alt: String(ariaLabel ?? ''),
    ...(sources.length > 0 && { sources }),
    ...(typeof poster === 'string' && { poster: asWritten(poster) }),
    ...(tracks.length > 0 && { tracks }),
    ...(figure !== undefined && { figure }),
    ...(typeof dataCaption === 'string' && { caption: dataCaption }),
  };
}

/** The position of a link, picture or clip, and its title. */
function titled(node: Element, { options }: MarkdownJob) {
  const { title } = node.properties;
  return { ...placeOf(node, options), ...(typeof title === 'string' && { title }) };
}

/** The number in a figure's marker; undefined without one. */
function numberOf(marked: unknown, { marker }: MarkdownJob): number | undefined {
  return typeof marked === 'string' ? Number(marked.slice(marker.length)) : undefined;
}

/** Splits HTML at its slots: returns one more piece than there are slots. */
export function splitAtSlots(html: string, marker: string): string[] {
  if (!html.includes(marker)) return [html];
  return html.split(new RegExp(` href="${marker}\\d+x"|${marker}\\d+x`, 'u'));
}

/** Reverts the percent-encoding that Markdown adds to letters of URLs. */
function asWritten(address: string): string {
  return address.replace(/(?:%[89A-F][0-9A-F])+/giu, decodePercent);
}
