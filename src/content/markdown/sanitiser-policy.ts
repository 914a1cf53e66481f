import type { Options } from 'rehype-sanitize';

const languageTag = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/iu;

/**
 * What may remain of an article's HTML (a schema of hast-util-sanitize). It is a complete
 * allow-list: the library merges a partial schema with its default, so a missing key would
 * bring the default back. Other elements are removed and their content stays, except for those
 * in `strip`.
 */
export const sanitiserPolicy = {
  // Comments and doctypes are not content.
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
    // Inline.
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
    // Only addresses in the publication: `tidyClips`. The page prints its own elements instead.
    'audio',
    'video',
    'source',
    'track',
    // Only for task lists; a later step removes all others.
    'input',
  ],

  // Parts outside their parent would break the surrounding markup, or would be useless to a
  // screen reader.
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
    source: ['audio', 'video'],
    track: ['audio', 'video'],
  },

  attributes: {
    // `id` allows links into the text. It is prefixed, see `clobber`.
    '*': ['id', ['lang', languageTag], ['dir', 'ltr', 'rtl', 'auto']],
    // Older pages wrote `name` instead of `id`.
    a: ['href', 'title', 'name'],
    abbr: ['title'],
    dfn: ['title'],
    blockquote: ['cite'],
    q: ['cite'],
    del: ['cite', 'dateTime'],
    ins: ['cite', 'dateTime'],
    time: ['dateTime'],
    // No width, height or srcset: they come from the picture file.
    img: ['src', 'alt', 'title'],
    audio: ['src', 'title', 'ariaLabel'],
    video: ['src', 'poster', 'title', 'ariaLabel'],
    source: ['src'],
    track: ['src', 'label', 'kind', ['srcLang', languageTag]],
    // The only class that an article may set: the language of a code block.
    code: [['className', /^language-[\p{L}\p{N}_#+.-]+$/u]],
    details: ['open'],
    ol: ['start', 'reversed', ['type', '1', 'a', 'A', 'i', 'I']],
    li: ['value'],
    col: ['span'],
    colgroup: ['span'],
    // `align` is obsolete; a later step replaces it by a class.
    td: ['colSpan', 'rowSpan', ['align', 'left', 'center', 'right']],
    th: [
      'colSpan',
      'rowSpan',
      ['align', 'left', 'center', 'right'],
      ['scope', 'col', 'row', 'colgroup', 'rowgroup'],
    ],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
  },

  // An input without its type would be a text field.
  required: { input: { type: 'checkbox', disabled: true } },

  protocols: {
    href: ['http', 'https', 'mailto', 'tel'],
    src: ['http', 'https'],
    poster: ['http', 'https'],
    cite: ['http', 'https'],
  },

  // `id="location"` would shadow a property of the document.
  clobber: ['id', 'name'],
  clobberPrefix: 'user-content-',

  // Removed with their content, because it is code, not text. `svg`: its text labels a drawing
  // that is gone. `noembed` and `noframes`: their content is markup as text. `title` and
  // `datalist`: browsers never show them.
  strip: ['script', 'style', 'template', 'svg', 'noembed', 'noframes', 'title', 'datalist'],
} satisfies Options;
