import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Problem } from '../../system/problems/problem.ts';
import { cleanText, noteForbidden } from './clean-text.ts';
import { deepestNode, findExcess, tooDeep } from './limits.ts';
import { createMarkdownJob, type MarkdownJob, type RenderOptions } from './markdown-job.ts';
import { needsReference } from './needs-reference.ts';
import { type OutlineEntry, toLede, toOutline } from './outline.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { runPipeline } from './pipeline.ts';
import { toPlainText } from './plain-text.ts';
import type { Reference } from './reference.ts';
import { cutReferences, splitAtSlots } from './steps/cut-references.ts';
import { dropRemarks, findRemarks } from './unshown/hidden-remarks.ts';
import { placeAsWritten, reportUnshown } from './unshown/report-unshown.ts';
import { eachElement } from './visit-tree.ts';

export type { OutlineEntry, Reference, RenderOptions };

/** Copy as safe HTML, and what others need to know of it; plain JSON. */
export interface RenderedMarkdown {
  /**
   * HTML between references: `html[i]` is followed by `references[i]`. The slot of a link is
   * its whole attribute (` href="/x/"`; nothing: the text alone stays), that of a picture its whole element.
   */
  readonly html: readonly string[];
  readonly references: readonly Reference[];
  /** Headings of the body proper, in order. */
  readonly outline: readonly OutlineEntry[];
  /** Every id in the HTML. */
  readonly ids: readonly string[];
  /** Plain text of the whole body, paragraphs separated by an empty line. */
  readonly text: string;
  /** Plain text of the first paragraph; empty if there is none. */
  readonly lede: string;
}

export interface Rendering {
  readonly copy: RenderedMarkdown;
  readonly problems: readonly Problem[];
}

/**
 * Renders the body of an article (Markdown with GFM, footnotes and HTML) as HTML that can
 * stand on any page: no script, style, frame or form, no id or slot that copy could forge,
 * no tag left open. Throws for no copy whatever; where it is too deep, the copy is empty
 * and a problem says so.
 */
export function renderMarkdown(body: string, options: RenderOptions): Rendering {
  const written = cleanText(body);
  try {
    const excess = findExcess(written, options);
    if (excess !== undefined) return { copy: emptyMarkdown, problems: [excess] };
    const remarks = findRemarks(written);
    const source = dropRemarks(written, remarks.ranges);
    const job = createMarkdownJob(source, options);
    const { problems } = job;
    if (written !== body) noteForbidden(body, job);
    const fast = options.parser !== 'reference' && !needsReference(source);
    const markdown = parseMarkdown(source, fast ? 'fast' : 'reference', options.language);
    const depth = deepestNode(markdown);
    if (depth.nesting > options.limits.nesting)
      return { copy: emptyMarkdown, problems: [tooDeep(options, depth)] };
    for (const problem of reportUnshown(written, remarks, markdown, options))
      problems.push(problem);
    placeAsWritten(markdown, written, remarks);
    return { copy: toRenderedMarkdown(runPipeline(markdown, job), job), problems };
  } catch (error) {
    // A stack that overflows, however the bounds were got round.
    if (!(error instanceof RangeError)) throw error;
    return { copy: emptyMarkdown, problems: [tooDeep(options)] };
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

/** Words before slots are cut: a slot is no word. */
function toRenderedMarkdown(tree: Root, job: MarkdownJob): RenderedMarkdown {
  const text = toPlainText(tree, { withDeleted: true });
  const words = { outline: toOutline(tree), text, lede: toLede(tree) };
  const ids: string[] = [];
  eachElement(tree, ({ properties: { id } }) => {
    if (typeof id === 'string') ids.push(id);
  });
  const references = cutReferences(tree, job);
  return { html: splitAtSlots(toHtml(tree), job.marker), references, ids, ...words };
}
