import type { ElementContent } from 'hast';
import {
  type Block,
  type BlockWords,
  beginsWithTitle,
  element,
  text,
  titleParagraph,
} from './block.ts';

/** A box of facts beside the text. */
export function toFactBox(block: Block): ElementContent[] {
  const { words, content } = block;
  return [toBox(block, 'factbox', beginsWithTitle(content) ? undefined : words.facts)];
}

/** How a note is drawn and called, by what it is called in other programs. */
const notes = {
  note: ['note', 'info', 'todo', 'seealso', 'success', 'check', 'done', 'plain'],
  tip: ['tip', 'hint'],
  important: ['important'],
  warning: ['warning', 'attention'],
  caution: ['caution', 'danger', 'error', 'bug', 'failure', 'fail', 'missing'],
  question: ['question', 'help', 'faq'],
  example: ['example'],
  summary: ['abstract', 'summary', 'tldr'],
} as const satisfies Partial<Record<keyof BlockWords, readonly string[]>>;

/** The names of notes: GitHub's, Obsidian's, Docusaurus's and VitePress's. */
export const noteNames: readonly string[] = Object.values(notes).flat();

/** A note, with its kind as title if it has none. `fold` makes it a disclosure. */
export function toNote(block: Block): ElementContent[] {
  const { name, attributes, words } = block;
  const kinds = Object.keys(notes) as (keyof typeof notes)[];
  const kind =
    kinds.find((one) => (notes[one] as readonly string[]).includes(name.toLowerCase())) ??
    'note';
  const fold = attributes['fold'];
  if (fold === undefined) return [toBox(block, kind, words[kind])];
  return [toDisclosure(block, kind, words[kind], fold === 'open')];
}

/** What readers open: closed, unless it has the attribute `open`. */
export function toDetails(block: Block): ElementContent[] {
  return [toDisclosure(block, 'details', block.words.details, isOpen(block))];
}

/** How the article was made. */
export function toMethods(block: Block): ElementContent[] {
  return [toDisclosure(block, 'methods', block.words.methods, isOpen(block))];
}

/** A quotation of Obsidian's callouts. */
export function toQuotation({ title, content }: Block): ElementContent[] {
  const head = title ? [titleParagraph(title)] : [];
  return [element('blockquote', [], [...head, ...content])];
}

function isOpen({ attributes }: Block): boolean {
  return attributes['open'] !== undefined && attributes['open'] !== 'false';
}

/** A section, because reading modes of browsers remove an `aside`. */
function toBox({ title, content }: Block, kind: string, usual: string | undefined) {
  const words = title ?? (usual === undefined ? undefined : [text(usual)]);
  const head = words ? [titleParagraph(words)] : [];
  return element('section', ['box', kind], [...head, ...content]);
}

function toDisclosure(
  { title, content }: Block,
  kind: string,
  usual: string,
  open: boolean,
): ElementContent {
  const summary = element('summary', [], title ?? [text(usual)]);
  const details = element('details', ['box', kind], [summary, ...content]);
  if (open) details.properties['open'] = true;
  return details;
}
