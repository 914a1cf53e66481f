import type { Nodes } from 'mdast';
import { escapeMarkdown } from '../../content/markdown/escape-text.ts';
import { parseMarkdown } from '../../content/markdown/parse-markdown.ts';
import { escapeHtml } from '../../language/escape-html.ts';
import { convertExpression, convertLiquidTag } from './convert-liquid.ts';
import { convertClip, convertEmbed, convertFigure } from './convert-media.ts';
import { convertPair } from './convert-pair.ts';
import {
  type Edit,
  type Edited,
  editText,
  findCode,
  isWithinRanges,
  parsePost,
  type Ranges,
} from './edit-text.ts';
import { showValue } from './field-reader.ts';
import {
  createEndFinder,
  type EndFinder,
  endOfRemark,
  findEndOfTag,
  remarkStart,
} from './find-end.ts';
import {
  addressOfPost,
  findPost,
  parseTag,
  type TagContext,
  toRootAddress,
} from './tag-context.ts';

const attribute = String.raw`(?:[.#][\w:.-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+))`;

/** Markup of other generators; the order decides where several match. */
const marks = new RegExp(
  [
    `(?<hidden>${remarkStart})`,
    String.raw`\{\{[<%]\/\*(?<shown>[^{}]*?)\*\/[>%]\}\}`,
    String.raw`\{\{[<%]-?\s*(?<hugo>\/?\s*[\w/.-]+)(?<hugoText>(?:"(?:\\.|[^"\\]){0,2000}"|${'`[^`]{0,2000}`'}|(?!\{\{[<%])[^"${'`'}]){0,2000}?)-?[>%]\}\}`,
    String.raw`\{%-?\s*(?<tag>\w+)(?<tagText>(?:(?!\{%)[^%]|%(?!\})){0,5000}?)-?%\}`,
    String.raw`\{\{-?(?<expression>[^{}]*?)-?\}\}`,
    String.raw`\{#(?<id>[\p{L}\p{N}_:.-]+)\}(?=[ \t]*$)`,
    String.raw`\{#(?<remark>[^{}]*?)#\}`,
    String.raw`\{:(?<attributes>[^:{}\n][^{}\n]*)\}`,
    String.raw`\{::(?<setting>[^{}\n]*)\/\}`,
    String.raw`\{::(?<block>comment|nomarkdown)\b[^{}\n]*\}`,
    String.raw`(?<=^|[ \t)\]*_${'`'}])(?<look>\{[ \t]*${attribute}(?:[ \t]+${attribute})*[ \t]*\})`,
    String.raw`<\/?(?<component>[A-Z]\w*(?:\.\w+)*)(?:\s[^<>]*)?>`,
  ].join('|'),
  'gmu',
);

/** Quick test whether a text may contain any of them. */
const signs = /\{[{%#:.[]|\{[ \t]*[\w-]+=|\{\/\*|\{[ \t]+[.#]|<!--|%%|<\/?[A-Z]/u;

/** Paired tags whose content is not searched for other tags. */
const literal = new Set(['raw', 'highlight', 'codeblock', 'code', 'comment', 'verbatim']);
const listings = new Set(['highlight', 'codeblock', 'code']);

type Groups = Readonly<Record<string, string | undefined>>;

/** Shared state of a conversion. */
interface Conversion {
  readonly body: string;
  readonly ranges: Ranges;
  readonly ends: EndFinder;
  readonly context: TagContext;
}

/**
 * Converts shortcodes, tags, components, remarks and attribute lists of Hugo, Liquid, Nunjucks,
 * MDX and kramdown outside code to Markdown. Unknown ones stay as visible text. Everything is
 * noted.
 */
export function convertShortcodes(body: string, context: TagContext): Edited {
  if (!signs.test(body)) return editText(body, []);
  const ranges = findCode(parsePost(body, context.lang));
  const work = { body, ranges, ends: createEndFinder(body), context };
  return editText(body, collect(work, 0, body.length));
}

function collect(work: Conversion, from: number, to: number): Edit[] {
  const { body, ranges, context } = work;
  const edits: Edit[] = [];
  marks.lastIndex = from;
  for (let match = marks.exec(body); match && match.index < to; match = marks.exec(body)) {
    const start = match.index;
    const resume = marks.lastIndex;
    const groups = match.groups ?? {};
    const isCode = isWithinRanges(start, ranges.code);
    if (isCode && !isReadInCode(groups, context)) continue;
    const edit =
      convertSpan(work, match[0], groups, start, resume, to) ??
      convertSingle(work, match[0], groups, start, resume);
    marks.lastIndex = edit?.to ?? resume;
    if (edit !== undefined) edits.push(edit);
  }
  return edits;
}

/** Generators process some tags before Markdown recognizes code. */
function isReadInCode({ tag, hugo, shown, hidden }: Groups, { folder }: TagContext): boolean {
  const isHugo = folder.generator === 'hugo';
  if (tag !== undefined) return !isHugo && /^(?:raw|verbatim|comment)$/u.test(tag);
  if (hidden !== undefined) return !isHugo && hidden.startsWith('{%');
  return isHugo && (shown !== undefined || /^comment$/u.test(hugo?.trim() ?? ''));
}

/** Converts markup with an end: a remark, or a paired tag. */
function convertSpan(
  work: Conversion,
  written: string,
  groups: Groups,
  start: number,
  resume: number,
  limit: number,
): Edit | undefined {
  const { body, context } = work;
  const { hidden, tag, hugo, block, tagText = '', hugoText = '' } = groups;
  if (hidden !== undefined) {
    const forms = {
      isMdx: /\.mdx$/iu.test(context.path),
      isObsidian: context.folder.generator === 'plain',
    };
    const end = endOfRemark(body, hidden, start, work.ends, forms);
    if (end !== undefined && end <= limit) return dropRemark(work, start, end);
    if (hidden === '%%' && work.ends.find('%%', resume) !== undefined && !forms.isObsidian)
      context.note(
        start,
        'body',
        'text between %% and %% is a comment in Obsidian; kept as text',
        'doubtful',
      );
    return undefined;
  }
  const name = (tag ?? hugo ?? block ?? '').trim();
  if (name === '' || name.startsWith('/')) return undefined;
  const kind = tag !== undefined ? 'liquid' : block !== undefined ? 'kramdown' : 'hugo';
  const end = findEndOfTag(work.ends, name, kind, resume);
  if (end === undefined || end.to > limit) return undefined;
  const inner = body.slice(resume, end.from);
  if (name === 'comment') return dropRemark(work, start, end.to);
  if (block !== undefined || (tag !== undefined && literal.has(tag) && !listings.has(tag))) {
    context.note(start, 'body', `${showValue(written)} removed; its content is kept`);
    return { from: start, to: end.to, text: inner };
  }
  if (listings.has(name) && (tag !== undefined || name === 'highlight')) {
    const said = (tagText || hugoText).trim();
    const words = /\blang:(\S+)/u.exec(said)?.[1] ?? said.split(/\s/u)[0] ?? '';
    context.note(
      start,
      'body',
      `${showValue(written)} becomes a code block`,
      tag === undefined ? 'likely' : 'certain',
    );
    const text = fence(inner, words.replace(/^["']|["']$/gu, ''));
    return { from: start, to: end.to, text: fitBlock(text, body, start, end.to) };
  }
  const given = tagText || hugoText;
  if (convertPair(name, given, '') === undefined) return undefined;
  const nested = collect(work, resume, end.from);
  const made = convertPair(name, given, editWithin(body, resume, end.from, nested));
  if (made === undefined) return undefined;
  const form = /^\n:::/u.test(made.text) ? 'a block' : 'Markdown';
  context.note(start, 'body', `${showValue(written)} becomes ${form}`, 'likely');
  for (const left of made.left)
    context.note(start, 'dropped', `${left}, of ${showValue(written)}`, 'doubtful');
  return { from: start, to: end.to, text: fitBlock(made.text, body, start, end.to) };
}

/**
 * Removes a remark. In HTML, its line goes as well if it is empty, since an empty line would end
 * the HTML.
 */
function dropRemark({ body, ranges, context }: Conversion, start: number, end: number): Edit {
  context.note(start, 'dropped', `a hidden comment: ${showValue(body.slice(start, end))}`);
  const isInHtml = ranges.html.some(([from, to]) => from < start && end < to);
  const before = body.slice(body.lastIndexOf('\n', start - 1) + 1, start);
  const isAlone = before.trim() === '' && /^[ \t]*(?:\n|$)/u.test(body.slice(end, end + 200));
  const rest = isInHtml && isAlone ? (/^[ \t]*\n/u.exec(body.slice(end))?.[0].length ?? 0) : 0;
  return { from: rest > 0 ? start - before.length : start, to: end + rest, text: '' };
}

function editWithin(body: string, from: number, to: number, edits: readonly Edit[]): string {
  const moved = edits.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }));
  return editText(body.slice(from, to), moved).text;
}

/** Converts markup without an end. */
function convertSingle(
  { body, ranges, context }: Conversion,
  written: string,
  groups: Groups,
  start: number,
  resume: number,
): Edit | undefined {
  const {
    hugo,
    hugoText = '',
    tag,
    tagText = '',
    expression,
    id,
    remark,
    shown,
    look,
  } = groups;
  const edit = (text: string): Edit => ({ from: start, to: resume, text });
  if (groups['hidden'] !== undefined || groups['block'] !== undefined) return undefined;
  if (id !== undefined) {
    context.note(start, 'body', `{#${id}} becomes an anchor`);
    return edit(`<a id="${id}"></a>`);
  }
  if (remark !== undefined) {
    context.note(start, 'dropped', `a hidden comment: ${showValue(remark)}`);
    return edit('');
  }
  if (shown !== undefined) {
    const text = `${written.slice(0, 3)}${shown}${written.slice(-3)}`;
    context.note(start, 'body', `${showValue(written)} becomes ${showValue(text)}`);
    return edit(isWithinRanges(start, ranges.code) ? text : escapeMarkdown(text));
  }
  // In other files it is HTML in capitals.
  if (groups['component'] !== undefined && !/\.mdx$/iu.test(context.path)) return undefined;
  if (look !== undefined) return dropAttributes(body, look, start, resume, context);
  const attributes = groups['attributes'] ?? groups['setting'];
  if (attributes !== undefined) {
    if (!/^\s*(?:[\w-]+\s*$|[.#:]|[\w-]+\s*=)/u.test(attributes) && !groups['setting'])
      return undefined;
    context.note(start, 'dropped', showValue(written));
    const anchor = /(?:^|\s)#([\w:.-]+)/u.exec(attributes)?.[1];
    return edit(anchor === undefined ? '' : `<a id="${anchor}"></a>`);
  }
  const made =
    hugo !== undefined
      ? convertHugoTag(hugo.trim(), hugoText, context)
      : tag !== undefined
        ? convertLiquidTag(tag, tagText, context)
        : expression !== undefined
          ? convertExpression(expression, context)
          : undefined;
  const isAddress = isInAddress(body, start);
  if (made === undefined) {
    context.note(start, 'body', `${showValue(written)} kept as text`, 'doubtful');
    if (isAddress) return edit(context.protect(written));
    return edit(
      isWithinRanges(start, ranges.html) ? escapeHtml(written) : escapeMarkdown(written),
    );
  }
  const message = `${showValue(written)} becomes ${made.trim() === '' ? 'nothing' : showValue(made)}`;
  context.note(start, 'body', message, expression === undefined ? 'likely' : 'certain');
  if (isAddress) return edit(toDestination(made));
  const isLink =
    /^(?:rel)?ref$/u.test(hugo?.trim() ?? '') || /^(?:link|post_url)$/u.test(tag ?? '');
  const shownAs = isLink ? addressOfPost(made, context) : undefined;
  if (shownAs !== undefined) {
    const link = `[${escapeMarkdown(shownAs)}](${made})`;
    return edit(isWithinRanges(start, ranges.html) ? toInlineHtml(link) : link);
  }
  return edit(isWithinRanges(start, ranges.html) ? toInlineHtml(made) : made);
}

/** `{.wide #plan}` after a heading, a link or a picture, or alone on its line. */
function dropAttributes(
  body: string,
  look: string,
  start: number,
  resume: number,
  context: TagContext,
): Edit | undefined {
  const isBehind = /[)\]*_`]/u.test(body[start - 1] ?? '');
  const isLast = /^[ \t]*(?:#+[ \t]*)?(?:\n|$)/u.test(body.slice(resume, resume + 100));
  if (!isBehind && !isLast) return undefined;
  const id = /#([\w:.-]+)/u.exec(look.replace(/"[^"]*"|'[^']*'/gu, ''))?.[1];
  context.note(start, 'dropped', showValue(look));
  return { from: start, to: resume, text: id === undefined ? '' : `<a id="${id}"></a>` };
}

/** Reduces a tag's output to an address, for a place inside an address. */
function toDestination(made: string): string {
  const [, target = made] =
    /^!?\[[^\]]*\]\(<?([^\s<>()]*)>?(?:\s[^)]*)?\)$/u.exec(made.trim()) ?? [];
  return target
    .trim()
    .replace(/^<(.*)>$/u, '$1')
    .replace(/\s/gu, '%20');
}

/** The beginning of an address up to a tag inside it. */
const address =
  /(?:\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:[ \t]*<?|\s(?:href|src|data|srcset|poster)\s*=\s*["']?)(?:[^\s()<>"'{}]|\{\{[^\n]*?\}\}|\{%[^\n]*?%\})*$/imu;

function isInAddress(body: string, offset: number): boolean {
  const before = body.slice(Math.max(0, offset - 400), offset);
  return address.test(before.slice(before.lastIndexOf('\n') + 1));
}

/** Converts a single Hugo shortcode; undefined for an unknown one. */
function convertHugoTag(name: string, text: string, context: TagContext): string | undefined {
  const tag = parseTag(text.replace(/\/\s*$/u, ''));
  if (tag === undefined) return undefined;
  if (name === 'ref' || name === 'relref') {
    const written = tag.values[0] ?? tag.named.get('path') ?? '';
    const post = findPost(written, context);
    return post === undefined ? written.replace(/\s/gu, '%20') : toRootAddress(post, written);
  }
  if (name === 'param') {
    const path = (tag.values[0] ?? '').split('.');
    return context.valueOf(['page', ...path]) ?? context.valueOf(['site', 'params', ...path]);
  }
  return convertEmbed(name, tag) ?? convertClip(name, tag) ?? convertFigure(tag, name);
}

/** A fenced code block. The fence is longer than any run of backticks in it. */
function fence(code: string, language: string): string {
  const text = code.replace(/^[ \t]*\n|\n[ \t]*$/gu, '');
  let longest = 2;
  for (const [run] of text.matchAll(/`+/gu)) longest = Math.max(longest, run.length);
  const marks = '`'.repeat(longest + 1);
  const name = /^[\w#+.-]+$/u.test(language) ? language : '';
  return `\n${marks}${name}\n${text}\n${marks}\n`;
}

/**
 * Fits a block in place of `body[from, to)`: with the indentation of its first line, and without
 * needless empty lines around it.
 */
function fitBlock(block: string, body: string, from: number, to: number): string {
  const before = body.slice(body.lastIndexOf('\n', from - 1) + 1, from);
  const isAlone = before.trim() === '';
  const lines = block.split('\n').map((line, index) => {
    const isFit = index === 0 || line === '' || !isAlone || line.startsWith(before);
    return isFit ? line : before + line;
  });
  const text = isAlone && lines[0] === '' ? fromSecond(lines, before) : lines.join('\n');
  const isOpen = to < body.length && !/^[ \t]*\n[ \t]*(?:\n|$)/u.test(body.slice(to, to + 200));
  return isOpen ? text : text.replace(/\n$/u, '');
}

/** The line's own indentation is already there. */
function fromSecond(lines: readonly string[], before: string): string {
  const [first = '', ...rest] = lines.slice(1);
  return [first.startsWith(before) ? first.slice(before.length) : first, ...rest].join('\n');
}

/** Converts Markdown of a picture or link to HTML, for places where Markdown is not parsed. */
function toInlineHtml(markdown: string): string {
  return /[![<]/u.test(markdown) ? print(parseMarkdown(markdown, 'reference')) : markdown;
}

function print(node: Nodes): string {
  const inner = 'children' in node ? node.children.map(print).join('') : '';
  if (node.type === 'link') return `<a href="${escapeHtml(node.url)}">${inner}</a>`;
  if (node.type === 'html') return node.value;
  if (node.type !== 'image') return 'value' in node ? escapeHtml(node.value) : inner;
  const title = node.title ? ` title="${escapeHtml(node.title)}"` : '';
  return `<img src="${escapeHtml(node.url)}" alt="${escapeHtml(node.alt ?? '')}"${title}>`;
}
