/** What happens to elements that pages do not keep, and what to write instead. */
interface ElementRule {
  readonly names: readonly string[];
  readonly cure: string;
}

const elementRules: readonly ElementRule[] = [
  {
    names: ['iframe', 'embed', 'object', 'frame', 'portal', 'applet'],
    cure: 'nothing is played or embedded, only a link to its address is shown; write `[words](address)`',
  },
  {
    names: ['video', 'audio'],
    cure: 'nothing loads from elsewhere, only a link to its address is shown; write `[words](address)`, or put the file beside the article',
  },
  {
    names: ['script', 'noscript', 'template', 'slot'],
    cure: 'it never runs and is not shown; remove it, and write what it showed',
  },
  {
    names: ['style', 'link', 'base', 'meta'],
    cure: 'it has no effect; remove it: the site has its own styles',
  },
  { names: ['title', 'head', 'html', 'body'], cure: 'it belongs to a whole page; remove it' },
  {
    names: ['svg', 'canvas'],
    cure: 'a drawing is not shown; save it as a file, and write `![description](drawing.svg)`',
  },
  {
    names: ['math'],
    cure: 'only its letters are shown; write it with `<sub>`, `<sup>`, or show it as a picture',
  },
  {
    names: ['picture'],
    cure: 'only the `<img>` in it is shown; write `![description](picture.jpg)`',
  },
  {
    names: ['source', 'track'],
    cure: 'nothing loads from elsewhere; put the file beside the article',
  },
  { names: ['param'], cure: 'it has no effect; remove it' },
  { names: ['map', 'area'], cure: 'areas of a picture are not linked; write links below it' },
  {
    names: [
      'form',
      'button',
      'select',
      'option',
      'optgroup',
      'textarea',
      'label',
      'fieldset',
      'legend',
      'output',
      'meter',
      'progress',
    ],
    cure: 'only its words are shown; write a link to a page that has the form',
  },
  {
    names: ['input', 'datalist'],
    cure: 'it is not shown; write `- [ ] words` for a task, a link to a page that has the form',
  },
  {
    names: [
      'article',
      'main',
      'header',
      'footer',
      'nav',
      'hgroup',
      'address',
      'search',
      'dialog',
      'menu',
      'frameset',
      'noframes',
      'noembed',
    ],
    cure: 'only what is in it is shown; remove the tag, or write `<div>`',
  },
  {
    names: ['center', 'font', 'big', 'blink', 'marquee', 'nobr', 'basefont', 'spacer', 'data'],
    cure: 'only its words are shown; write `**bold**`, `*emphasis*` or `<small>`, or remove it',
  },
  {
    names: ['tt', 'xmp', 'listing', 'plaintext'],
    cure: 'it is not kept; write code: `` `…` ``',
  },
  {
    names: ['strike'],
    cure: 'its words are shown without formatting; write `<del>…</del>` or `<s>…</s>`',
  },
  {
    names: ['acronym'],
    cure: 'its words are shown without formatting; write `<abbr title="…">…</abbr>`',
  },
  { names: ['dir'], cure: 'it is not shown as a list; write `<ul>` or a Markdown list' },
];

const byName: ReadonlyMap<string, string> = new Map(
  elementRules.flatMap(({ names, cure }) => names.map((name) => [name, cure] as const)),
);

/**
 * What to write instead of an element. `written` is the tag as written; `isElement` says
 * whether it has an end tag. Both distinguish components from words in angle brackets.
 */
export function cureOfElement(name: string, written: string, isElement: boolean): string {
  const known = byName.get(name);
  if (known !== undefined) return known;
  const isComponent = isElement || /\s[\w:@-]+=|\/>$|^<\//u.test(written);
  if (isComponent && /^<\/?[A-Z]|-/u.test(written.slice(0, name.length + 2)))
    return 'a component is not run, only the words in it are shown; write Markdown or HTML instead';
  return `it is read as an HTML tag and not shown; write \`\\${written.slice(0, 60)}\` if it is text`;
}

interface AttributeRule {
  readonly names: RegExp;
  readonly cure: string;
}

const attributeRules: readonly AttributeRule[] = [
  { names: /^class$/u, cure: 'it has no effect: the site has its own styles; remove it' },
  { names: /^style$/u, cure: 'it has no effect, hidden text is shown; remove it' },
  { names: /^hidden$/u, cure: 'it has no effect, the text is shown; remove the text' },
  { names: /^on/u, cure: 'it never runs; remove it' },
  {
    names: /^markdown$/u,
    cure: 'it has no effect; put an empty line after the tag, and one before its end',
  },
  {
    names: /^(?:width|height)$/u,
    cure: 'it has no effect: pages give pictures and tables their size; remove it',
  },
  {
    names: /^(?:target|download)$/u,
    cure: 'it has no effect: links open as readers choose; remove it',
  },
  { names: /^(?:autoplay|loop)$/u, cure: 'it has no effect: readers start clips; remove it' },
  {
    names: /^poster$/u,
    cure: 'nothing loads from elsewhere; put the picture beside the article',
  },
  { names: /^title$/u, cure: 'it is not shown; write it in the text' },
  {
    names: /^id$/u,
    cure: 'headings and paragraphs have their own ids; only links within this article can use this one',
  },
  {
    names: /^(?:cite)$/u,
    cure: 'it is not kept; write an address with https, or a link in the text',
  },
  {
    names:
      /^(?:align|valign|bgcolor|background|border|color|face|size|cell(?:padding|spacing)|clear|nowrap|hspace|vspace|frame|rules)$/u,
    cure: 'it has no effect: the site has its own styles; remove it',
  },
];

export function cureOfAttribute(name: string): string {
  return (
    attributeRules.find(({ names }) => names.test(name))?.cure ?? 'it has no effect; remove it'
  );
}

/**
 * Attributes that only control how a browser loads something, so removing them changes nothing
 * for readers.
 */
export const silentAttributes: ReadonlySet<string> = new Set([
  'loading',
  'decoding',
  'fetchpriority',
  'referrerpolicy',
  'crossorigin',
  'rel',
  'ping',
  'srcset',
  'sizes',
  'hreflang',
  'type',
]);

/** The same for film and sound: what the page sets itself. */
export const silentClipAttributes: ReadonlySet<string> = new Set([
  ...['controls', 'controlslist', 'preload', 'playsinline', 'muted', 'width', 'height'],
  ...['default', 'alt'],
]);

/** Comments that are instructions for other programs; others need no replacement. */
export const commentRules: readonly {
  readonly pattern: RegExp;
  readonly name: string;
  readonly cure: string;
}[] = [
  {
    pattern: /^<!--\s*(?:more|truncate|excerpt|readmore|end_excerpt)\b/iu,
    name: 'an excerpt marker',
    cure: 'it has no effect; write the excerpt in the front matter: `summary: …`',
  },
  {
    pattern: /^<!--\s*(?:toc|\/?toc|tableofcontents)\b/iu,
    name: 'a table of contents marker',
    cure: 'it has no effect; remove it: the page lists its headings itself',
  },
  {
    pattern: /^<!--\s*\/?wp:/iu,
    name: 'a WordPress block marker',
    cure: 'it has no effect; remove it',
  },
  {
    pattern: /^<!--\s*(?:nextpage|@?include\b)/iu,
    name: 'an instruction in a comment',
    cure: 'it has no effect; remove it',
  },
  {
    pattern: /^<!\[CDATA\[|^<\?|^<!(?!--)/u,
    name: 'a declaration or instruction',
    cure: 'it is not shown; remove it, or write `\\<` if it is text',
  },
];
