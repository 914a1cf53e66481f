/** A place in a document where a browser would run a script. Line and column count from 1. */
export interface FoundScript {
  readonly line: number;
  readonly column: number;
  /** As written: `<script>`, `onclick`. */
  readonly what: string;
}

/**
 * A `<script>` that is not data, an event attribute, or a `javascript:` address. Upper case is HTML too;
 * components of templates have attributes of their own.
 */
const script =
  /<script\b(?![^>]*\stype=["'](?:application\/(?:ld\+)?json|speculationrules)["'])|(?<=<[a-z][^<>]*\s)on[a-z]{3,}(?=\s*=)|(?<=<[a-z][^<>]*=\s*["']?\s*)javascript:/giu;

/** Finds the places in HTML, SVG or a template that would run a script. Comments do not count. */
export function findScripts(text: string): FoundScript[] {
  const markup = text.replaceAll(/<!--[\s\S]*?(?:-->|$)/gu, (found) =>
    found.replaceAll(/[^\n]/gu, ' '),
  );
  return [...markup.matchAll(script)].map(({ 0: found, index }) => {
    const before = markup.slice(0, index);
    return {
      line: before.split('\n').length,
      column: index - before.lastIndexOf('\n'),
      what: found.startsWith('<') ? '`<script>`' : `\`${found}\``,
    };
  });
}
