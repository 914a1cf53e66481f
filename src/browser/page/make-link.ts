/** A `<link>` with properties, not yet on the page. */
export function makeLink(properties: Partial<HTMLLinkElement>): HTMLLinkElement {
  return Object.assign(document.createElement('link'), properties);
}
