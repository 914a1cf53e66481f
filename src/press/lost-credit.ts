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

/** The text of a page, without its head. */
function textOf(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  const text = body
    .replace(/<(script|style)\b.*?<\/\1>/gsu, '')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(amp|lt|gt|quot|#\d+|#x[\da-f]+);/giu, (_, name: string) => characterOf(name));
  return collapse(text);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function characterOf(name: string): string {
  if (!name.startsWith('#')) return named[name.toLowerCase()] ?? '';
  const isHex = /^#x/iu.test(name);
  const code = isHex ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
