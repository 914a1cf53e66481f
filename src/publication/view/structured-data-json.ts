import type { Graph } from 'schema-dts';

/**
 * Structured data as the text of a script element: no headline can end the element (`</script>`,
 * `<!--`), and no line separator can end a line of it (HTML Standard, "Restrictions for contents
 * of script elements").
 */
export function toJsonLd(graph: Graph): string {
  return JSON.stringify(graph)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
