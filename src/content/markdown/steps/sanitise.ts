import type { Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import { sanitiserPolicy } from '../sanitiser-policy.ts';
import { eachElement } from '../visit-elements.ts';
import { dropBlank } from './drop-blank.ts';

/** Called without a processor, which would make a virtual file for each tree. */
const clean = rehypeSanitize(sanitiserPolicy);

/**
 * A new tree, built from what the policy knows; nothing else reaches a page. Paragraphs and
 * lists of classes that it emptied go with what they held.
 */
export function sanitise(tree: Root): Root {
  const safe = clean(tree);
  eachElement(safe, ({ properties }) => {
    const { className } = properties;
    if (Array.isArray(className) && className.length === 0) delete properties['className'];
  });
  dropBlank(safe);
  return safe;
}
