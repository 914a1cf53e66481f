/** Creates an element with attributes and content. Strings become text, never HTML. */
export function makeElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

/** Creates a `<link>` that is not yet on the page. */
export function makeLink(properties: Partial<HTMLLinkElement>): HTMLLinkElement {
  return Object.assign(document.createElement('link'), properties);
}

/** Adds a style sheet that only pages with a certain feature need, in the layer of scripts. */
export function adoptStyle(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@layer scripts{${css}}`);
  document.adoptedStyleSheets.push(sheet);
}
