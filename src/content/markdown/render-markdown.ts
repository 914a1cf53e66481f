import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Problem } from '../../system/problems/problem.ts';
import { cleanText, noteForbidden } from './clean-text.ts';
import { deepestNode, findExcess, tooDeep } from './limits.ts';
import type { LiveEntry } from './live-entry.ts';
import { createMarkdownJob, type MarkdownJob, type RenderOptions } from './markdown-job.ts';
import { needsReference } from './needs-reference.ts';
import { type OutlineEntry, toLede, toOutline } from './outline.ts';
import { toStepProblem } from './own-steps.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { runPipeline } from './pipeline.ts';
import { toPlainText } from './plain-text.ts';
import type { Reference } from './reference.ts';
import { cutReferences, splitAtSlots } from './steps/cut-references.ts';
import { placeStyles } from './steps/place-styles.ts';
import { findHiddenComments, removeHiddenComments } from './unsupported/hidden-comments.ts';
import {
  placeAsWritten,
  reportUnsupportedSyntax,
} from './unsupported/report-unsupported-syntax.ts';
import { eachElement } from './visit-tree.ts';

export type { LiveEntry, OutlineEntry, Reference, RenderOptions };

/** An article's text as safe HTML, with what other code needs to know about it; plain JSON. */
export interface RenderedMarkdown {
  /**
   * HTML between references: `html[i]` is followed by `references[i]`. A link's slot is its
   * whole attribute (` href="/x/"`, or empty to keep only the text); any other slot is a whole
   * element.
   */
  readonly html: readonly string[];
  readonly references: readonly Reference[];
  /** The headings of the body in order. */
  readonly outline: readonly OutlineEntry[];
  /** Every id in the HTML. */
  readonly ids: readonly string[];
  /** The entries of a live article, newest first; absent for other articles. */
  readonly entries?: readonly LiveEntry[];
  /** The plain text of the whole body; paragraphs are separated by an empty line. */
  readonly text: string;
  /** The plain text of the first paragraph, or an empty string. */
  readonly lede: string;
}

export interface Rendering {
  readonly rendered: RenderedMarkdown;
  readonly problems: readonly Problem[];
}

/**
 * Renders the body of an article (Markdown with GFM, footnotes and HTML) as HTML that is safe
 * on any page: no script, style, frame or form, no forged id or slot, no unclosed tag. Never
 * throws. If the body is nested too deeply, the result is empty and a problem reports it.
 */
export function renderMarkdown(body: string, options: RenderOptions): Rendering {
  const written = cleanText(body);
  try {
    const excess = findExcess(written, options);
    if (excess !== undefined) return { rendered: emptyMarkdown, problems: [excess] };
    const comments = findHiddenComments(written);
    const source = removeHiddenComments(written, comments.ranges);
    const job = createMarkdownJob(source, options);
    const { problems } = job;
    if (written !== body) noteForbidden(body, job);
    const fast = options.parser !== 'reference' && !needsReference(source);
    const markdown = parseMarkdown(source, fast ? 'fast' : 'reference', options.language);
    const depth = deepestNode(markdown);
    if (depth.nesting > options.limits.nesting)
      return { rendered: emptyMarkdown, problems: [tooDeep(options, depth)] };
    for (const problem of reportUnsupportedSyntax(written, comments, markdown, options))
      problems.push(problem);
    placeAsWritten(markdown, written, comments);
    return { rendered: toRenderedMarkdown(runPipeline(markdown, job), job), problems };
  } catch (error) {
    // The stack can still overflow where the limits did not apply.
    const isStack = error instanceof RangeError;
    if (options.steps !== undefined && !isStack)
      return { rendered: emptyMarkdown, problems: [toStepProblem(options, error)] };
    if (!isStack) throw error;
    return { rendered: emptyMarkdown, problems: [tooDeep(options)] };
  }
}

const emptyMarkdown: RenderedMarkdown = {
  html: [''],
  references: [],
  outline: [],
  ids: [],
  text: '',
  lede: '',
};

/** Takes the text before slots are cut, because a slot has no words. */
function toRenderedMarkdown(tree: Root, job: MarkdownJob): RenderedMarkdown {
  const text = toPlainText(tree, { withDeleted: true });
  const words = { outline: toOutline(tree), text, lede: toLede(tree) };
  const entries = job.entries.length === 0 ? {} : { entries: job.entries };
  const ids: string[] = [];
  eachElement(tree, ({ properties: { id } }) => {
    if (typeof id === 'string') ids.push(id);
  });
  placeStyles(tree); // all elements are final
  const references = cutReferences(tree, job);
  return {
    html: splitAtSlots(toHtml(tree), job.marker),
    references,
    ids,
    ...words,
    ...entries,
  };
}
