import { escapeMarkdown } from '../../content/markdown/escape-text.ts';
import { findExcess } from '../../content/markdown/limits.ts';
import type { RenderOptions } from '../../content/markdown/markdown-job.ts';
import { renderMarkdown } from '../../content/markdown/render-markdown.ts';
import { lostFragment } from '../../content/markdown/steps/follow-fragments.ts';
import { anchorPrefix } from '../../content/markdown/steps/name-blocks.ts';
import { decodePercent } from '../../language/decode-percent.ts';
import { directionOf } from '../../language/direction.ts';
import { quotationMarks } from '../../language/quotation-marks.ts';
import { wordsFor } from '../../language/words-for.ts';
import { convertBlocks } from './convert-blocks.ts';
import { convertShortcodes } from './convert-shortcodes.ts';
import { type Edited, parsePost } from './edit-text.ts';
import type { LinkContext } from './link-context.ts';
import { createPlaceholderTags } from './placeholder-tags.ts';
import type { AddPicture } from './read-image.ts';
import { rewriteLinks } from './rewrite-links.ts';
import type { TagContext } from './tag-context.ts';

interface BodyContext extends Omit<TagContext, 'protect'> {
  readonly source: string;
  readonly addPicture: AddPicture;
  readonly fragmentIdIn: LinkContext['fragmentIdIn'];
}

/** Converts the body of a post, or returns why it cannot. */
export function convertBody(
  body: string,
  context: BodyContext,
): { text: string; reason?: never } | { text?: never; reason: string } {
  const options = renderOptions(context.source, context.lang);
  // Checked before parsing: hostile texts would take hours.
  const excess = findExcess(body, options);
  if (excess) return { reason: excess.message };
  const placeholders = createPlaceholderTags();
  const { text, originOf } = toCommonMark(body, { ...context, protect: placeholders.protect });
  const rewrite = (fragments: ReadonlyMap<string, string | undefined>) => {
    const seen = new Set<string>();
    const notes: Parameters<TagContext['note']>[] = [];
    const made = rewriteLinks(text, parsePost(text, context.lang), {
      ...{
        path: context.path,
        folder: context.folder,
        addPicture: context.addPicture,
        fragmentIdIn: context.fragmentIdIn,
        fragments,
        seen,
        placeholders,
      },
      note: (offset, ...said) => notes.push([originOf(offset), ...said]),
    });
    return { made, seen, notes };
  };
  const first = rewrite(new Map());
  const lost = first.seen.size === 0 ? undefined : findLost(first.made, first.seen, options);
  const { made, notes } = lost === undefined ? first : rewrite(lost);
  for (const note of notes) context.note(...note);
  return { text: placeholders.restore(made, escapeMarkdown) };
}

/** The ids of headings and anchors in a rendered post; none for a text beyond the limits. */
export function idsOfBody(
  body: string,
  context: Omit<BodyContext, 'note' | 'addPicture' | 'fragmentIdIn'>,
): readonly string[] {
  const options = renderOptions(context.source, context.lang);
  if (findExcess(body, options)) return [];
  const placeholders = createPlaceholderTags();
  const silent = { ...context, protect: placeholders.protect, note: () => undefined };
  const { text } = toCommonMark(body, silent);
  return renderMarkdown(placeholders.restore(text, escapeMarkdown), options).rendered.ids;
}

/** Converts blocks and tags of generators to Markdown. */
function toCommonMark(body: string, context: TagContext): Edited {
  const blocks = convertBlocks(body, context);
  const converted = convertShortcodes(blocks.text, {
    ...context,
    note: (offset, ...said) => context.note(blocks.originOf(offset), ...said),
  });
  return {
    text: converted.text,
    originOf: (offset) => blocks.originOf(converted.originOf(offset)),
  };
}

function renderOptions(file: string, language: string): RenderOptions {
  return {
    ...{ file, firstLine: 1, language, direction: directionOf(language) },
    quotes: quotationMarks(language),
    footnoteWords: { title: '', back: '{reference}' },
    blockWords: wordsFor(language).words.blocks,
    data: wordsFor(language).words.data,
    limits: { nesting: 100 },
  };
}

/** Fragments that a rendered text lacks, each with its probable target. */
function findLost(
  text: string,
  seen: ReadonlySet<string>,
  options: RenderOptions,
): ReadonlyMap<string, string | undefined> | undefined {
  const { rendered: copy, problems } = renderMarkdown(text, options);
  const wrong = new Set(problems.map(({ message }) => message));
  const lost = [...seen].filter((name) => wrong.has(lostFragment(decodePercent(name))));
  return lost.length === 0
    ? undefined
    : new Map(lost.map((name) => [name, findFragment(name, copy.ids)]));
}

/** Generators derive heading ids in different ways; letters and digits identify the heading. */
export function findFragment(name: string, ids: readonly string[]): string | undefined {
  const plain = (text: string) =>
    decodePercent(text)
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
  const exact = decodePercent(name);
  for (const id of [exact, `${anchorPrefix}${exact}`]) if (ids.includes(id)) return id;
  return plain(name) === '' ? undefined : ids.find((id) => plain(id) === plain(name));
}
