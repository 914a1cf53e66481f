import type { Element, Root } from 'hast';
import { kindOfAddress, tidyAddress } from '../address.ts';
import { mediumOf } from '../clip-address.ts';
import { visitElements } from '../visit-tree.ts';

/**
 * Gives all clips of the publication one form: `![…](clip.mp4)`, `<video src>` and `<video>` with
 * `<source>` become `<video src poster title aria-label>` with further `<source>` and `<track>`. Only
 * addresses of the publication stay, since nothing loads from elsewhere. Clips of other sites, and
 * within links, stay as they are, for `replaceEmbeds`.
 */
export function tidyClips(tree: Root): void {
  visitElements(tree, (node) => {
    if (node.tagName === 'a') return 'skip';
    if (node.tagName === 'img') readImage(node);
    else if (isClip(node)) return readClip(node) ? 'skip' : undefined;
    return undefined;
  });
}

/** Whether an element is film or sound. */
export function isClip({ tagName }: Element): boolean {
  return tagName === 'video' || tagName === 'audio';
}

function readImage(image: Element): void {
  const address = ownAddress(image, 'src');
  const medium = address === undefined ? undefined : mediumOf(address);
  if (medium === undefined) return;
  const { alt, title } = image.properties;
  image.tagName = medium;
  image.properties = {
    src: address,
    ...(title ? { title } : {}),
    ...(alt ? { ariaLabel: alt } : {}),
  };
}

/** Whether the clip has a file of the publication. */
function readClip(clip: Element): boolean {
  const within = (tagName: string) =>
    clip.children.flatMap((child) => {
      if (child.type !== 'element' || child.tagName !== tagName) return [];
      const src = ownAddress(child, 'src');
      return src === undefined ? [] : [{ ...child, properties: { ...child.properties, src } }];
    });
  const [first, ...others] = within('source');
  const src = ownAddress(clip, 'src') ?? first?.properties.src;
  if (src === undefined) return false;
  const sources = clip.properties['src'] === undefined ? others : [first, ...others];
  const { title, ariaLabel } = clip.properties;
  const poster = ownAddress(clip, 'poster');
  clip.properties = {
    src,
    ...(poster === undefined ? {} : { poster }),
    ...(title ? { title } : {}),
    ...(ariaLabel ? { ariaLabel } : {}),
  };
  clip.children = [...sources, ...within('track')].filter((child) => child !== undefined);
  return true;
}

/** An address of the publication, as the sanitiser compares it. */
function ownAddress({ properties }: Element, name: string): string | undefined {
  const address = tidyAddress(String(properties[name] ?? ''));
  return kindOfAddress(address) === 'internal' ? address : undefined;
}
