import type { Link, Root } from 'mdast';
import { type MarkdownJob, noteProblem } from '../markdown-job.ts';
import { eachNode } from '../visit-nodes.ts';

/**
 * Warns of a bare address that may end elsewhere: `https://post.example/지도` ends before `지도` in
 * Korean (`addressEnd`), as if that were the next word; `https://post.example/tide's` and
 * `https://post.example/Stop–start` may end before their marks.
 */
export function noteAddressEnds(tree: Root, job: MarkdownJob): void {
  eachNode(tree, (node) => {
    if (node.type === 'link') noteEnd(node, job);
  });
}

function noteEnd(link: Link, job: MarkdownJob): void {
  const end = link.position?.end.offset;
  const start = link.position?.start.offset;
  const [only] = link.children;
  if (start === undefined || end === undefined || only?.type !== 'text') return;
  const address = job.source.slice(start, end);
  if (only.value !== address) return;
  const rest = mayGoOn.exec(address.slice(-1) + job.source.slice(end, end + 100));
  if (rest?.index !== 0 && !mayStop.test(address)) return;
  noteProblem(job, link, {
    severity: 'warning',
    field: 'link',
    expected: 'an address that ends for certain',
    got: address + (rest?.index === 0 ? rest[0].slice(1) : ''),
    cure: `readers get a link to ${address}; write \`<\` before the address and \`>\` where it ends`,
  });
}

const mayStop = /[\p{L}\p{N}](?:–[\p{L}\p{N}]|['’](?:s|ll|re|ve)(?![\p{L}\p{N}]))/iu;
const mayGoOn =
  /[/=#?&_-][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}][^\s<]*/u;
