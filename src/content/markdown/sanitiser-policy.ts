import type { Options } from 'rehype-sanitize';

const languageTag = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/iu;

/**
 * What may remain of an article's HTML (a schema of hast-util-sanitize). It is an
 * allow-list, written out in full: the default schema is merged shallowly, so that half a
 * schema would silently bring the other half with it. Elements that are not named go and
 * leave their words behind, save those in `strip`.
 */
export const sanitiserPolicy = {
  // Comments and doctypes are no copy.
  allowComments: false,
  allowDoctypes: false,

  tagNames: [
    // Blocks.
    'p',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'blockquote',
    'pre',
    'hr',
    'div',
    'aside',
    'figure',
    'figcaption',
    'details',
    'summary',
    'section',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'table',
    'caption',
    'colgroup',
    'col',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'th',
    'td',
    // Within a line.
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'br',
    'cite',
    'code',
    'del',
    'dfn',
    'em',
    'i',
    'ins',
    'kbd',
    'mark',
    'q',
    'rp',
    'rt',
    'ruby',
    's',
    'samp',
    'small',
    'span',
    'strong',
    'sub',
    'sup',
    'time',
    'u',
    'var',
    'wbr',
    'img',
    // Only the boxes of task lists; a later step takes out any other.
    'input',
  ],

  // Parts of something that stand outside it would break out of what surrounds them, or be
  // of no use to a screen reader.
  ancestors: {
    li: ['ul', 'ol'],
    dt: ['dl'],
    dd: ['dl'],
    figcaption: ['figure'],
    summary: ['details'],
    rt: ['ruby'],
    rp: ['ruby'],
    caption: ['table'],
    colgroup: ['table'],
    col: ['table'],
    thead: ['table'],
    tbody: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
  },

  attributes: {
    // `id` so that copy can be linked into; it is prefixed, see `clobber`.
    '*': ['id', ['lang', languageTag], ['dir', 'ltr', 'rtl', 'auto']],
    // `name` is what older pages wrote for an id.
    a: ['href', 'title', 'name'],
    abbr: ['title'],
    dfn: ['title'],
    blockquote: ['cite'],
    q: ['cite'],
    del: ['cite', 'dateTime'],
    ins: ['cite', 'dateTime'],
    time: ['dateTime'],
    // No width, height or srcset: the files decide, when the place is filled.
    img: ['src', 'alt', 'title'],
    // The one class that copy may give: the language of a listing.
    code: [['className', /^language-[\p{L}\p{N}_#+.-]+$/u]],
    details: ['open'],
    ol: ['start', 'reversed', ['type', '1', 'a', 'A', 'i', 'I']],
    li: ['value'],
    col: ['span'],
    colgroup: ['span'],
    // `align` is obsolete; a later step turns it into a class.
    td: ['colSpan', 'rowSpan', ['align', 'left', 'center', 'right']],
    th: [
      'colSpan',
      'rowSpan',
      ['align', 'left', 'center', 'right'],
      ['scope', 'col', 'row', 'colgroup', 'rowgroup'],
    ],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
  },

  // An input that lost its type would be a text field.
  required: { input: { type: 'checkbox', disabled: true } },

  protocols: {
    href: ['http', 'https', 'mailto', 'tel'],
    src: ['http', 'https'],
    cite: ['http', 'https'],
  },

  // `id="location"` would shadow a property of the document.
  clobber: ['id', 'name'],
  clobberPrefix: 'user-content-',

  // Go with all they hold: it is program, not words. `svg` because its words are labels of
  // a drawing that is gone; `noembed` and `noframes` hold markup as text; `title` and
  // `datalist` are never printed by a browser.
  strip: ['script', 'style', 'template', 'svg', 'noembed', 'noframes', 'title', 'datalist'],
} satisfies Options;
