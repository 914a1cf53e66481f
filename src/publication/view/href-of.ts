import type { Follow } from '../../content/article/follow-addresses.ts';
import { pictureAt } from './picture-view.ts';
import { type TextInputs, targetAt } from './story-inputs.ts';
import { assetHref, toHref, type ViewContext } from './view-context.ts';

/** The `href` of a link as written in a story; undefined if it is broken. */
export function hrefOf(
  context: ViewContext,
  targets: TextInputs['targets'],
  written: string,
): string | undefined {
  const target = targetAt(targets, written);
  if (target === undefined) return undefined;
  const href =
    target.kind === 'file'
      ? assetHref(context, target.asset.name)
      : toHref(context, target.address);
  return href + target.suffix.replace(/\s/gu, encodeURIComponent);
}

/** Resolves links and pictures of a Markdown version, which is also read outside of the site. */
export function followIn(context: ViewContext, { targets }: TextInputs): Follow {
  const origin = context.siteUrl ?? '';
  const clipHref = (address: string) => {
    const target = targetAt(targets, address);
    const isClip = target?.kind === 'file' && target.asset.kind === 'clip';
    return isClip ? hrefOf(context, targets, address) : undefined;
  };
  return (address, kind) => {
    const href =
      kind === 'link'
        ? hrefOf(context, targets, address)
        : (pictureAt(context, targets, address, { alt: '' })?.src ?? clipHref(address));
    return href === undefined ? undefined : origin + href;
  };
}
