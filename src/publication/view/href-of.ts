import type { Follow } from '../../content/article/follow-addresses.ts';
import { pictureAt } from './picture-view.ts';
import { type TextInputs, targetAt } from './story-inputs.ts';
import { assetHref, toHref, type ViewContext } from './view-context.ts';

/** Where a link written in a story leads; undefined where nothing is published there. */
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

/** Where links and pictures lead in a story's Markdown, which is read away from its page too. */
export function followIn(context: ViewContext, { targets }: TextInputs): Follow {
  const origin = context.siteUrl ?? '';
  return (address, kind) => {
    const href =
      kind === 'link'
        ? hrefOf(context, targets, address)
        : pictureAt(context, targets, address, { alt: '' })?.src;
    return href === undefined ? undefined : origin + href;
  };
}
