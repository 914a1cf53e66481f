/** The address of the site: all pages are below it. Scripts are in one of its folders. */
export const siteFolder = (): URL => new URL('../', import.meta.url);

/** The address of a file that the page names for its scripts, in an attribute of a script element. */
export function pageFile(name: 'settings' | 'words'): string {
  return document.querySelector<HTMLElement>(`script[data-${name}]`)?.dataset[name] ?? '';
}
