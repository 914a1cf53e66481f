import type { APIRoute } from 'astro';
import { listCopies } from '../feeds/list-copies.ts';
import { loadCopyText } from '../newsroom/load-copy-text.ts';
import { loadSite } from '../newsroom/load-site.ts';
import { loadContext } from '../site/load-context.ts';
import { followIn } from '../view/href-of.ts';

/** The Markdown of each article, beside its page. */
export async function getStaticPaths() {
  const { sources } = await loadSite();
  const context = await loadContext();
  return listCopies(context).map(({ address, path }) => {
    const story = context.publication.byPath.get(path);
    const follow = story && followIn(context, story);
    // Other articles decide where links lead.
    const targets = [
      story?.image?.file === undefined ? '' : follow?.(story.image.file, 'picture'),
      ...(story?.body.references ?? []).map((item) =>
        item.kind === 'caption' ? '' : follow?.(item.address, item.kind),
      ),
    ];
    return {
      params: { markdown: address.slice(1) },
      props: { path },
      cacheKey: [sources.get(path) ?? '', ...targets.map((target) => target ?? '')].join('\n'),
    };
  });
}

export const GET: APIRoute<{ path: string }> = async ({ props: { path } }) => {
  const context = await loadContext();
  const story = context.publication.byPath.get(path);
  const addresses = story && { follow: followIn(context, story), image: story.image?.file };
  return new Response(loadCopyText(path, addresses), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
