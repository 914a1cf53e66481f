/**
 * A page of the site as a document, without its style sheets: the policy of the page at hand names
 * only its own, and a browser would say of each other one that it refuses it.
 */
export function parsePage(html: string): Document {
  const plain = html.replaceAll(/<style>.*?<\/style>/gsu, '');
  return new DOMParser().parseFromString(plain, 'text/html');
}
