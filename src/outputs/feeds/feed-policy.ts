import type { Options } from 'rehype-sanitize';
import { sanitiserPolicy } from '../../content/markdown/sanitiser-policy.ts';

/**
 * What may remain of an article's HTML in a feed: the copy's own elements with what they need to be
 * understood anywhere. An entry stands among those of other sites, on pages of programs that
 * nobody here knows, so nothing in it has an id, a class, a style, a role or a place in the tab order.
 */
export const feedPolicy = {
  allowComments: false,
  allowDoctypes: false,
  // A box that cannot be ticked is a sign (`feed-html.ts`).
  tagNames: sanitiserPolicy.tagNames.filter((name) => name !== 'input'),
  ancestors: sanitiserPolicy.ancestors,
  attributes: {
    '*': ['lang', 'dir'],
    a: ['href', 'title'],
    abbr: ['title'],
    dfn: ['title'],
    blockquote: ['cite'],
    q: ['cite'],
    del: ['cite', 'dateTime'],
    ins: ['cite', 'dateTime'],
    time: ['dateTime'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    details: ['open'],
    ol: ['start', 'reversed', 'type'],
    li: ['value'],
    col: ['span'],
    colgroup: ['span'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan', 'scope'],
  },
  protocols: {
    href: ['http', 'https', 'mailto', 'tel'],
    src: ['http', 'https'],
    cite: ['http', 'https'],
  },
  // The words of a script are none; a picture's other sizes say nothing without it.
  strip: [...sanitiserPolicy.strip, 'button'],
} satisfies Options;
