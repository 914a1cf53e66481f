/** Elements that hold nothing, or end by themselves where the next of their kind begins. */
const shallow =
  /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|source|tbody|td|th|thead|tr|track|wbr)$/iu;

/** How deeply the tags of HTML are nested, before any parser that could overflow reads it. */
export function measureDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]*)[^>]*>?/giu)) {
    if (shallow.test(name) || tag.endsWith('/>')) continue;
    depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
