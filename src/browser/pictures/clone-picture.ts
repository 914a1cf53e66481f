/** A copy of a link's picture for all of the window, and of the words that belong to it. */
export function clonePicture(link: HTMLAnchorElement): Element[] {
  const picture = (link.firstElementChild as Element).cloneNode(true) as Element;
  for (const source of picture.querySelectorAll('source')) source.sizes = '100vw';
  const img = picture.matches('img') ? picture : picture.querySelector('img');
  img?.removeAttribute('loading');
  return [picture, ...wordsOf(link)];
}

/** The caption; for the featured image, whose credit stands in the footer, that too. */
function wordsOf(link: HTMLAnchorElement): Element[] {
  const figure = link.closest('figure');
  const featured = figure?.matches('.article-picture');
  const words = [
    ...(figure?.querySelectorAll('figcaption') ?? []),
    ...(featured ? document.querySelectorAll('.article-footer > .credit') : []),
  ].map((element) => element.cloneNode(true) as Element);
  for (const element of words)
    for (const one of element.querySelectorAll('[id]')) one.removeAttribute('id');
  return words;
}
