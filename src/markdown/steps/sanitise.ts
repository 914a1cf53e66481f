import type { Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import { sanitiserPolicy } from '../sanitiser-policy.ts';

const processor = unified().use(rehypeSanitize, sanitiserPolicy).freeze();

/** A new tree, built from what the policy knows; nothing else reaches a page. */
export function sanitise(tree: Root): Root {
  return processor.runSync(tree) as Root;
}
