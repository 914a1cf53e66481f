import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { ArticlePage } from '../publication/view/article-page.ts';
import type { CreditView } from '../publication/view/credit-view.ts';
import type { PageContent } from './make-content.ts';

/**
 * The credit line of a picture that the page of a story shows and whose credit it lacks, which only a
 * component of a theme can cause. Credits travel with pictures.
 */
export function lostCredit(
  content: Pick<PageContent, 'page'>,
  html: string,
): string | undefined {
  const { footer, picture } = content.page as Partial<ArticlePage>;
  if (footer === undefined) return undefined;
  const { featured, others } = footer.credits;
  const isShown = picture !== undefined && html.includes(picture.src);
  const needed = [...(featured && isShown ? [featured] : []), ...(others?.items ?? [])];
  if (needed.length === 0) return undefined;
  const shown = textOf(html);
  return needed.map(lineOf).find((line) => line !== '' && !shown.includes(line));
}

function lineOf({ line }: CreditView): string {
  return collapse(line.map(({ text }) => text).join(''));
}

/** The text of a page, without its head, scripts and styles. */
function textOf(html: string): string {
  const parts: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if (['head', 'script', 'style'].includes(node.nodeName)) return;
    if ('value' in node) parts.push(node.value);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return collapse(parts.join(''));
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
