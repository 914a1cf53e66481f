import { directionOf } from '../../language/direction.ts';
import { quotationMarks } from '../../language/quotation-marks.ts';
import { findExcess } from '../../markdown/find-excess.ts';
import { renderCopy } from '../../markdown/render-copy.ts';
import type { RenderOptions } from '../../markdown/render-options.ts';
import { quote } from '../../problems/format-problem.ts';
import { convertShortcodes } from './convert-shortcodes.ts';
import type { BringPicture } from './read-image.ts';
import { rewriteLinks } from './rewrite-links.ts';
import type { TagContext } from './tag-context.ts';

export interface BodyContext extends TagContext {
  readonly source: string;
  readonly lang: string;
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
  const converted = convertShortcodes(body, context);
  const { text } = converted;
  const seen = new Set<string>();
  const rewrite = (fragments: ReadonlyMap<string, string | undefined>, isSilent: boolean) =>
    rewriteLinks(text, context.lang, {
      ...{ path: context.path, folder: context.folder, bring: context.bring, fragments, seen },
      note: (offset, field, message, certainty) => {
        if (!isSilent) context.note(converted.originOf(offset), field, message, certainty);
      },
    });
  const first = rewrite(new Map(), true);
  const { copy, problems } = renderCopy(first, options);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const other = errors.find(({ got }) => !/^"?#/u.test(got));
  if (other) return { reason: `expected ${other.expected}, got ${other.got}` };
  const wrong = new Set(errors.map(({ got }) => got));
  const lost = [...seen].filter((name) => wrong.has(quote(`#${decode(name)}`)));
  return { text: rewrite(findFragments(lost, copy.ids), false) };
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
