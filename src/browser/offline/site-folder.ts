/** Address of the site, below which all its pages are; scripts lie in a folder of it. */
export const siteFolder = new URL('../', import.meta.url);
