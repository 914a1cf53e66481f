import type { Element, Root } from 'hast';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { cleanText } from '../clean-text.ts';
import { type MarkdownJob, mayHold } from '../markdown-job.ts';
import { unlinkNested } from './tidy-links.ts';

const processor = unified().use(rehypeRaw).freeze();

/**
 * Parses raw HTML into elements as a browser does, which closes open elements within the
 * article. It is slow, so it runs only where there is raw HTML.
 */
export function parseRawHtml(tree: Root, job: MarkdownJob): Root {
  if (!mayHold(job, '<') || !completeRaw(tree)) return tree;
  unlinkNested(tree, job);
  // The source gives the elements their positions.
  const parsed = processor.runSync(tree, job.source) as Root;
  // A character reference (`&#1;`) can bring back what the source was cleaned of.
  if (mayHold(job, '&#')) cleanTree(parsed);
  return parsed;
}

/** Completes the raw HTML; returns whether there is any. */
function completeRaw(parent: Root | Element): boolean {
  let found = false;
  for (const node of parent.children) {
    if (node.type === 'raw') node.value = completeHtml(node.value);
    if (node.type === 'raw' || (node.type === 'element' && completeRaw(node))) found = true;
  }
  return found;
}

function cleanTree(parent: Root | Element): void {
  for (const node of parent.children) {
    if (node.type === 'text') node.value = cleanText(node.value);
    if (node.type !== 'element') continue;
    for (const [name, value] of Object.entries(node.properties))
      if (typeof value === 'string') node.properties[name] = cleanText(value);
    cleanTree(node);
  }
}

/** Endings for what may still be open; otherwise the following text would be part of it. */
const endings = ['', '>', '-->', '">', "'>", ']]>'] as const;

/**
 * Closes an open comment or tag at the end of a piece of raw HTML. `hast-util-raw` fails on
 * what follows an open one: it forgets the comment, but not that it is inside one.
 */
export function completeHtml(raw: string): string {
  if (!/<[!?]|<[^<>]*$/u.test(raw)) return raw;
  if (isShortDeclaration(raw)) return `${raw}${' '.repeat(doctype.length)}`;
  const ending = endings.find((end) => endsOutside(raw + end));
  // An element such as <plaintext>, which takes everything that follows, is a known case.
  return raw + (ending ?? '');
}

/** Whether an element after the HTML would be read as one. */
function endsOutside(html: string): boolean {
  const fragment = parseFragment(`${html}<wbr>`, { sourceCodeLocationInfo: true });
  const found = (parent: DefaultTreeAdapterTypes.ParentNode): boolean =>
    parent.childNodes.some(
      (node) =>
        'tagName' in node &&
        ((node.tagName === 'wbr' && node.sourceCodeLocation?.startOffset === html.length) ||
          found('content' in node ? (node as DefaultTreeAdapterTypes.Template).content : node)),
    );
  return found(fragment);
}

const doctype = 'DOCTYPE';

/**
 * Whether text follows a declaration (`<!X>`) and both are short. The parser waits for more characters to
 * know that it is not a doctype, and what it has read is lost.
 */
function isShortDeclaration(raw: string): boolean {
  const tail = raw.slice(raw.lastIndexOf('<!') + 2);
  return tail.length < doctype.length && /^[^->][^>]*>./su.test(tail);
}
