import { pages } from 'theme:pages';
import { createApp } from 'astro/app/entrypoint';
import { pageStyles } from '../site/styles/page-styles.ts';

// The entry of the template bundle. Astro builds it (`compile-templates.ts`), the press loads it.

const app = createApp({ streaming: false });
// Instead of an error page.
app.renderError = async (_, { error }) => {
  throw error ?? new Error('the template failed');
};
const routeData = app.manifestData.routes.find(({ component }) =>
  // Relative to a folder of the cache.
  component.includes('/site/pages/'),
);

/** The inline style sheets of pages, byte for byte. */
export const styles: readonly string[] = pageStyles;

/** What the files of the theme's pages export, by their names. */
export const themePages = Object.entries(pages).map(
  ([name, { title, description, articles }]) => ({ name, title, description, articles }),
);

/**
 * Renders a page as HTML in UTF-8. `locals` is what `src/site/pages` reads.
 *
 * @throws what the template throws
 */
export async function render(locals: App.Locals): Promise<Uint8Array> {
  if (routeData === undefined) throw new Error('src/site/pages has no template');
  const response = await app.render(new Request('http://localhost/'), { routeData, locals });
  return response.bytes();
}
