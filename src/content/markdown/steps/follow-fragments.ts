import type { Element, Root } from 'hast';
import { decodePercent } from '../../../language/decode-percent.ts';
import { quote } from '../../../system/problems/format-problem.ts';
import { nearestName } from '../../../system/problems/nearest-name.ts';
import { wrongValue } from '../../../system/problems/problem.ts';
import { type MarkdownJob, noteProblem } from '../markdown-job.ts';
import { eachElement } from '../visit-tree.ts';
import { isFootnoteMark } from './name-footnotes.ts';

/**
 * Resolves links within an article (`#background`): to the anchor that the article named, else
 * to the heading or paragraph with this id. A link without a target is an error.
 */
export function followFragments(
  tree: Root,
  job: MarkdownJob,
  names: ReadonlyMap<string, string>,
): void {
  const ids = new Set<string>();
  const links: Element[] = [];
  eachElement(tree, (node) => {
    const { id, href } = node.properties;
    if (typeof id === 'string') ids.add(id);
    if (node.tagName === 'a' && typeof href === 'string' && href.startsWith('#'))
      links.push(node);
  });
  const find = (name: string): string | undefined =>
    names.get(name) ?? (ids.has(name) ? name : undefined);

  for (const node of links) {
    const written = String(node.properties['href']).slice(1);
    // An anchor that has the name of a footnote does not receive the footnote's links.
    if (isFootnoteMark(node)) continue;
    // The top of the page, and text fragments.
    if (written === '' || written === 'top' || written.startsWith(':~:')) continue;
    const decoded = decodePercent(written);
    const target = find(written) ?? find(decoded) ?? find(decoded.normalize('NFC'));
    if (target !== undefined) {
      node.properties['href'] = `#${encodeURIComponent(target.toWellFormed())}`;
      continue;
    }
    delete node.properties['href'];
    const near = nearestName(decoded, [...names.keys(), ...ids]);
    noteProblem(job, node, {
      severity: 'error',
      field: 'link',
      message: lostFragment(decoded),
      cure: near === undefined ? undefined : `did you mean #${near}?`,
    });
  }
}

/** The message for a link to a fragment that the article lacks. */
export function lostFragment(fragment: string): string {
  return wrongValue('a heading or anchor of this article', quote(`#${fragment}`));
}
