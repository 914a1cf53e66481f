/** A place in a document where a browser would run a script. Line and column count from 1. */
export interface FoundScript {
  readonly line: number;
  readonly column: number;
  /** As written: `<script>`, `onclick`. */
  readonly what: string;
}

/** A `<script>` that is not data; and, within a tag, an event attribute or a `javascript:` address. */
const script =
  /<script\b(?![^>]*\stype=["'](?:application\/(?:ld\+)?json|speculationrules)["'])|(?<=\s)on[a-z]{3,}(?=\s*=)|(?<==["']?\s*)javascript:/giu;

/** Finds the places in HTML, SVG or a template that would run a script. Comments do not count. */
export function findScripts(text: string): FoundScript[] {
  const markup = text.replaceAll(/<!--[\s\S]*?(?:-->|$)/gu, (found) =>
    found.replaceAll(/[^\n]/gu, ' '),
  );
  const places = [...markup.matchAll(script)].filter(
    ({ 0: found, index }) => found.startsWith('<') || isInTag(markup, index),
  );
  return places.map(({ 0: found, index }) => {
    const before = markup.slice(0, index);
    return {
      line: before.split('\n').length,
      column: index - before.lastIndexOf('\n'),
      what: found.startsWith('<') ? '`<script>`' : `\`${found}\``,
    };
  });
}

/** Whether a place of a text is in a tag: after its name and before its `>`. */
export function isInTag(markup: string, index: number): boolean {
  const start = markup.lastIndexOf('<', index);
  return start > markup.lastIndexOf('>', index) && /[a-z]/iu.test(markup[start + 1] ?? '');
}
