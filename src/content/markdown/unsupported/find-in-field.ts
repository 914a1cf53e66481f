import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { needsReference } from '../needs-reference.ts';
import { parseMarkdown } from '../parse-markdown.ts';
import { applyRules } from './apply-rules.ts';
import { dialectRules } from './dialect-rules.ts';
import { formulaRules } from './formula-rules.ts';
import { leftoverRules } from './leftover-rules.ts';
import { maskSource, rangeOf } from './mask-source.ts';
import { scanHtml } from './scan-html.ts';
import { templateRules } from './template-rules.ts';

/** Markup in a field: what is written, what it is, and what to write instead. */
export interface FieldMarkup {
  readonly written: string;
  /** Completes the sentence after the written text; has an article. */
  readonly name: string;
  /** A clause. */
  readonly cure: string;
}

/** Whether a text may contain markup once it is cleaned. */
export function mayHoldMarkup(text: string): boolean {
  return anyPart.test(text);
}

/** A line of text that no Markdown block begins: fields are single lines. */
const margin = 'A ';
/** Far longer than any field. */
const longest = 5000;
/** Each kind of markup contains one of these. */
const anySign = /[*_`~[\]<&\\{}$^#|>\n]|==|\+\+|%%|:(?=\S)/u;
/** The same before the text is cleaned: NFC turns U+1FEF into a backtick. */
const anyPart = /[*_`~[\]<&\\{}$^#|>\n=+%:\u1fef]/u;
const rules = [...formulaRules, ...templateRules, ...dialectRules, ...leftoverRules];
const plain = 'plain text is printed as written; write';

/**
 * Finds Markdown, HTML and syntax of other programs in a field, in order; readers would see it
 * as written. Searches only the beginning of a very long text. Ordinary text with such signs
 * (`5 * 3`, `AT&T`, `<name>`) has none.
 */
export function findInField(text: string): readonly FieldMarkup[] {
  const value = text.slice(0, longest);
  if (!anySign.test(value)) return [];
  const blocks = findBlocks(value);
  const source = margin + value.replace(/\s+/gu, ' ').trim();
  const tree = parseMarkdown(source, needsReference(source) ? 'reference' : 'fast');
  const found: (FieldMarkup & { readonly start: number })[] = [];
  const covered: (readonly [number, number])[] = [];
  const add = (start: number, end: number, name: string, cure: string) => {
    if (covered.some(([from, to]) => from <= start && start < to)) return;
    covered.push([start, end]);
    found.push({ start, written: source.slice(start, end), name, cure: `${plain} ${cure}` });
  };
  visit(tree, (node) => {
    const range = rangeOf(node);
    const kind = range && kindOf(node, source, range);
    if (kind) add(...range, ...kind);
  });
  const html = scanHtml(tree, source);
  for (const { type, name, start, end } of html.tokens) {
    // `<name>` and `<first name>` are words.
    const isTag = isElement(name) || /=|\/>$/u.test(source.slice(start, end));
    if (type !== 'comment' && isTag) add(start, end, 'an HTML tag', 'the words without it');
  }
  for (const { index, 0: written } of source.matchAll(reference)) {
    const character = decode(written);
    if (character === written) continue;
    const shown = /[\p{C}\p{Z}\uFFFD]/u.test(character)
      ? 'the character itself'
      : `\`${character}\``;
    add(index, index + written.length, 'a character reference', shown);
  }
  for (const { index, 0: written } of source.matchAll(footnote))
    add(index, index + written.length, 'the mark of a footnote', 'the words without it');
  for (const { index, 0: written } of source.matchAll(escapedSign))
    if (!isPath(source, index))
      add(index, index + written.length, 'an escaped sign', `\`${written.slice(1)}\``);
  const masks = maskSource(tree, source, html);
  for (const { kind, start, end } of applyRules(rules, masks, source).found)
    if (!word.test(source.slice(start, end)))
      add(start, end, kind.name, 'the words without it, or its content');
  return [...blocks, ...found.sort((a, b) => a.start - b.start)];
}

const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/gu;
const footnote = /\[\^[^\s[\]]{1,60}\]/gu;
const escapedSign = /\\(?:[*`~[\]<>#|]|_(?=[\p{L}\p{N}]))/gu;
/** Braces in ordinary text. A template of one word is reported in the body only. */
const word = /^\{\p{L}+\}$/u;

function decode(written: string): string {
  const [paragraph] = (parseMarkdown(written, 'fast') as Root).children;
  const only = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  return only?.type === 'text' ? only.value : written;
}

/** `C:\_archive` */
function isPath(source: string, index: number): boolean {
  return /(?:[A-Za-z]:|\\)[^\s]{0,100}$/u.test(source.slice(Math.max(0, index - 100), index));
}

function kindOf(
  node: Nodes,
  source: string,
  [start, end]: readonly [number, number],
): [name: string, cure: string] | undefined {
  switch (node.type) {
    case 'strong':
    case 'emphasis':
      // `5*3*2`, `f**k and s**t`
      if (isWithinWords(source, start, end)) return undefined;
      return [node.type === 'strong' ? 'bold marks' : 'emphasis marks', 'the words alone'];
    case 'delete':
      return ['marks for deleted text', 'the final words'];
    case 'inlineCode':
      return ['marks for code', 'the words alone, or in quotation marks'];
    case 'image':
      return ['a picture', 'the words alone; `image:` names the picture of an article'];
    case 'link':
      if (source.startsWith('<', start) && !/@/u.test(node.url))
        return ['an address in angle brackets', 'the address alone'];
      if (!source.startsWith('[', start)) return undefined;
      return ['a link', 'the words alone, and put the link into the text'];
    default:
      return undefined;
  }
}

/**
 * Whether marks from `start` to `end` begin and end within words, so that they are probably not
 * emphasis.
 */
export function isWithinWords(source: string, start: number, end: number): boolean {
  return (
    wordBefore.test(source.slice(Math.max(0, start - 2), start)) &&
    wordAfter.test(source.slice(end, end + 2))
  );
}

const wordBefore = /[\p{Script=Latin}\p{Script=Arabic}\p{N}]$/u;
const wordAfter = /^[\p{Script=Latin}\p{Script=Arabic}\p{N}]/u;

const lineMarks: readonly (readonly [RegExp, name: string])[] = [
  [/^[ \t]*#{1,6}[ \t]+\p{L}/u, 'a heading'],
  [/^[ \t]*>?[ \t]*\[![A-Z]+\]/u, 'a callout'],
  [/^[ \t]*>[ \t]+\p{L}/u, 'a quotation'],
  [/^[ \t]*\|.+\|[ \t]*$/u, 'a table'],
  [/^[ \t]*(?:[-+*]|\d{1,3}[.)])[ \t]+\S/u, 'a list'],
  [/^[ \t]*(?:`{3}|~{3})/u, 'a block of code'],
  [/^[ \t]*:::/u, 'a container'],
];

/**
 * Marks at the start of a line. List marks count from the second line on, because of `1. FC
 * Köln`.
 */
function findBlocks(value: string): FieldMarkup[] {
  const lines = value.trim().split('\n');
  return lineMarks.flatMap(([pattern, name]) => {
    const marked = lines.filter((line) => pattern.test(line));
    const [written] = marked;
    if (written === undefined || (name === 'a list' && marked.length < 2)) return [];
    return [
      { written: written.trim(), name, cure: `${plain} sentences, or put it into the text` },
    ];
  });
}

/** HTML elements, including obsolete ones; other text in angle brackets is a word. */
const names: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address applet area article aside audio b base bdi bdo big blink blockquote ' +
    'body br button canvas caption center cite code col colgroup data datalist dd del details ' +
    'dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame ' +
    'frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label ' +
    'legend li link main map mark marquee math menu meta meter nav nobr noembed noframes ' +
    'noscript object ol optgroup option output p param picture pre progress q rb rp rt rtc ' +
    'ruby s samp script search section select slot small source span strike strong style sub ' +
    'summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ' +
    'ul var video wbr xmp'
  ).split(' '),
);

export function isElement(name: string): boolean {
  return names.has(name);
}
