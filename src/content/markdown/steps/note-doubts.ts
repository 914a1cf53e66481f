import type { Delete, Emphasis, Link, Nodes, Root, Strong } from 'mdast';
import { quote } from '../../../system/problems/format-problem.ts';
import { wrongValue } from '../../../system/problems/problem.ts';
import { type MarkdownJob, noteProblem } from '../markdown-job.ts';
import { findInField } from '../unsupported/find-in-field.ts';
import { findFieldComments, removeHiddenComments } from '../unsupported/hidden-comments.ts';
import { eachNode, visitNodes } from '../visit-tree.ts';

/**
 * Warns about a bare URL whose end is uncertain: `https://post.example/지도` ends before `지도` in
 * Korean (see `addressEnd`), as if that were the next word; `https://post.example/tide's` and
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
    message: wrongValue(
      'an address that ends for certain',
      quote(address + (rest?.index === 0 ? rest[0].slice(1) : '')),
    ),
    cure: `readers get a link to ${address}; write \`<\` before the address and \`>\` where it ends`,
  });
}

const mayStop = /[\p{L}\p{N}](?:–[\p{L}\p{N}]|['’](?:s|ll|re|ve)(?![\p{L}\p{N}]))/iu;
const mayGoOn =
  /[/=#?&_-][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}][^\s<]*/u;

/** Emphasis or strikethrough marks with the text before, inside and after them. */
interface Marked {
  readonly before: string;
  readonly marks: string;
  readonly inner: string;
  readonly after: string;
}

/**
 * Warns about emphasis and strikethrough whose marks are probably something else:
 * multiplication (`3*4 m and 5*6 m`, `10cm*20cm*30cm`), a range (`10~~20 and 30~~40`), a note
 * (`Sales*1 and costs*2`, `(*) … (*)`), masked letters or several genders (`f**k and sh**`,
 * `Leser*innen und Bürger*innen`), or a name (`M*A*S*H`). Marks of an emoticon (`*^^*`, `^_^`)
 * become text.
 */
export function noteStars(tree: Root, job: MarkdownJob): void {
  visitNodes(tree, (node, index, parent) => {
    if (node.type !== 'emphasis' && node.type !== 'strong' && node.type !== 'delete')
      return undefined;
    const marked = toMarked(node, job.source);
    if (marked === undefined) return undefined;
    if (isFace(marked)) {
      const sign = { type: 'text' as const, value: marked.marks };
      parent.children.splice(index, 1, sign, ...node.children, { ...sign });
      return index + 1;
    }
    for (const { find, expected, cure } of kinds) {
      const got = find(marked);
      if (got === undefined) continue;
      noteProblem(job, node, {
        severity: 'warning',
        field: 'text',
        message: wrongValue(expected, quote(got)),
        cure: marked.marks === '~~' ? 'write `~` for a range, or `\\~~`' : cure,
      });
      break;
    }
    return undefined;
  });
}

const visibleStar = 'write `\\*` for a star that readers are to see';

const kinds: readonly {
  readonly find: (marked: Marked) => string | undefined;
  readonly expected: string;
  readonly cure: string;
}[] = [
  {
    find: factors,
    expected: 'emphasis that does not begin between two figures',
    cure: 'write `×` or `\\*` for a sign of multiplication',
  },
  { find: noteSigns, expected: 'emphasis, not the signs of two notes', cure: visibleStar },
  {
    find: sizes,
    expected: 'emphasis that does not begin between two sizes',
    cure: 'write `×` or `\\*` for a sign of multiplication',
  },
  {
    find: wordStars,
    expected: 'emphasis that does not begin or end within a word',
    cure: visibleStar,
  },
];

function toMarked({ position }: Delete | Emphasis | Strong, source: string) {
  const start = position?.start.offset;
  const end = position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const written = source.slice(start, end);
  const marks = /^(?:\*\*|__|~~|[*_])/u.exec(written)?.[0];
  if (marks === undefined) return undefined;
  const inner = written.slice(marks.length, -marks.length);
  const before = source.slice(Math.max(0, start - 40), start);
  return {
    before: before.slice(before.lastIndexOf('\n') + 1),
    marks,
    inner,
    after: source.slice(end, end + 40),
  };
}

/** A number with its unit: `10`, `10cm`, `3개`, `(2)`. */
const lastFigure = /\p{N}+(?:\)|[\p{L}\p{M}%‰°²³]{0,4})$/u;
const firstFigure = /^(?:\(|\p{Sc})?\p{N}+/u;

function factors({ before, marks, inner, after }: Marked): string | undefined {
  if (marks === '~~' && !firstFigure.test(after)) return undefined;
  const next = firstFigure.exec(inner);
  const begins = next && lastFigure.exec(before);
  if (begins) return begins[0] + marks + next[0];
  if (marks === '~~' || !/\s/u.test(inner)) return undefined; // `*9*7`
  const following = /^\p{N}+/u.exec(after);
  const ends = following && /\p{N}+$/u.exec(inner);
  return ends ? ends[0] + marks + following[0] : undefined;
}

function noteSigns({ marks, inner, after }: Marked): string | undefined {
  if (marks === '~~') return undefined;
  const [first, second] = [inner, after].map((text) => /^\p{N}{1,2}(?!\p{N})/u.exec(text)?.[0]);
  if (first && first !== inner && second) return `${marks}${first}…${marks}${second}`;
  // `(*) a (*) b`, `"*" and "*"`
  const isBetweenSigns = /^(?:[)）\]］]|["'][\s,;])|[(（[［]$/u.test(inner);
  return isBetweenSigns ? (marks + inner + marks).slice(0, 60) : undefined;
}

/** Whether marks are part of an emoticon: `*^^*`, `^_^ … @_@`. */
function isFace({ before, marks, inner, after }: Marked): boolean {
  if (marks === '*') return /^[\p{Sk}\p{Sm}][^\s\p{L}\p{N}]{0,8}$/u.test(inner);
  if (marks !== '_') return false;
  const beginsIn = eye.test(before.slice(-1)) && eye.test(inner.slice(0, 1));
  return beginsIn || (eye.test(inner.slice(-1)) && eye.test(after.slice(0, 1)));
}

const eye = /^[\p{Sk}\p{Sm}@;\-·•ᵔ●¬]$/u;

const size =
  '가로|세로|높이|길이|너비|폭|두께|깊이|단가|수량|长|長|宽|寬|高|厚|深|縦|横|幅|奥行き?|高さ|单价|单価|単価|數量|数量|length|width|height|depth|Länge|Breite|Höhe|Tiefe|longueur|largeur|hauteur|largo|ancho|alto|الطول|العرض|الارتفاع';
const lastSize = new RegExp(`(?:${size})$`, 'iu');
const firstSize = new RegExp(`^(?:${size})`, 'iu');

function sizes({ before, marks, inner }: Marked): string | undefined {
  if (marks !== '*') return undefined;
  const first = firstSize.exec(inner)?.[0];
  const last = first && lastSize.exec(before)?.[0];
  return last ? `${last}*${first}` : undefined;
}

/**
 * The words around emphasis that begins or ends within a word: emphasis of several words, or of
 * one or two letters with others on both sides. Only in scripts with lower case: others write
 * no spaces, or join small words to the next.
 */
function wordStars({ before, marks, inner, after }: Marked): string | undefined {
  if (!marks.startsWith('*')) return undefined;
  const start = wordAtEnd(before);
  const end = /^[\p{Ll}\p{Lu}]*/u.exec(after)?.[0] ?? '';
  // Not the ending of a word in italics: `the *Evening News*es`.
  const endsWithin = end.length > 2 && /\s\S*\p{Ll}$/u.test(inner);
  if (!endsWithin && (start === '' || !/^[\p{Ll}\p{Lu}]/u.test(inner))) return undefined;
  const isLetter = marks === '*' && /^[\p{Ll}\p{Lu}]{1,2}$/u.test(inner) && end !== '';
  if (!isLetter && !/\s/u.test(inner)) return undefined;
  return `${start}${marks}${(inner + marks).slice(0, 60)}${end}`;
}

function wordAtEnd(text: string): string {
  // Most emphasis follows a space.
  return /[\p{Ll}\p{Lu}]$/u.test(text.slice(-2))
    ? (/[\p{Ll}\p{Lu}]+$/u.exec(text)?.[0] ?? '')
    : '';
}

/**
 * Descriptions and titles of pictures and links are plain text: removes hidden comments (`<!--
 * … -->`) and warns about markup. A credit in a title may be a link.
 */
export function noteTitles(tree: Root, job: MarkdownJob): void {
  eachNode(tree, (node) => {
    if (node.type === 'image' || node.type === 'imageReference') read(node, 'alt', job);
    if (node.type === 'image' || node.type === 'link' || node.type === 'definition')
      read(node, 'title', job);
  });
}

function read(node: Nodes, name: 'alt' | 'title', job: MarkdownJob): void {
  const words = node as { alt?: string | null; title?: string | null };
  const written = words[name];
  if (!written) return;
  const { ranges } = findFieldComments(written);
  const source = job.source.slice(node.position?.start.offset, node.position?.end.offset);
  for (const range of ranges)
    noteProblem(job, node, {
      severity: 'warning',
      field: 'comment',
      message: wrongValue('text for readers', quote(written.slice(...range))),
      cure: 'it is not published; remove it when it is no longer needed',
    });
  const plain =
    ranges.length === 0
      ? written
      : removeHiddenComments(written, ranges).replace(/ {2,}/gu, ' ').trim();
  words[name] = plain;
  for (const { written: part, name: what, cure } of findInField(plain)) {
    // Escaped characters are intended.
    if (!source.includes(part)) continue;
    if (what === 'a link' && name === 'title' && node.type === 'image') continue;
    noteProblem(job, node, {
      severity: 'warning',
      field: name === 'alt' ? 'description' : 'title',
      message: wrongValue('plain text', quote(part)),
      cure: `${what}: ${cure}`,
    });
  }
}
