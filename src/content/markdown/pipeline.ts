import type { Root } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import type { MarkdownJob } from './markdown-job.ts';
import { followFragments } from './steps/follow-fragments.ts';
import { framePictures } from './steps/frame-pictures.ts';
import { labelTasks } from './steps/label-tasks.ts';
import { levelHeadings } from './steps/level-headings.ts';
import { markDirections } from './steps/mark-directions.ts';
import { nameBlocks } from './steps/name-blocks.ts';
import { nameFootnotes } from './steps/name-footnotes.ts';
import { noteAddressEnds, noteStars, noteTitles } from './steps/note-doubts.ts';
import { numberFootnotes } from './steps/number-footnotes.ts';
import { parseRawHtml } from './steps/parse-raw-html.ts';
import { placeCaptions } from './steps/place-captions.ts';
import { replaceEmbeds } from './steps/replace-embeds.ts';
import { nestAgain, sanitise } from './steps/sanitise.ts';
import { setMarks } from './steps/set-marks.ts';
import { markLinks, tidyAddresses } from './steps/tidy-links.ts';
import { completeRuby, composeWords, joinTreeLines } from './steps/tidy-text.ts';
import { toHtmlTree } from './steps/to-html-tree.ts';
import { wrapTables } from './steps/wrap-tables.ts';

interface Step {
  readonly name: string;
  /** Changes the tree in place, or returns the tree to continue with. */
  readonly run:
    | ((tree: Root, job: MarkdownJob) => Root)
    | ((tree: Root, job: MarkdownJob) => void);
  /** Why the step runs at this position. */
  readonly why: string;
}

/** Turns the Markdown tree into the HTML tree. The steps run in the order of `steps`. */
export function runPipeline(markdown: MarkdownRoot, job: MarkdownJob): Root {
  noteAddressEnds(markdown, job);
  noteStars(markdown, job);
  noteTitles(markdown, job);
  numberFootnotes(markdown, job); // while the tree still has footnote nodes
  let tree = toHtmlTree(markdown, job);
  for (const step of steps) tree = step.run(tree, job) ?? tree;
  return tree;
}

export const steps: readonly Step[] = [
  { name: 'raw HTML', run: parseRawHtml, why: 'the sanitiser deletes what is not parsed' },
  {
    name: 'embeds',
    run: replaceEmbeds,
    why: 'the sanitiser knows no embeds; it must judge the links made of them',
  },
  {
    name: 'addresses',
    run: tidyAddresses,
    why: 'the sanitiser compares schemes to the letter',
  },
  { name: 'sanitiser', run: sanitise, why: 'what follows is our own and need not pass it' },
  {
    name: 'composition',
    run: composeWords,
    why: 'words become ids, captions and text to search; nothing after it adds any',
  },
  {
    name: 'nesting',
    run: nestAgain,
    why: 'where the sanitiser took what stood between, a paragraph may stand in a paragraph',
  },
  {
    name: 'footnotes',
    run: nameFootnotes,
    why: 'takes off the prefix that the sanitiser gave; whatever asks for a footnote comes later',
  },
  { name: 'tasks', run: labelTasks, why: 'before paragraphs, whose text it does not change' },
  { name: 'headings', run: levelHeadings, why: 'may make a paragraph of a heading' },
  { name: 'pictures', run: framePictures, why: 'what becomes a figure is no paragraph' },
  { name: 'captions', run: placeCaptions, why: 'before marks: captions are taken as written' },
  {
    name: 'ids and fragments',
    run: (tree, job) => followFragments(tree, job, nameBlocks(tree)),
    why: 'from words as written; a link within the copy needs every id',
  },
  { name: 'ruby', run: completeRuby, why: 'after ids, which are made of words as written' },
  { name: 'links', run: markLinks, why: 'a link that led nowhere has lost its address' },
  {
    name: 'marks',
    run: (tree, { options }) => setMarks(tree, options.quotes),
    why: 'after ids, before words are taken for labels',
  },
  {
    name: 'line ends',
    run: joinTreeLines,
    why: 'after ids, in which a line end is a space; after marks, some of which are as wide as letters',
  },
  {
    name: 'directions',
    run: markDirections,
    why: 'when every block is what it will be, before tables are in boxes',
  },
  { name: 'tables', run: wrapTables, why: 'takes the words of heads and headings' },
];
