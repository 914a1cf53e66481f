/** What all articles have in common: their template, and `/2024/05/08/slug/` as their address. */
// biome-ignore lint/style/noDefaultExport: Eleventy reads the default export.
export default {
  layout: 'article.njk',
  permalink: (/** @type {{ page: { date: Date, filePathStem: string } }} */ { page }) => {
    const name = page.filePathStem.split('/').at(-1) ?? '';
    const day = page.date.toISOString().slice(0, 10).replaceAll('-', '/');
    return name.endsWith('.ko') ? `/ko/${day}/${name.slice(0, -3)}/` : `/${day}/${name}/`;
  },
};
