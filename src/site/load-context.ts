import { join, resolve } from 'node:path';
import { loadSite } from '../newsroom/load-site.ts';
import type { LoadedSite } from '../newsroom/loaded-site.ts';
import { formatCardProblems } from '../share-card/card-problem.ts';
import { loadCards } from '../share-card/load-cards.ts';
import { publishCards } from '../share-card/publish-cards.ts';
import { terminal } from '../terminal/terminal.ts';
import { createViewContext, type ViewContext } from '../view/view-context.ts';
import type { BundledScripts } from './bundle-scripts.ts';
import { loadPolicy } from './load-policy.ts';
import { loadScripts } from './load-scripts.ts';

const contexts = new WeakMap<LoadedSite, WeakMap<BundledScripts, Promise<ViewContext>>>();

/**
 * What every view of this build shares, made once for all pages; in the live preview, once for
 * each state of the content folder and of the scripts.
 */
export async function loadContext(): Promise<ViewContext> {
  const site = await loadSite();
  const scripts = await loadScripts();
  const own = contexts.get(site) ?? new WeakMap();
  contexts.set(site, own);
  const context = own.get(scripts) ?? createContext(site, scripts);
  own.set(scripts, context);
  return context;
}

async function createContext(
  site: LoadedSite,
  { inline, reader }: BundledScripts,
): Promise<ViewContext> {
  const { publication, assets, settings, logo, darkLogo, icons, preview } = site;
  const siteUrl = settings.siteUrl ?? publication.settings.url;
  const context = createViewContext({
    publication,
    assets,
    scripts: {
      applySettings: inline['apply-settings'],
      markOld: inline['mark-old'],
      reader,
    },
    basePath: settings.basePath,
    search: publication.settings.extras.includes('search'),
    // The live preview puts scripts of its own into pages.
    ...(import.meta.env.PROD ? { policy: await loadPolicy(site) } : {}),
    ...(logo ? { logo } : {}),
    ...(darkLogo ? { darkLogo } : {}),
    ...(icons ? { icons: new Set(Object.keys(icons)) } : {}),
    ...(siteUrl === undefined ? {} : { siteUrl }),
    ...(preview ? { preview } : {}),
  });
  const cards = await cardsOf(context, site);
  return cards === undefined ? context : { ...context, cards };
}

/**
 * Share cards, where a link can show them: their addresses are absolute, and nobody shares what
 * stands in a live preview.
 */
async function cardsOf(
  { publication, site, siteUrl }: ViewContext,
  { assets, logo, settings }: LoadedSite,
): Promise<ViewContext['cards']> {
  if (siteUrl === undefined || !import.meta.env.PROD) return undefined;
  const { extras } = publication.settings;
  const cacheDir = resolve(settings.cacheDir);
  const { cards, problems } = await loadCards(
    { publication, site, assets, ...(logo ? { logo: logo.name } : {}) },
    {
      articles: extras.includes('card'),
      root: process.cwd(),
      contentDir: resolve(settings.contentDir),
      cacheDir,
    },
  );
  // As in astro.config.mjs: the output is empty by now, and pages are not written yet.
  const output = resolve(process.env['DATELINE_STAGING'] ?? settings.outDir);
  await publishCards(cards.values(), { cacheDir, folder: join(output, 'assets') });
  for (const line of formatCardProblems(problems)) terminal().warn(line);
  return cards;
}
