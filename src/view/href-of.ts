import type { Story } from '../article/article.ts';
import type { Follow } from '../article/follow-addresses.ts';
import { resolveReference } from '../edition/resolve-reference.ts';
import { pictureAt } from './picture-view.ts';
import { assetHref, toHref, type ViewContext } from './view-context.ts';

/** Where a link written in a story leads; undefined where nothing is published there. */
export function hrefOf(
  context: ViewContext,
  story: Story,
  written: string,
): string | undefined {
  const target = resolveReference(written, story, context.site);
  switch (target?.kind) {
    case 'story':
      return toHref(context, target.story.address) + escapeSuffix(target.suffix);
    case 'address':
      return toHref(context, target.address) + escapeSuffix(target.suffix);
    case 'file': {
      const asset = context.assets.get(target.path);
      return asset && assetHref(context, asset.name) + escapeSuffix(target.suffix);
    }
    case undefined:
      return undefined;
  }
}

/** Where links and pictures lead in a story's Markdown, which is read away from its page too. */
export function followIn(context: ViewContext, story: Story): Follow {
  const origin = context.siteUrl ?? '';
  return (address, kind) => {
    const href =
      kind === 'link'
        ? hrefOf(context, story, address)
        : pictureAt(context, story, address, { alt: '' })?.src;
    return href === undefined ? undefined : origin + href;
  };
}

function escapeSuffix(suffix: string): string {
  return suffix.replace(/\s/gu, encodeURIComponent);
}
