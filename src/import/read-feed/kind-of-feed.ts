import { isMovableType } from './read-movable-type.ts';

export type FeedKind = 'rss' | 'rdf' | 'atom' | 'json' | 'wordpress' | 'ghost' | 'movable type';

const prolog = /^\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*/su;
const roots: readonly [pattern: RegExp, kind: FeedKind][] = [
  [/^<(?:\w+:)?rss[\s>]/iu, 'rss'],
  [/^<(?:\w+:)?rdf[\s>](?=.*(?:purl\.org\/rss\/|netscape\.com\/rdf\/|<item))/isu, 'rdf'],
  [/^<(?:\w+:)?feed[\s>]/iu, 'atom'],
];

/**
 * Which kind of feed a text is, by its root element or, for JSON, by what its keys are. Undefined for
 * anything else, such as the HTML that a server sends in place of a feed that is gone.
 */
export function kindOfFeed(text: string): FeedKind | undefined {
  const head = text.slice(0, 20_000);
  if (/^\s*\{/u.test(head)) return kindOfJson(text);
  if (isMovableType(head)) return 'movable type';
  const rest = head.slice(prolog.exec(head)?.[0].length ?? 0);
  const root = /^<!doctype/iu.test(rest) ? afterDoctype(rest) : rest;
  const kind = roots.find(([pattern]) => pattern.test(root))?.[1];
  return kind === 'rss' && /wordpress\.org\/export\//iu.test(head) ? 'wordpress' : kind;
}

/** Programs that sort keys write the version last. */
function kindOfJson(text: string): FeedKind | undefined {
  if (/"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version/iu.test(text))
    return 'json';
  const isGhost =
    /^\s*\{\s*"db"\s*:\s*\[/u.test(text) || /"exported_on"\s*:\s*["\d]/u.test(text);
  return isGhost && /"posts"\s*:\s*\[/u.test(text) ? 'ghost' : undefined;
}

function afterDoctype(text: string): string {
  const root = text.search(/<(?:\w+:)?(?:rss|feed|rdf)[\s>]/iu);
  // Within a page, `<rss` could stand anywhere.
  return root === -1 || /^<!doctype\s+html/iu.test(text) ? '' : text.slice(root);
}
