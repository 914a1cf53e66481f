import type { Nodes, Root } from 'mdast';
import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import type { Range } from './finding.ts';

/** A tag, comment or the like as written, by offsets in the source. */
export interface HtmlToken {
  readonly type: 'start' | 'end' | 'comment' | 'unclosed';
  /** The element's name in lower case; empty for a comment. */
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  readonly start: number;
  readonly end: number;
}

export interface HtmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface ScannedHtml {
  readonly tokens: readonly HtmlToken[];
  /** Text between the tags of HTML blocks, where Markdown is not parsed. */
  readonly texts: readonly Range[];
  /**
   * The contents of elements with literal content (`pre`, `code`) or without text (`script`).
   */
  readonly literals: readonly Range[];
}

/** Elements whose content the tokenizer must not read as tags. */
const modes: ReadonlyMap<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
]);

const literal: ReadonlySet<string> = new Set([
  ...modes.keys(),
  'pre',
  'code',
  'kbd',
  'samp',
  'svg',
  'math',
  'template',
]);

/** Scans the HTML of a source as written, even where a browser would not keep it. */
export function scanHtml(tree: Root, source: string): ScannedHtml {
  const tokens: HtmlToken[] = [];
  const texts: Range[] = [];
  if (!source.includes('<')) return { tokens, texts, literals: [] };
  const visit = (node: Nodes, isBlock: boolean): void => {
    if (node.type === 'html') {
      const start = node.position?.start.offset;
      const end = node.position?.end.offset;
      if (start === undefined || end === undefined) return;
      const own = tokenize(source.slice(start, end), start);
      tokens.push(...own);
      if (isBlock) texts.push(...between(own, start, end));
    } else if ('children' in node) {
      const holdsBlocks = !inlineParents.has(node.type);
      for (const child of node.children) visit(child, holdsBlocks);
    }
  };
  visit(tree, true);
  return { tokens, texts, literals: literalsOf(tokens, source.length) };
}

const inlineParents: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
]);

function tokenize(html: string, offset: number): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let last = 0;
  const add = (
    type: HtmlToken['type'],
    token: { location: Token.Location | null },
    name = '',
    attributes: HtmlToken['attributes'] = [],
  ) => {
    const { startOffset, endOffset } = token.location ?? { startOffset: last, endOffset: last };
    last = endOffset;
    tokens.push({
      type,
      name,
      attributes,
      start: offset + startOffset,
      end: offset + endOffset,
    });
  };
  const pass = ({ location }: { location: Token.Location | null }) => {
    last = location?.endOffset ?? last;
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (token) => {
        const { attrs = {} } = token.location ?? {};
        const attributes = token.attrs.map(({ name, value }) => ({
          ...{ name, value },
          start: offset + (attrs[name]?.startOffset ?? 0),
          end: offset + (attrs[name]?.endOffset ?? 0),
        }));
        add('start', token, token.tagName, attributes);
        const mode = token.selfClosing ? undefined : modes.get(token.tagName);
        if (mode !== undefined) tokenizer.state = mode;
      },
      onEndTag: (token) => add('end', token, token.tagName),
      onComment: (token) => add('comment', token),
      onDoctype: (token) => add('comment', token),
      onCharacter: pass,
      onNullCharacter: pass,
      onWhitespaceCharacter: pass,
      onEof: () => undefined,
    },
  );
  tokenizer.write(html, true);
  if (last < html.length)
    tokens.push({
      type: 'unclosed',
      name: '',
      attributes: [],
      start: offset + last,
      end: offset + html.length,
    });
  return tokens;
}

function between(tokens: readonly HtmlToken[], start: number, end: number): Range[] {
  const ranges: Range[] = [];
  let last = start;
  for (const token of tokens) {
    if (token.start > last) ranges.push([last, token.start]);
    last = token.end;
  }
  if (end > last) ranges.push([last, end]);
  return ranges;
}

/** The ranges from start tag to end tag; an unclosed element extends to the end. */
function literalsOf(tokens: readonly HtmlToken[], length: number): Range[] {
  const ranges: Range[] = [];
  let open: HtmlToken | undefined;
  for (const token of tokens) {
    if (open === undefined && token.type === 'start' && literal.has(token.name)) open = token;
    else if (open !== undefined && token.type === 'end' && token.name === open.name) {
      ranges.push([open.end, token.start]);
      open = undefined;
    }
  }
  if (open !== undefined) ranges.push([open.end, length]);
  return ranges;
}
