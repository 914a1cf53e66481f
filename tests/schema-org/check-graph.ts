import type { Vocabulary } from './load-vocabulary.ts';

type Node = Readonly<Record<string, unknown>>;

const day = /^\d{4}-\d{2}-\d{2}$/u;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/u;

/**
 * Validates a JSON-LD graph against the definitions of schema.org: every type and property
 * exists and is not superseded, every property belongs to its type, and every value has a type
 * that the property accepts. Returns the errors by path in the graph.
 */
export function checkGraph(
  graph: { '@graph': readonly unknown[] },
  schema: Vocabulary,
): string[] {
  const nodes = graph['@graph'] as readonly Node[];
  const byId = new Map(nodes.map((node) => [node['@id'], node]));
  const faults: string[] = [];
  for (const [index, node] of nodes.entries()) checkNode(node, `@graph[${index}]`);
  return faults;

  function checkNode(node: Node, path: string): void {
    const type = String(node['@type']);
    const kinds = schema.kindsOf(type);
    if (!kinds.has('Thing')) faults.push(`${path}: ${type} is no type of schema.org`);
    if (schema.superseded.has(type)) faults.push(`${path}: ${type} is superseded`);
    for (const [key, value] of Object.entries(node)) {
      if (key === '@type' || key === '@id') continue;
      // An action's property with its input (schema.org, "Potential Actions").
      const property = key.replace(/-input$/u, '');
      const at = `${path}.${key}`;
      const domain = schema.domainOf(property);
      if (!domain) {
        faults.push(`${at}: no property of schema.org`);
        continue;
      }
      if (![...domain].some((owner) => kinds.has(owner)))
        faults.push(`${at}: no property of ${type}`);
      if (schema.superseded.has(property)) faults.push(`${at}: superseded`);
      const values = Array.isArray(value) ? value : [value];
      if (values.length === 0) faults.push(`${at}: an empty list`);
      if (property === key) for (const item of values) checkValue(item, property, at);
    }
  }

  function checkValue(value: unknown, property: string, path: string): void {
    const range = schema.rangeOf(property);
    const takes = (...types: string[]) => types.some((type) => range.has(type));
    if (typeof value === 'string') {
      const fits =
        (value.trim() !== '' && takes('Text')) ||
        (takes('URL') && /^https?:\/\/\S+$/u.test(value)) ||
        (takes('Date') && day.test(value)) ||
        (takes('DateTime') && instant.test(value)) ||
        (takes('Distance') && /^\d+ px$/u.test(value)) ||
        // ISO 8601, as schema.org defines it.
        (takes('Duration') && /^PT(?:\d+H)?(?:\d+M)?(?:\d+S)?$/u.test(value)) ||
        // A URL may replace a value of any type.
        (!takes('Date', 'DateTime', 'Boolean', 'Number') && /^https?:\/\/\S+$/u.test(value));
      if (!fits) faults.push(`${path}: ${JSON.stringify(value)} is none of ${[...range]}`);
    } else if (typeof value === 'number') {
      if (!takes('Number', 'Integer')) faults.push(`${path}: takes no number`);
    } else if (typeof value === 'boolean') {
      if (!takes('Boolean')) faults.push(`${path}: takes no boolean`);
    } else {
      const node = value as Node;
      const target = node['@type'] === undefined ? byId.get(node['@id']) : node;
      if (node['@type'] !== undefined) checkNode(node, path);
      if (!target) return;
      const kinds = schema.kindsOf(String(target['@type']));
      if (![...range].some((type) => kinds.has(type)))
        faults.push(`${path}: ${target['@type']} is none of ${[...range]}`);
    }
  }
}
