import type { PrintedElement } from './allowed-markup.ts';

/** What a page in a browser consists of. */
export interface SeenPage {
  /** The elements of the rendered article. */
  readonly copy: readonly PrintedElement[];
  /**
   * Every other element as a string: its name, its attributes, and those values that can run
   * code or load something.
   */
  readonly signs: readonly string[];
  /** All text that a reader may see, with single spaces. */
  readonly text: string;
  /** Structured data in the page, which must be JSON. */
  readonly data: readonly string[];
  /** URLs outside of the rendered article, resolved by the browser. */
  readonly addresses: readonly string[];
}

/** Runs in a page: examines it or another document. */
export function lookAtPage(document: Document): SeenPage {
  const copy: PrintedElement[] = [];
  const signs = new Set<string>();
  const data: string[] = [];
  const addresses = new Set<string>();
  const telling = /^(?:on.*|style|type|rel|http-equiv|name|srcdoc|is|slot|target|charset)$/u;
  for (const element of document.querySelectorAll('*')) {
    const attributes = [...element.attributes].map(({ name, value }) => [name, value] as const);
    const tag = element.localName;
    const foreign = element.namespaceURI !== 'http://www.w3.org/1999/xhtml';
    if (element.closest('.copy') && !element.matches('.copy')) {
      copy.push({ tag, foreign, attributes });
      continue;
    }
    const isData = tag === 'script' && /json$/u.test(element.getAttribute('type') ?? '');
    if (isData) data.push(element.textContent ?? '');
    const code = /^(?:script|style|template|noscript)$/u.test(tag) && !isData;
    const words = attributes.map(([name, value]) =>
      telling.test(name) ? `${name}=${value}` : name,
    );
    signs.add(
      `${tag}${foreign ? '*' : ''}[${words.sort().join(' ')}]${code ? element.textContent : ''}`,
    );
    for (const name of ['href', 'src', 'action', 'data', 'poster']) {
      const value = element.getAttribute(name);
      if (value !== null) addresses.add(new URL(value, document.baseURI).href);
    }
    const leads = element.matches('meta[http-equiv=refresh]');
    const to = leads
      ? element.getAttribute('content')?.replace(/^\d+;\s*url=/iu, '')
      : undefined;
    if (to !== undefined) addresses.add(new URL(to, document.baseURI).href);
  }
  const text = [document.title, document.body.textContent ?? '']
    .concat([...document.querySelectorAll('[alt]')].map((one) => one.getAttribute('alt') ?? ''))
    .join(' ')
    .replace(/\s+/gu, ' ');
  return { copy, signs: [...signs], text, data, addresses: [...addresses] };
}
