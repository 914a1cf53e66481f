import { escapeMarkdown, formatDestination } from '../markdown/escape-text.ts';
import { webAddress } from '../web-address.ts';
import { parseTag, type TagArguments } from './tag-context.ts';

/** Paired tags of themes and plugins, by effect. */
const quotations = /^(?:quote|blockquote|pullquote|pull_quote|pull-quote|epigraph|citation)$/iu;
const boxes =
  /^(?:notice|note|alert|callout|admonition|hint|info|tip|warning|important|caution|danger|success|error|attention|box|message|aside|sidebar|panel|card|infobox)$/iu;
const folds = /^(?:details|expand|collapse|spoiler|accordion|foldable|toggle|tab)$/iu;
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
  const isLook = looks.test(name);
  if (!isQuotation && !isFold && !isLook && !boxes.test(name)) return undefined;
  const tag = isQuotation ? parseSpeaker(given) : parseWords(given);
  const used = new Set<string>();
  const take = (keys: readonly string[]) => {
    const key = keys.find(
      (item) => (tag.named.get(item) ?? '').trim() !== '' && !used.has(item),
    );
    if (key !== undefined) used.add(key);
    return key === undefined ? undefined : tag.named.get(key)?.trim();
  };
  const parts = isQuotation
    ? quotationParts(tag, take)
    : { title: isLook ? undefined : titleOf(tag, take) };
  const left = [...tag.named].filter(
    ([key, value]) => !used.has(key) && !silent.test(key) && value.trim() !== '',
  );
  const values = isLook ? tag.values : [];
  const head = parts.title === undefined ? '' : `**${escapeMarkdown(parts.title)}**\n\n`;
  const foot = 'foot' in parts && parts.foot !== undefined ? `\n\n${parts.foot}` : '';
  const text = `${head}${inner.trim()}${foot}`;
  const lines = text
    .split('\n')
    .map((line) => (isFold || isLook ? line : `> ${line}`.trimEnd()));
  return {
    text: `\n${lines.join('\n')}\n`,
    left: [...values, ...left.map(([key, value]) => `${key}="${value}"`)],
  };
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
