import { cutIntoParts, type SpeechPart } from './cut-into-parts.ts';

/** A text to speak and its place on the page. */
export interface SpokenPart extends Pick<SpeechPart, 'text' | 'language'> {
  readonly block: Element;
  /** The range of the whole sentence. */
  readonly range: Range;
}

interface CollectOptions {
  /** The language whose voice reads a text: that of the page if there is no voice for the other. */
  readonly voiceLanguage: (language: string) => string;
  readonly pageLanguage: string;
  /** The most characters of a part. */
  readonly longest: number;
}

interface Block {
  readonly element: Element;
  /** A run without a node is a gap between cells or lines. */
  readonly runs: { text: string; language: string; node?: Text }[];
}

const roots = '.article-header :is(h1, .standfirst), .key-points, .dateline, .copy';

const blocks =
  'p, h1, h2, h3, h4, h5, h6, li, dt, dd, figcaption, caption, summary, blockquote, div, section, aside, details, figure';

/** Not read: notes and their marks, credit lines, code, ruby text, and what is not text. */
const silent =
  '.footnotes, .credit, .footnote-ref, .note-in-place, pre, rt, rp, button, nav, svg, .data-file, script, style, template, .hidden, [hidden], [aria-hidden="true"], details:not([open]) > :not(summary)';

/** Collects what is read of an article, in order: headline, standfirst, key points and text. */
export function collectParts(article: Element, options: CollectOptions): SpokenPart[] {
  return [...article.querySelectorAll(roots)].flatMap(blocksOf).flatMap(({ element, runs }) => {
    const spoken = runs.map((run) => ({
      text: run.text,
      language: options.voiceLanguage(run.language || options.pageLanguage),
    }));
    const parts = cutIntoParts(spoken, options.pageLanguage, options.longest);
    return parts.map(({ text, language, sentence }) => ({
      text,
      language,
      block: element,
      range: rangeOf(runs, sentence),
    }));
  });
}

function blocksOf(root: Element): Block[] {
  const found: Block[] = [];
  let cell: Element | null = null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL, (node) =>
    node instanceof Element && node.matches(silent)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!parent) continue;
    // A row of a table is one block.
    const element = parent.closest('tr') ?? parent.closest(blocks) ?? root;
    if (node instanceof HTMLBRElement) {
      found.at(-1)?.runs.push({ text: ' ', language: languageOf(parent) });
    } else if (node instanceof Text && node.data.trim() === '') {
      // A space between two words or between two blocks.
      if (found.at(-1)?.element === element)
        found
          .at(-1)
          ?.runs.push({ text: ' '.repeat(node.length), language: languageOf(parent), node });
    } else if (node instanceof Text) {
      if (found.at(-1)?.element !== element) found.push({ element, runs: [] });
      const language = languageOf(parent);
      const runs = found.at(-1)?.runs;
      const now = parent.closest('td, th');
      if (now !== cell && runs?.length) runs.push({ text: ', ', language });
      cell = now;
      // Line breaks in the source do not end sentences.
      runs?.push({ text: node.data.replaceAll(/\s/gu, ' '), language, node });
    }
  }
  return found;
}

function languageOf(element: Element): string {
  return element.closest<HTMLElement>('[lang]')?.lang ?? '';
}

function rangeOf(runs: Block['runs'], [start, end]: SpeechPart['sentence']): Range {
  const range = document.createRange();
  let from = 0;
  let begun = false;
  for (const { text, node } of runs) {
    const to = from + text.length;
    if (node && to > start && from < end) {
      if (!begun) range.setStart(node, Math.max(0, start - from));
      begun = true;
      range.setEnd(node, Math.min(end, to) - from);
    }
    from = to;
  }
  return range;
}
