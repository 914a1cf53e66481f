import type { Options } from 'rehype-sanitize';
import { sanitiserPolicy } from '../../content/markdown/sanitiser-policy.ts';

/**
 * The HTML that an article keeps in a feed: its own elements, with the attributes that have a meaning
 * on any page. Feed readers show entries of many sites on one page, so no element has an id, a class,
 * a style, a role or a tab index.
 */
export const feedPolicy = {
  allowComments: false,
  allowDoctypes: false,
  // A checkbox becomes a character (`feed-html.ts`).
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
    video: ['src', 'controls', 'poster', 'width', 'height', 'preload'],
    audio: ['src', 'controls', 'preload'],
    source: ['src', 'type'],
    track: ['src', 'srcLang', 'label', 'kind', 'default'],
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
    poster: ['http', 'https'],
    cite: ['http', 'https'],
  },
  // The content of these elements goes too: a script is not text.
  strip: [...sanitiserPolicy.strip, 'button'],
} satisfies Options;
