/** A place in a document where a browser would run a script. Line and column count from 1. */
export interface FoundScript {
  readonly line: number;
  readonly column: number;
  /** As written: `<script>`, `onclick`. */
  readonly what: string;
}

/**
 * Finds the first place in HTML, SVG or a template that would run a script: a `<script>` that is not
 * data, an event attribute, or a `javascript:` address. Comments do not count.
 */
export function findScript(text: string): FoundScript | undefined {
  const markup = text.replaceAll(/<!--[\s\S]*?(?:-->|$)/gu, (found) =>
    found.replaceAll(/[^\n]/gu, ' '),
  );
  const found =
    /<script\b(?![^>]*\stype=["'](?:application\/(?:ld\+)?json|speculationrules)["'])|(?<=<[a-z][^<>]*\s)on[a-z]{3,}(?=\s*=)|(?<=<[a-z][^<>]*=\s*["']?\s*)javascript:/iu.exec(
      markup,
    );
  if (found === null) return undefined;
  const before = markup.slice(0, found.index);
  const what = found[0].startsWith('<') ? '`<script>`' : `\`${found[0]}\``;
  return {
    line: before.split('\n').length,
    column: found.index - before.lastIndexOf('\n'),
    what,
  };
}
