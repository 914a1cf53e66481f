import { directionOf } from '../../language/direction.ts';
import { quotationMarks } from '../../language/quotation-marks.ts';
import { findExcess } from '../../markdown/find-excess.ts';
import { renderCopy } from '../../markdown/render-copy.ts';
import type { RenderOptions } from '../../markdown/render-options.ts';
import { quote } from '../../problems/format-problem.ts';
import { escapeMarkdown } from '../markdown/escape-text.ts';
import { convertBlocks } from './convert-blocks.ts';
import { convertShortcodes } from './convert-shortcodes.ts';
import { createHeldTags } from './held-tags.ts';
import { parsePost } from './parse-post.ts';
import type { BringPicture } from './read-image.ts';
import { rewriteLinks } from './rewrite-links.ts';
import type { TagContext } from './tag-context.ts';

export interface BodyContext extends Omit<TagContext, 'hold'> {
  readonly source: string;
  readonly bring: BringPicture;
}

/** The text of a post as that of a copy, or why it can be none. */
export function convertBody(
  body: string,
  context: BodyContext,
): { text: string; reason?: never } | { text?: never; reason: string } {
  const options: RenderOptions = {
    file: context.source,
    firstLine: 1,
    language: context.lang,
    direction: directionOf(context.lang),
    quotes: quotationMarks(context.lang),
    footnoteWords: { title: '', back: '{reference}' },
    limits: { nesting: 100 },
  };
  // Before any parser sees it: some texts are made to take hours.
  const excess = findExcess(body, options);
  if (excess) return { reason: `expected ${excess.expected}, got ${excess.got}` };
  const held = createHeldTags();
  const blocks = convertBlocks(body, { ...context, hold: held.hold });
  const converted = convertShortcodes(blocks.text, {
    ...context,
    hold: held.hold,
    note: (offset, ...said) => context.note(blocks.originOf(offset), ...said),
  });
  const { text } = converted;
  const rewrite = (fragments: ReadonlyMap<string, string | undefined>) => {
    const seen = new Set<string>();
    const notes: Parameters<TagContext['note']>[] = [];
    const made = rewriteLinks(text, parsePost(text, context.lang), {
      ...{
        path: context.path,
        folder: context.folder,
        bring: context.bring,
        fragments,
        seen,
        held,
      },
      note: (offset, ...said) =>
        notes.push([blocks.originOf(converted.originOf(offset)), ...said]),
    });
    return { made, seen, notes };
  };
  const first = rewrite(new Map());
  const lost = first.seen.size === 0 ? undefined : findLost(first.made, first.seen, options);
  const { made, notes } = lost === undefined ? first : rewrite(lost);
  for (const note of notes) context.note(...note);
  return { text: held.restore(made, escapeMarkdown) };
}

/** Fragments that a rendered text lacks, each with the one that it may mean. */
function findLost(
  text: string,
  seen: ReadonlySet<string>,
  options: RenderOptions,
): ReadonlyMap<string, string | undefined> | undefined {
  const { copy, problems } = renderCopy(text, options);
  const wrong = new Set(problems.map(({ got }) => got));
  const lost = [...seen].filter((name) => wrong.has(quote(`#${decode(name)}`)));
  return lost.length === 0 ? undefined : findFragments(lost, copy.ids);
}

/** Generators make ids of headings in ways of their own; letters and digits tell which is meant. */
function findFragments(lost: readonly string[], ids: readonly string[]) {
  const plain = (text: string) =>
    decode(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
  const byWords = new Map(ids.map((id) => [plain(id), id]));
  return new Map(lost.map((name) => [name, byWords.get(plain(name))]));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
