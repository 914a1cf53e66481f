import type { LoadedSite } from '../newsroom/loaded-site.ts';
import { type ContentPolicy, createContentPolicy } from '../security/content-policy.ts';
import { pageStyles } from '../styles/page-styles.ts';
import { toSpeculation } from '../view/shell.ts';
import { toThemeCss } from '../view/theme-css.ts';
import { loadScripts } from './load-scripts.ts';

/** The policy of this build, reckoned from the very texts that its pages print. */
export async function loadPolicy({
  publication,
  settings,
}: LoadedSite): Promise<ContentPolicy> {
  const { inline } = await loadScripts();
  const { theme, images } = publication.settings;
  return createContentPolicy({
    scripts: [...Object.values(inline), toSpeculation(settings.basePath)],
    styles: [...Object.values(pageStyles), toThemeCss(theme) ?? []].flat(),
    imageOrigins: images.remote,
  });
}
