import { escapeHtml } from '../html/escape-html.ts';
import { escapeMarkdown } from '../markdown/escape-text.ts';
import { convertHugoPair, convertHugoTag, fence } from './convert-hugo-tag.ts';
import { convertExpression, convertLiquidTag } from './convert-liquid.ts';
import { type Edit, type Edited, editText } from './edit-text.ts';
import { showValue } from './field-desk.ts';
import { findCode, isWithin, type Ranges } from './find-code.ts';
import { fitBlock } from './fit-block.ts';
import type { TagContext } from './tag-context.ts';
import { toInlineHtml } from './to-inline-html.ts';

/** Marks of other generators, in the order in which they are looked for at one place. */
const marks =
  /\{\{[<%]-?\s*(?<hugo>\/?\s*[\w/.-]+)(?<hugoText>(?:"(?:\\.|[^"\\]){0,2000}"|`[^`]{0,2000}`|(?!\{\{[<%])[^"`]){0,2000}?)-?[>%]\}\}|\{%-?\s*(?<tag>\w+)(?<tagText>(?:(?!\{%)[^%]|%(?!\})){0,5000}?)-?%\}|\{\{-?(?<expression>[^{}]*?)-?\}\}|\{#(?<id>[\p{L}\p{N}_:.-]+)\}(?=[ \t]*$)|\{#(?<remark>[^{}]*?)#\}|\{:(?<attributes>[^{}\n]*)\}|\{::(?<setting>[^{}\n]*)\/\}|<\/?(?<component>[A-Z]\w*(?:\.\w+)*)(?:\s[^<>]*)?>/gmu;

/** Tags that end with another one, and whose text no other tag is looked for in. */
const literal = new Set(['raw', 'highlight', 'comment', 'verbatim']);

/**
 * Shortcodes, tags, components and attribute lists of Hugo, Liquid, Nunjucks, MDX and kramdown
 * outside code -> Markdown; what is not known stays as visible text. Everything is noted.
 */
export function convertShortcodes(body: string, context: TagContext): Edited {
  if (!/\{[{%#:]|<\/?[A-Z]/u.test(body)) return editText(body, []);
  const work = { body, ranges: findCode(body), closings: findClosings(body), context };
  return editText(body, collect(work, 0, body.length));
}

/** A body whose shortcodes are looked for. */
interface Work {
  readonly body: string;
  readonly ranges: Ranges;
  readonly closings: Closings;
  readonly context: TagContext;
}

function collect(work: Work, from: number, to: number): Edit[] {
  const { body, ranges, context } = work;
  const edits: Edit[] = [];
  const isLiquid = context.folder.generator !== 'hugo';
  marks.lastIndex = from;
  for (let match = marks.exec(body); match && match.index < to; match = marks.exec(body)) {
    const start = match.index;
    const groups = match.groups ?? {};
    const { tag, hugo } = groups;
    const resume = marks.lastIndex;
    // Liquid reads `raw` before anybody knows what is code.
    const isRaw = isLiquid && (tag === 'raw' || tag === 'verbatim');
    if (!isRaw && isWithin(start, ranges.code)) continue;
    const end = pairEnd(work.closings, resume, tag, hugo);
    const isPaired = end !== undefined && end.to <= to;
    const inner = isPaired ? body.slice(resume, end.from) : undefined;
    const stop = isPaired ? end.to : resume;
    if (inner !== undefined && tag !== undefined && literal.has(tag)) {
      const text = convertLiteral(tag, groups, inner, start, context);
      const isBlock = tag === 'highlight';
      edits.push({
        ...{ from: start, to: stop },
        text: isBlock ? fitBlock(text, body, start, stop) : text,
      });
      marks.lastIndex = stop;
      continue;
    }
    if (inner !== undefined && hugo !== undefined) {
      const isListing = hugo.trim() === 'highlight';
      const nested = isListing ? [] : collect(work, resume, end?.from ?? to);
      const text = isListing ? inner : editWithin(body, resume, end?.from ?? to, nested);
      const made = convertHugoPair(hugo.trim(), groups['hugoText'] ?? '', text);
      if (made !== undefined) {
        context.note(start, 'body', `${showValue(match[0])} becomes Markdown`, 'likely');
        edits.push({ from: start, to: stop, text: fitBlock(made, body, start, stop) });
        marks.lastIndex = stop;
        continue;
      }
    }
    marks.lastIndex = resume;
    const text = convertOne(match[0], groups, start, ranges, context);
    if (text !== undefined) edits.push({ from: start, to: resume, text });
  }
  return edits;
}

function editWithin(body: string, from: number, to: number, edits: readonly Edit[]): string {
  const moved = edits.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }));
  return editText(body.slice(from, to), moved).text;
}

/** Where tags that close others are, by their names. */
type Closings = ReadonlyMap<string, readonly { readonly from: number; readonly to: number }[]>;

const closing =
  /\{\{[<%]-?\s*\/\s*(?<hugo>[\w/.-]*[\w/.])\s*-?[>%]\}\}|\{%-?\s*end(?<tag>\w+)\s*-?%\}/gu;

function findClosings(body: string): Closings {
  const found = new Map<string, { from: number; to: number }[]>();
  for (const match of body.matchAll(closing)) {
    const { hugo, tag } = match.groups ?? {};
    const key = tag === undefined ? `hugo ${hugo}` : `tag ${tag}`;
    const places = found.get(key) ?? [];
    places.push({ from: match.index, to: match.index + match[0].length });
    found.set(key, places);
  }
  return found;
}

/** Where the tag that closes this one stands. */
function pairEnd(
  closings: Closings,
  from: number,
  tag: string | undefined,
  hugo: string | undefined,
): { from: number; to: number } | undefined {
  const name = (tag ?? hugo ?? '').trim();
  if (name === '' || name.startsWith('/')) return undefined;
  if (tag !== undefined && !literal.has(tag)) return undefined;
  const places = closings.get(tag === undefined ? `hugo ${name}` : `tag ${name}`) ?? [];
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return places[low];
}

function convertLiteral(
  tag: string,
  groups: Readonly<Record<string, string | undefined>>,
  inner: string,
  start: number,
  context: TagContext,
): string {
  if (tag === 'comment') {
    context.note(start, 'left out', `a comment of the generator: ${showValue(inner)}`);
    return '';
  }
  if (tag === 'highlight') {
    context.note(start, 'body', '{% highlight %} becomes a listing');
    return fence(inner, groups['tagText']?.trim().split(/\s/u)[0] ?? '');
  }
  context.note(start, 'body', `{% ${tag} %} is taken off what it protects`);
  return inner;
}

function convertOne(
  written: string,
  groups: Readonly<Record<string, string | undefined>>,
  start: number,
  ranges: Ranges,
  context: TagContext,
): string | undefined {
  const { hugo, hugoText = '', tag, tagText = '', expression, id, remark } = groups;
  if (id !== undefined) {
    context.note(start, 'body', `{#${id}} becomes an anchor`);
    return `<a id="${id}"></a>`;
  }
  if (remark !== undefined) {
    context.note(start, 'left out', `a comment of the generator: ${showValue(remark)}`);
    return '';
  }
  // Elsewhere it is HTML in capitals.
  if (groups['component'] !== undefined && !/\.mdx$/iu.test(context.path)) return undefined;
  const attributes = groups['attributes'] ?? groups['setting'];
  if (attributes !== undefined) {
    if (!/^\s*(?:[\w-]+\s*$|[.#:]|[\w-]+\s*=)/u.test(attributes) && !groups['setting'])
      return undefined;
    context.note(start, 'left out', showValue(written));
    return '';
  }
  const made =
    hugo !== undefined
      ? convertHugoTag(hugo.trim(), hugoText, context)
      : tag !== undefined
        ? convertLiquidTag(tag, tagText, context)
        : expression !== undefined
          ? convertExpression(expression, context)
          : undefined;
  if (made === undefined) {
    context.note(start, 'body', `${showValue(written)} stands as text`, 'doubtful');
    return isWithin(start, ranges.html) ? escapeHtml(written) : escapeMarkdown(written);
  }
  const shown = `${showValue(written)} becomes ${made.trim() === '' ? 'nothing' : showValue(made)}`;
  context.note(start, 'body', shown, expression === undefined ? 'likely' : 'certain');
  return isWithin(start, ranges.html) ? toInlineHtml(made) : made;
}
