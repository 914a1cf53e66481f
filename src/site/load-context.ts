import { loadSite } from '../newsroom/load-site.ts';
import { createViewContext, type ViewContext } from '../view/view-context.ts';
import { loadPolicy } from './load-policy.ts';
import { loadScripts } from './load-scripts.ts';

const contexts = new WeakMap<object, ViewContext>();

/** What every view of this build shares, made once for all pages. */
export async function loadContext(): Promise<ViewContext> {
  const site = await loadSite();
  const known = contexts.get(site);
  if (known) return known;
  const { publication, assets, settings, logo, previewNow } = site;
  const siteUrl = settings.siteUrl ?? publication.settings.url;
  const { inline, reader } = await loadScripts();
  const context = createViewContext({
    publication,
    assets,
    scripts: {
      applySettings: inline['apply-settings'],
      markOld: inline['mark-old'],
      reader,
    },
    basePath: settings.basePath,
    // The live preview puts scripts of its own into pages.
    ...(import.meta.env.PROD ? { policy: await loadPolicy(site) } : {}),
    ...(logo ? { logo } : {}),
    ...(siteUrl === undefined ? {} : { siteUrl }),
    ...(previewNow === undefined ? {} : { previewNow }),
  });
  contexts.set(site, context);
  return context;
}
