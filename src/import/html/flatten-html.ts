/** Elements that hold nothing, or end by themselves where the next of their kind begins. */
const shallow =
  /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|source|tbody|td|th|thead|tr|track|wbr)$/iu;

/** Nesting beyond this is an attack, or a page that went wrong; its words are kept. */
const deepest = 200;

/** HTML whose tags are nested too deeply for a parser -> its words alone; any other as it is. */
export function flattenHtml(html: string): string {
  return measureDepth(html) > deepest ? html.replace(/<[a-z/!?][^>]*>?/giu, ' ') : html;
}

function measureDepth(html: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]*)[^>]*>?/giu)) {
    if (shallow.test(name) || tag.endsWith('/>')) continue;
    depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    most = Math.max(most, depth);
  }
  return most;
}
