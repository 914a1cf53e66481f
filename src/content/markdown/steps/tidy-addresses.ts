import type { Root } from 'hast';
import { kindOfAddress, tidyAddress } from '../address.ts';
import { type MarkdownJob, noteProblem } from '../markdown-job.ts';
import { eachElement } from '../visit-elements.ts';

/**
 * Puts addresses into the form in which the sanitiser compares schemes, and tells the
 * writer which it will not let through.
 */
export function tidyAddresses(tree: Root, job: MarkdownJob): void {
  eachElement(tree, (node) => {
    const { properties } = node;
    if (typeof properties['cite'] === 'string')
      properties['cite'] = tidyAddress(properties['cite']);
    const name = node.tagName === 'a' ? 'href' : node.tagName === 'img' ? 'src' : undefined;
    if (name === undefined || typeof properties[name] !== 'string') return;
    const written = properties[name];
    const address = tidyAddress(written);
    const kind = kindOfAddress(address);
    const refused =
      kind === 'empty' ||
      kind === 'other' ||
      (name === 'src' && kind !== 'internal' && kind !== 'web');
    if (!refused) {
      properties[name] = address;
      return;
    }
    delete properties[name];
    noteProblem(job, node, {
      severity: 'warning',
      field: name === 'href' ? 'link' : 'picture',
      expected:
        name === 'href'
          ? 'a path, or an address with http, https, mailto or tel'
          : 'a path, or an address with https',
      got: written,
      cure: 'its words are printed without it',
    });
  });
}
