import { parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { allowedEverywhere, allowedMarkup } from '../security/allowed-markup.ts';

/** Why an article may render an example differently from a specification. */
export interface Reason {
  readonly name: string;
  readonly why: string;
  /** Removes from HTML, of either side, what differs for this reason. */
  readonly without: (html: string) => string;
}

/** In the order in which they are applied to both sides. */
export const reasons: readonly Reason[] = [
  {
    name: 'sanitised',
    why: 'elements, attributes and URLs that articles do not need are removed, scripts and styles with their content; embeds become links',
    without: (html) => changed(html, unsafe),
  },
  {
    name: 'broken link',
    why: 'a link without a URL, or to a heading that does not exist, becomes plain text (and is reported)',
    without: (html) => html.replace(/<a(?: (?:title|href)="(?:#[^"]*)?")*>(.*?)<\/a>/gsu, '$1'),
  },
  {
    name: 'address',
    why: 'letters in URLs are not percent-encoded, and invalid URLs are tidied',
    without: (html) =>
      html.replace(
        / (href|src)="([^"]*)"/gu,
        (_, name, address) => ` ${name}="${tidy(address)}"`,
      ),
  },
  {
    name: 'depth',
    why: 'headings become h2 to h4, in steps of one; empty headings are removed',
    without: (html) =>
      html.replace(/<h[1-6]><\/h[1-6]>/gu, '').replace(/<(\/?)h[1-6]>/gu, '<$1h>'),
  },
  {
    name: 'picture',
    why: 'a picture alone in a paragraph becomes a figure with its title as caption; a missing description is marked',
    without: (html) =>
      html
        .replace(/<figcaption>.*?<\/figcaption>/gsu, '')
        .replace(/<(\/?)figure>/gu, '<$1p>')
        .replace(/ alt=""/gu, '')
        .replace(/(<p>(?:<a[^>]*>)?<img[^>]*?) title="[^"]*"/gu, '$1'),
  },
  {
    name: 'marks',
    why: 'quotation marks, apostrophes, dashes and ellipses are typographic',
    without: (html) =>
      html
        .replace(/[“”]|&quot;/gu, '"')
        .replace(/[‘’]/gu, "'")
        .replace(/[—–]|-{2,3}/gu, '--'),
  },
  {
    name: 'bare',
    why: 'a bare URL is a link (for `mailto:` without the scheme), and two tildes strike text out: GFM adds these to CommonMark',
    without: (html) =>
      html
        .replace(
          /<a href="(?:mailto:)?[^"]*">((?:https?:\/\/|www\.|(?:mailto:)?[\w.+-]+@)[^<]*)<\/a>/gu,
          '$1',
        )
        .replace(/<\/?del>/gu, '~~'),
  },
  {
    name: 'tilde',
    why: 'a single tilde is text, since `9~11` is a range',
    without: (html) => html.replace(/~+/gu, '~'),
  },
  {
    name: 'table',
    why: 'a table is in a box that scrolls, has its alignment as classes, and heads for columns and rows',
    without: (html) =>
      html
        .replace(/<div class="table-scroll"[^>]*>(.*?<\/table>)<\/div>/gsu, '$1')
        .replace(/ (?:align="|class="align-)\w+"| class="(?:number|pinned)"/gu, '')
        .replace(/<th scope="row">(.*?)<\/th>/gsu, '<td>$1</td>')
        .replace(/ scope="col"/gu, ''),
  },
  {
    name: 'task',
    why: 'the text of a task is the label of its checkbox',
    without: (html) =>
      html
        .replace(/ class="task"|\s*<\/?label>\s*/gu, '')
        .replace(/<input[^>]*>\s*/gu, (box) => (box.includes('checked') ? '<x>' : '<o>')),
  },
  {
    name: 'filtered',
    why: 'of elements that GFM prints as text, only the content is kept',
    without: (html) =>
      html.replace(
        /&lt;\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)&gt;/giu,
        '',
      ),
  },
  {
    name: 'closed',
    why: 'an unclosed element ends with its block',
    without: (html) =>
      html
        .replace(/(?<=<\/p>)<(a|b)[^>]*>\s*<\/\1>|\n(?=<\/a>$)/gu, '')
        .replace(/<div><\/div>/gu, ''),
  },
  {
    name: 'empty',
    why: 'empty links and paragraphs are removed',
    without: (html) =>
      html.replace(/<a(?: [^>]*)?>\s*<\/a>/gu, '').replace(/<p>\s*<\/p>/gu, ''),
  },
];

/** HTML without what every article adds: ids, marks of links, white space between blocks. */
export function plainHtml(html: string): string {
  return serialize(parseFragment(html))
    .replace(/ (?:id="[^"]*"|rel="external noopener")/gu, '')
    .replace(
      /\s*(<\/?(?:p|h[1-6]|ul|ol|li|blockquote|pre|div|table|t[rhd]|thead|tbody|hr|figure)\b[^>]*>)\s*/gu,
      '$1',
    )
    .trim();
}

/** Every set of reasons, small ones first. */
const sets = Array.from({ length: 2 ** reasons.length }, (_, bits) =>
  reasons.filter((_, n) => bits & (1 << n)),
).sort((a, b) => a.length - b.length);

/**
 * The smallest set of reasons that makes both sides equal; undefined if no three of them do.
 */
export function explain(given: string, expected: string): readonly string[] | undefined {
  const [from, to] = [plainHtml(given), plainHtml(expected)];
  const found = sets.find((set) => {
    if (set.length > 3) return false;
    const without = (html: string) =>
      set.length === 0
        ? html
        : plainHtml(set.reduce((text, reason) => reason.without(text), html));
    return without(from) === without(to);
  });
  return found?.map(({ name }) => name);
}

function changed(html: string, change: (parent: Tree.ParentNode) => void): string {
  const tree = parseFragment(html);
  change(tree);
  return serialize(tree);
}

/** Keeps only the allowed markup of an article in a tree. */
function unsafe(parent: Tree.ParentNode): void {
  const kept: Tree.ChildNode[] = [];
  for (const node of parent.childNodes) {
    if (node.nodeName === '#text') kept.push(node);
    if (!('tagName' in node) || /^(?:script|style|template|svg|title)$/u.test(node.tagName))
      continue;
    unsafe(node);
    const own = allowedMarkup[node.tagName];
    const parts = /^(?:td|th|tr|tbody|thead|li)$/u.test(node.tagName);
    if (own === undefined || (parts && !('tagName' in parent))) {
      kept.push(...node.childNodes);
      continue;
    }
    node.attrs = node.attrs.filter(({ name, value }) =>
      name === 'href' || name === 'src'
        ? !/^\s*(?!https?:|mailto:|tel:)[^/?#]*:/iu.test(value)
        : [own[name], allowedEverywhere[name]].some(
            (form) => form !== undefined && (!(form instanceof RegExp) || form.test(value)),
          ) ||
          (node.tagName === 'img' && name === 'title'),
    );
    if (node.tagName === 'a' && node.attrs.length === 0) kept.push(...node.childNodes);
    else kept.push(node);
  }
  parent.childNodes = kept;
}

function tidy(address: string): string {
  const plain = address
    .replace(
      /&(?:quot|amp|nbsp|lt|gt);|%(?:22|5C|C2%A0|3C|3E|5B|5D|60|20|26)|[\s"\\<>`[\]&]/giu,
      '',
    )
    .replace(/^[a-z]+:/iu, (scheme) => scheme.toLowerCase());
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
