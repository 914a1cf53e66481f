import { noteNames } from '../../content/markdown/blocks/to-box.ts';
import { escapeMarkdown, formatDestination } from '../../content/markdown/escape-text.ts';
import { webAddress } from '../web-address.ts';
import { parseTag, type TagArguments } from './tag-context.ts';

/** Paired tags of themes and plugins, by effect. */
const quotations = /^(?:quote|blockquote|pullquote|pull_quote|pull-quote|epigraph|citation)$/iu;
const boxes =
  /^(?:notice|note|alert|callout|admonition|hint|info|tip|warning|important|caution|danger|success|error|attention|box|message|aside|sidebar|panel|card|infobox)$/iu;
/** Boxes that are notes, even without a kind. */
const noteBoxes = /^(?:notice|alert|callout|admonition)$/iu;
const folds = /^(?:details|expand|collapse|spoiler|accordion|foldable|toggle)$/iu;
/** Tags that only change the look of their content. */
const looks =
  /^(?:center|centre|lead|small|large|columns?|rows?|grid|tabs|rawhtml|unsafe|div|section|container|wrap)$/iu;

const titleKeys = ['title', 'heading', 'header', 'label', 'summary', 'name'];
const nameKeys = ['author', 'cite', 'by', 'attribution', 'source', 'person', 'speaker', 'name'];
const linkKeys = ['link', 'url', 'href', 'citeurl', 'sourceurl', 'source_url'];
/** Arguments that only change the look. */
const silent =
  /^(?:class|id|style|type|color|colour|icon|align|size|width|height|open|bg|background|variant|level|state|position|animate|loading)$/iu;

interface ConvertedPair {
  readonly text: string;
  /** Arguments without a place in the text. */
  readonly left: readonly string[];
}

/**
 * Converts a paired tag around `inner`, which is Markdown already; undefined for an unknown tag.
 */
export function convertPair(
  name: string,
  given: string,
  inner: string,
): ConvertedPair | undefined {
  const isQuotation = quotations.test(name);
  const isFold = folds.test(name);
  const isTab = /^tab$/iu.test(name);
  const isLook = looks.test(name);
  if (!isQuotation && !isFold && !isTab && !isLook && !boxes.test(name)) return undefined;
  const tag = isQuotation ? parseSpeaker(given) : parseWords(given);
  const used = new Set<string>();
  const take: Take = (keys) => {
    const key = keys.find(
      (item) => (tag.named.get(item) ?? '').trim() !== '' && !used.has(item),
    );
    if (key !== undefined) used.add(key);
    return key === undefined ? undefined : tag.named.get(key)?.trim();
  };
  const block = isFold
    ? foldOf(tag, take)
    : boxes.test(name)
      ? noteOf(name, tag, take)
      : undefined;
  const parts: Parts = isQuotation
    ? quotationParts(tag, take)
    : (block ?? { title: isLook ? undefined : titleOf(tag, take) });
  const left = [...tag.named].filter(
    ([key, value]) => !used.has(key) && !silent.test(key) && value.trim() !== '',
  );
  const values = isLook ? tag.values : (block?.left ?? []);
  const isPulled = /^pull/iu.test(name);
  const { opening = isPulled ? 'pullquote' : undefined, title, foot } = parts;
  const isLabel = block !== undefined && title !== undefined && title.length <= maxTitle;
  const head = title === undefined || isLabel ? '' : `**${escapeMarkdown(title)}**\n\n`;
  const text = `${head}${inner.trim()}${foot === undefined ? '' : `\n\n${foot}`}`;
  const isQuoted = opening === undefined && !isTab && !isLook;
  const lines = text.split('\n').map((line) => (isQuoted ? `> ${line}`.trimEnd() : line));
  const label = isLabel ? `[${escapeMarkdown(title)}]` : '';
  return {
    text:
      opening === undefined
        ? `\n${lines.join('\n')}\n`
        : `\n${fenceBlock(
            opening.replace(/(?=\{|$)/u, () => label),
            lines,
          )}\n`,
    left: [...values, ...left.map(([key, value]) => `${key}="${value}"`)],
  };
}

/** Longer titles would not be read as one; they become a paragraph. */
const maxTitle = 200;

interface Parts {
  /** The name of a block, with its attributes. */
  readonly opening?: string;
  readonly title?: string | undefined;
  /** The last paragraph. */
  readonly foot?: string | undefined;
}

interface BlockParts extends Parts {
  readonly opening: string;
  /** Values without a place in the block. */
  readonly left: readonly string[];
}

/** A block with more colons than any block in it. */
function fenceBlock(opening: string, lines: readonly string[]): string {
  const colons = lines.map((line) => /^[ \t>]*(:{3,})/u.exec(line)?.[1]?.length ?? 2);
  const fence = ':'.repeat(colons.reduce((most, count) => Math.max(most, count + 1), 3));
  const content = lines.join('\n').trim();
  return [`${fence}${opening}`, ...(content === '' ? [] : [content]), fence].join('\n');
}

/** `title="More" open=true`, `"More" "true"`. */
function foldOf(tag: TagArguments, take: Take): BlockParts {
  const state = tag.values.length > 1 ? tag.values.find(isState) : undefined;
  const isOpen = (take(['open', 'expanded']) ?? state) === 'true';
  const words = tag.values.filter((value) => value !== state);
  const title = take(titleKeys) ?? take(nameKeys);
  const opening = isOpen ? 'details{open}' : 'details';
  return title === undefined
    ? { opening, title: words[0], left: words.slice(1) }
    : { opening, title, left: words };
}

const kindKeys = ['type', 'kind', 'level', 'variant', 'state', 'color', 'colour', 'class'];

/**
 * A note, whose kind is the tag's name or an argument: `tip "Read this"`, `type="warning"`.
 * Undefined for a box of an unknown kind.
 */
function noteOf(name: string, tag: TagArguments, take: Take): BlockParts | undefined {
  const [first, ...others] = tag.values;
  const named = kindKeys.map((key) => kindOf(tag.named.get(key))).find(Boolean);
  const written = named === undefined ? kindOf(first) : undefined;
  const own = kindOf(name) ?? (noteBoxes.test(name) ? 'note' : undefined);
  const kind = named ?? written ?? own;
  if (kind === undefined) return undefined;
  const values = written === undefined ? tag.values : others;
  const state = values.findLast(isState);
  const isFolded = (take(['open', 'expanded']) ?? state) === 'false';
  const words = values.filter((value) => value !== state);
  const title = take(titleKeys) ?? take(nameKeys);
  const opening = isFolded ? `${kind}{fold}` : kind;
  if (title !== undefined) return { opening, title, left: words };
  // Of two values, the first is a kind that is unknown here.
  const isKind = written === undefined && words.length > 1;
  return {
    opening,
    title: words.length === 0 ? undefined : words.slice(isKind ? 1 : 0).join(' '),
    left: isKind ? words.slice(0, 1) : [],
  };
}

/** The kind of note that a word is: `Warning`, `alert-danger`. */
function kindOf(word: string | undefined): string | undefined {
  const name = word
    ?.trim()
    .toLowerCase()
    .replace(/^(?:alert|callout|notice|is|bg)-/u, '');
  return name !== undefined && noteNames.includes(name) ? name : undefined;
}

function isState(value: string): boolean {
  return /^(?:true|false)$/u.test(value);
}

/** Parses arguments, or takes all words as one value if that fails. */
function parseWords(given: string): TagArguments {
  const whole = { values: given.trim() === '' ? [] : [given.trim()], named: new Map() };
  return parseTag(given) ?? whole;
}

/** Parses arguments, or `Jane Roe, The Harbour https://… The quay` (plugins of Jekyll). */
function parseSpeaker(given: string): TagArguments {
  if (/["'“`=]/u.test(given)) return parseWords(given);
  const address = /(?:^|\s)(?<address>https?:\/\/\S+)/u.exec(given)?.groups?.['address'];
  const words = address === undefined ? given : given.replace(address, ' ');
  const values = [words.replace(/\s+/gu, ' ').trim(), address ?? ''];
  return { values: values.filter((value) => value !== ''), named: new Map() };
}

type Take = (keys: readonly string[]) => string | undefined;

/** `"tip" "Read this"`: the first of two values is the kind of box. */
function titleOf(tag: TagArguments, take: Take): string | undefined {
  const title = take(titleKeys) ?? take(nameKeys);
  if (title !== undefined) return title;
  const words = tag.values.length > 1 ? tag.values.slice(1) : tag.values;
  return words.length === 0 ? undefined : words.join(' ');
}

/**
 * The attribution of a quotation: `cite="Jane Roe" link="…"`, `Jane Roe, The Harbour https://…
 * title`.
 */
function quotationParts(tag: TagArguments, take: Take) {
  const title = take(['title', 'heading', 'header']);
  const link = take(linkKeys);
  const names: string[] = [];
  for (let name = take(nameKeys); name !== undefined; name = take(nameKeys)) names.push(name);
  const said = tag.values.map((value) => webAddress(value) ?? value);
  const address =
    webAddress(link ?? '') ??
    said.map(webAddress).find(Boolean) ??
    names.map(webAddress).find(Boolean);
  const words = [...names, ...said].filter((word) => webAddress(word) === undefined);
  if (link !== undefined && webAddress(link) === undefined) words.push(link);
  const shown = escapeMarkdown(words.join(names.length > 0 ? ', ' : ' '));
  if (shown === '' && address === undefined) return { title, foot: undefined };
  const foot =
    address === undefined
      ? `— ${shown}`
      : `— [${shown === '' ? escapeMarkdown(address) : shown}](${formatDestination(address)})`;
  return { title, foot };
}
