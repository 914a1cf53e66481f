import type { Root } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import type { MarkdownJob } from './markdown-job.ts';
import { noteLostKinds, runRehypeSteps, runRemarkSteps } from './own-steps.ts';
import { buildBlocks } from './steps/build-blocks.ts';
import { followFragments } from './steps/follow-fragments.ts';
import { frameClips } from './steps/frame-clips.ts';
import { framePictures } from './steps/frame-pictures.ts';
import { gatherEntries } from './steps/gather-entries.ts';
import { labelTasks } from './steps/label-tasks.ts';
import { levelHeadings } from './steps/level-headings.ts';
import { markDirections } from './steps/mark-directions.ts';
import { markPlayers } from './steps/mark-players.ts';
import { nameBlocks } from './steps/name-blocks.ts';
import { nameFootnotes } from './steps/name-footnotes.ts';
import { noteAddressEnds, noteStars, noteTitles } from './steps/note-doubts.ts';
import { numberFootnotes } from './steps/number-footnotes.ts';
import { parseRawHtml } from './steps/parse-raw-html.ts';
import { placeCaptions } from './steps/place-captions.ts';
import { replaceEmbeds } from './steps/replace-embeds.ts';
import { nestAgain, sanitise } from './steps/sanitise.ts';
import { setMarks } from './steps/set-marks.ts';
import { setTables } from './steps/set-tables.ts';
import { tidyClips } from './steps/tidy-clips.ts';
import { markLinks, tidyAddresses } from './steps/tidy-links.ts';
import { completeRuby, composeWords, joinTreeLines } from './steps/tidy-text.ts';
import { toHtmlTree } from './steps/to-html-tree.ts';
import { wrapTables } from './steps/wrap-tables.ts';
import { writeDates } from './steps/write-dates.ts';

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
  // After what reports the text as written, before anything that depends on what the text has.
  const own = runRemarkSteps(markdown, job);
  numberFootnotes(own, job); // while the tree still has footnote nodes
  let tree = toHtmlTree(own, job);
  for (const step of steps) tree = step.run(tree, job) ?? tree;
  return tree;
}

export const steps: readonly Step[] = [
  { name: 'raw HTML', run: parseRawHtml, why: 'the sanitiser deletes unparsed HTML' },
  {
    name: 'clips',
    run: tidyClips,
    why: 'before embeds, which replaces the clips of other sites by links',
  },
  {
    name: 'embeds',
    run: replaceEmbeds,
    why: 'the sanitiser would remove embeds; it must see the links that replace them',
  },
  {
    name: 'addresses',
    run: tidyAddresses,
    why: 'the sanitiser compares schemes literally',
  },
  {
    name: 'rehype steps of the publication',
    run: runRehypeSteps,
    why: 'the sanitiser checks what they make; they get elements, not raw HTML',
  },
  {
    name: 'sanitiser',
    run: (tree, job) => {
      const safe = sanitise(tree);
      noteLostKinds(tree, safe, job);
      return safe;
    },
    why: 'later steps add only our own elements',
  },
  {
    name: 'composition',
    run: composeWords,
    why: 'ids, captions and search text are made of words; no later step adds words',
  },
  {
    name: 'nesting',
    run: nestAgain,
    why: 'where the sanitiser removed an element, a paragraph may now be inside a paragraph',
  },
  {
    name: 'blocks',
    run: buildBlocks,
    why: 'of safe elements in their final nesting; later steps treat them as the rest',
  },
  {
    name: 'footnotes',
    run: nameFootnotes,
    why: 'removes the prefix that the sanitiser added, before any step asks for a footnote',
  },
  { name: 'tasks', run: labelTasks, why: 'before paragraphs, whose text it does not change' },
  {
    name: 'live entries',
    run: gatherEntries,
    why: 'before headings get levels and ids, from words without the time',
  },
  { name: 'headings', run: levelHeadings, why: 'may turn a heading into a paragraph' },
  {
    name: 'frames of clips',
    run: frameClips,
    why: 'before pictures: a paragraph of pictures and clips becomes one of pictures',
  },
  { name: 'pictures', run: framePictures, why: 'a figure is not a paragraph' },
  { name: 'captions', run: placeCaptions, why: 'before marks: captions are kept as written' },
  { name: 'tables', run: setTables, why: 'before ids: a caption is not a paragraph' },
  {
    name: 'ids and fragments',
    run: (tree, job) => followFragments(tree, job, nameBlocks(tree)),
    why: 'from words as written; links within the article need every id',
  },
  { name: 'dates', run: writeDates, why: 'after ids, which come from words as written' },
  { name: 'ruby', run: completeRuby, why: 'after ids, which come from words as written' },
  { name: 'links', run: markLinks, why: 'broken links have lost their URL by now' },
  {
    name: 'players',
    run: markPlayers,
    why: 'after ids, which come from words as written; figures have their captions',
  },
  {
    name: 'marks',
    run: (tree, { options }) => setMarks(tree, options.quotes),
    why: 'after ids, before words become labels',
  },
  {
    name: 'line ends',
    run: joinTreeLines,
    why: 'after ids, in which a line break is a space; after marks, some of which are full-width',
  },
  {
    name: 'directions',
    run: markDirections,
    why: 'when all blocks are final, before tables get their boxes',
  },
  { name: 'boxes', run: wrapTables, why: 'uses the words of table heads and headings' },
];
