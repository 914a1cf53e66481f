import type { Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import { sanitiserPolicy } from '../sanitiser-policy.ts';
import { eachElement } from '../visit-elements.ts';
import { dropBlank } from './drop-blank.ts';

const processor = unified().use(rehypeSanitize, sanitiserPolicy).freeze();

/**
 * A new tree, built from what the policy knows; nothing else reaches a page. Paragraphs and
 * lists of classes that it emptied go with what they held.
 */
export function sanitise(tree: Root): Root {
  const safe = processor.runSync(tree) as Root;
  eachElement(safe, ({ properties }) => {
    const { className } = properties;
    if (Array.isArray(className) && className.length === 0) delete properties['className'];
  });
  dropBlank(safe);
  return safe;
}
