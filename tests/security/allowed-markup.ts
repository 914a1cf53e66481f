/** The allowed values of an attribute in rendered HTML. */
type Form = 'any' | 'address' | 'source' | 'picture' | 'pictures' | RegExp;

const name = /^user-content-[^\s]+$/u;
const none: Readonly<Record<string, Form>> = {};
/** The kinds of boxes. */
const box = /^box [a-z]+$/u;
const heading = { id: /^(?!ui-|p-[a-z2-7]{8}$)\S+$/u };

/** Attributes that every element may have. */
export const allowedEverywhere: Readonly<Record<string, Form>> = {
  id: name,
  lang: /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/iu,
  dir: /^(?:ltr|rtl|auto)$/u,
};

/**
 * All elements and attributes that a rendered article may contain: a second list, independent of
 * the sanitiser.
 */
export const allowedMarkup: Readonly<Record<string, Readonly<Record<string, Form>>>> = {
  a: {
    id: /^ui-fnref-\d+(?:-\d+)?$/u,
    href: 'address',
    title: 'any',
    rel: /^external noopener$/u,
    class: /^(?:footnote-(?:ref|back)|enlarge)$/u,
    'aria-describedby': /^ui-footnotes$/u,
    'aria-label': 'any',
  },
  abbr: { title: 'any' },
  aside: { class: /^pull-quote$/u, 'aria-hidden': /^true$/u },
  audio: { controls: /^$/u, preload: /^(?:none|metadata)$/u, 'aria-label': 'any' },
  b: none,
  bdi: none,
  bdo: none,
  blockquote: { cite: 'source' },
  br: none,
  caption: none,
  cite: none,
  code: { class: /^language-[\p{L}\p{N}_#+.-]+$/u },
  col: { span: 'any' },
  colgroup: { span: 'any' },
  dd: none,
  del: { cite: 'source', datetime: 'any' },
  // Any value opens it.
  details: { open: 'any', class: new RegExp(`^transcript$|${box.source}`, 'u') },
  dfn: { title: 'any' },
  div: {
    class: /^(?:table-scroll|pull-quote-source)$/u,
    role: /^region$/u,
    'aria-label': 'any',
    tabindex: /^0$/u,
  },
  dl: { class: /^qa$/u },
  dt: none,
  em: none,
  figcaption: none,
  figure: { id: /^(?:picture|clip)\.\S*$/u, class: /^(?:pull-quote|player-poster)$/u },
  h2: { id: new RegExp(`${heading.id.source}|^ui-footnotes$`, 'u') },
  h3: heading,
  h4: heading,
  hr: none,
  i: none,
  img: {
    src: 'picture',
    alt: 'any',
    width: /^\d+$/u,
    height: /^\d+$/u,
    class: /^tone-[a-z]+(?: tall-\d+)?$/u,
    loading: /^lazy$/u,
    decoding: /^async$/u,
    // The first picture of an article without a featured one.
    fetchpriority: /^high$/u,
  },
  input: { type: /^checkbox$/u, disabled: /^$/u, checked: /^$/u },
  ins: { cite: 'source', datetime: 'any' },
  kbd: none,
  label: none,
  // The style sheets of blocks (`content/markdown/block-styles.ts`).
  link: { rel: /^stylesheet$/u, href: /^\/assets\/[a-z-]+\.[\da-f]{10}\.css$/u },
  li: { id: /^ui-fn-\d+$/u, value: 'any', class: /^task$/u },
  mark: none,
  ol: { start: 'any', reversed: 'any', type: /^[1aAiI]$/u },
  p: { id: /^p-[a-z2-7]{8}(?:-\d+)?$/u, class: /^(?:block-title|player)$/u },
  picture: none,
  pre: none,
  q: { cite: 'source' },
  rp: none,
  rt: none,
  ruby: none,
  s: none,
  samp: none,
  section: {
    class: new RegExp(`^footnotes$|${box.source}`, 'u'),
    'aria-labelledby': /^ui-footnotes$/u,
  },
  small: none,
  source: {
    type: /^(?:image|audio|video)\/[a-z0-9]+$/u,
    src: 'picture',
    srcset: 'pictures',
    sizes: 'any',
    media: 'any',
  },
  span: { class: /^(?:separator|service)$/u },
  strong: { class: /^when$/u },
  sub: none,
  summary: none,
  sup: none,
  table: none,
  tbody: none,
  td: { colspan: 'any', rowspan: 'any', class: /^align-(?:left|center|right)$/u },
  tfoot: none,
  th: {
    colspan: 'any',
    rowspan: 'any',
    class: /^align-(?:left|center|right)$/u,
    scope: /^(?:col|row)(?:group)?$/u,
  },
  thead: none,
  time: { datetime: 'any', class: /^when$/u },
  track: {
    kind: /^captions$/u,
    src: 'picture',
    srclang: /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/iu,
    label: 'any',
    default: /^$/u,
  },
  tr: none,
  u: none,
  ul: none,
  var: none,
  video: {
    controls: /^$/u,
    preload: /^(?:none|metadata)$/u,
    poster: 'picture',
    width: /^\d+$/u,
    height: /^\d+$/u,
    class: /^tall-\d+$/u,
    'aria-label': 'any',
    playsinline: /^$/u,
  },
  wbr: none,
};

export interface PrintedElement {
  readonly tag: string;
  /** An XML namespace other than that of HTML. */
  readonly foreign: boolean;
  readonly attributes: readonly (readonly [string, string])[];
}

/** The fault of an element of rendered HTML, or undefined. */
export function faultOf({ tag, foreign, attributes }: PrintedElement): string | undefined {
  const own = Object.hasOwn(allowedMarkup, tag) ? allowedMarkup[tag] : undefined;
  if (own === undefined || foreign) return `<${tag}>`;
  // An input without a type is a text field.
  const names = attributes.map(([attribute]) => attribute);
  if (tag === 'input' && !(names.includes('type') && names.includes('disabled')))
    return '<input> that is not the box of a task';
  for (const [attribute, value] of attributes) {
    const forms = [own[attribute], allowedEverywhere[attribute]];
    if (!forms.some((form) => form !== undefined && isOfForm(form, value)))
      return `<${tag} ${attribute}=${JSON.stringify(value)}>`;
  }
  return undefined;
}

function isOfForm(form: Form, value: string): boolean {
  if (form === 'any') return true;
  if (form instanceof RegExp) return form.test(value);
  // Browsers never follow it, so only a scheme could matter.
  if (form === 'source') return /^(?:https?:\/\/|[^:]*$)/u.test(value);
  if (form === 'pictures')
    return /^\/assets\/[^/\\\s]+(?: \d+w)?(?:, ?\/assets\/[^/\\\s]+ \d+w)*$/u.test(value);
  if (form === 'picture') return /^\/assets\/[^/\\]+$/u.test(value);
  // On this site, and not another host for any parser; or opened by another program.
  return (
    /^(?:\/(?![/\\])|#)[^\s"<>]*$/u.test(value) || /^(?:https?:\/\/|mailto:|tel:)/u.test(value)
  );
}
