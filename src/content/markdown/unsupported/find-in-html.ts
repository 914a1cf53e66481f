import { kindOfAddress, tidyAddress } from '../address.ts';
import { sanitiserPolicy } from '../sanitiser-policy.ts';
import type { Finding, Kind } from './finding.ts';
import {
  commentRules,
  cureOfAttribute,
  cureOfElement,
  silentAttributes,
  silentClipAttributes,
} from './html-rules.ts';
import type { HtmlAttribute, HtmlToken } from './scan-html.ts';

const kept: ReadonlySet<string> = new Set(sanitiserPolicy.tagNames);
const attributesOf: Readonly<Record<string, readonly (string | readonly unknown[])[]>> =
  sanitiserPolicy.attributes;
const parentsOf: Readonly<Record<string, readonly string[]>> = sanitiserPolicy.ancestors;
/** Elements whose ids the page sets. */
const named = /^(?:h[1-6]|p)$/u;

/** Finds tags, attributes and comments that pages do not keep, by the sanitiser's policy. */
export function findInHtml(tokens: readonly HtmlToken[], source: string): Finding[] {
  const found: Finding[] = [];
  const open: string[] = [];
  let around: HtmlToken | undefined;
  const last = tokens.at(-1);
  found.push(...findOpen(tokens, source), ...findWordsInClips(tokens, source));
  const ended = new Set(tokens.flatMap(({ type, name }) => (type === 'end' ? [name] : [])));
  for (const token of tokens) {
    const { type, name, start, end } = token;
    if (around !== undefined) {
      const closes = type === 'end' && name === around.name;
      if (!closes && token !== last) continue;
      found.push({ kind: elementKind(around, source, ended), start: around.start, end });
      around = undefined;
    } else if (type === 'start') {
      if (isWhole(token, source) && token !== last) around = token;
      else found.push(...findInTag(token, open, source, ended));
      if (open.length < 200) open.push(name);
    } else if (type === 'end') {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
    } else {
      const kind = type === 'unclosed' ? unclosedKind : commentKind(source.slice(start, end));
      found.push({ kind, start, end });
    }
  }
  return found;
}

/** Finds elements without an end tag that change the look of all that follows. */
function findOpen(tokens: readonly HtmlToken[], source: string): Finding[] {
  const open: HtmlToken[] = [];
  for (const token of tokens) {
    const { type, name, start, end } = token;
    if (!needEnd.has(name)) continue;
    if (type === 'start' && !source.slice(start, end).endsWith('/>')) open.push(token);
    else if (type === 'end') {
      const at = open.findLastIndex((one) => one.name === name);
      if (at >= 0) open.splice(at, 1);
    }
  }
  return open.map(({ name, start, end }) => {
    const cure = `everything after it is inside it; write \`</${name}>\` where it ends`;
    const kind: Kind = { field: 'html', name: `an unclosed element <${name}>`, cure };
    return { kind, start, end };
  });
}

const needEnd: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code del details dfn em h1 h2 h3 h4 h5 h6 i ins kbd mark q s samp small span strong sub summary sup u var blockquote pre'.split(
    ' ',
  ),
);

/** Finds words in film and sound, which only browsers without players would show. */
function findWordsInClips(tokens: readonly HtmlToken[], source: string): Finding[] {
  return tokens.flatMap((token, index): Finding[] => {
    const { name, type, end: start } = token;
    if (type !== 'start' || !/^(?:video|audio)$/u.test(name) || !isKept(token)) return [];
    const ending = tokens
      .slice(index, index + 100)
      .find((one) => one.type === 'end' && one.name === name);
    if (!ending) return [];
    const words = source.slice(start, ending.start).replace(/<[^>]*>/gu, '');
    if (words.trim() === '') return [];
    const cure = 'no reader sees them; write them below it, or remove them';
    const kind: Kind = { field: 'html', name: `words in <${name}>`, cure };
    return [{ kind, start, end: ending.start }];
  });
}

/** Whether an element is removed with its content, which then needs no reports. */
function isWhole(token: HtmlToken, source: string): boolean {
  const { name, start, end } = token;
  const isRemoved = wholes.has(name) || (/^(?:video|audio)$/u.test(name) && !isKept(token));
  return isRemoved && !source.slice(start, end).endsWith('/>');
}

function findInTag(
  token: HtmlToken,
  open: readonly string[],
  source: string,
  ended: ReadonlySet<string>,
): Finding[] {
  const { name, start, end } = token;
  if (!isKept(token)) return [{ kind: elementKind(token, source, ended), start, end }];
  const parents = parentsOf[name];
  if (parents?.some((parent) => open.includes(parent)) === false) {
    const cure = `only its words are shown; write it within <${parents[0]}>`;
    return [
      { kind: { field: 'html', name: `an element <${name}> on its own`, cure }, start, end },
    ];
  }
  return token.attributes
    .filter((attribute) => !keepsAttribute(name, attribute))
    .map((attribute) => ({
      kind: attributeKind(attribute.name),
      start: attribute.start,
      end: attribute.end,
    }));
}

function elementKind(
  { name, start, end }: HtmlToken,
  source: string,
  ended: ReadonlySet<string>,
): Kind {
  const cure = cureOfElement(name, source.slice(start, end), ended.has(name));
  return { field: 'html', name: `an element <${name}>`, cure };
}

const wholes: ReadonlySet<string> = new Set([
  'script',
  'style',
  'svg',
  'math',
  'template',
  'picture',
  'object',
  'select',
  'iframe',
  'textarea',
  'title',
  'noembed',
  'noframes',
  'datalist',
  'map',
]);

function attributeKind(name: string): Kind {
  const shown = name.startsWith('on') ? 'an event handler' : `the attribute ${name}`;
  return { field: 'html', name: shown, cure: cureOfAttribute(name) };
}

const unclosedKind: Kind = {
  field: 'html',
  name: 'an unclosed HTML tag',
  cure: 'the text after it is lost; write `>` where the tag ends, or `\\<` if it is text',
};

function commentKind(written: string): Kind {
  const rule = commentRules.find(({ pattern }) => pattern.test(written));
  if (rule) return { field: 'comment', name: rule.name, cure: rule.cure };
  const cure = written.endsWith('>')
    ? 'it is not published; remove it when it is no longer needed'
    : 'it does not close, and all text below is not published; write `-->` where it ends';
  return { field: 'comment', name: 'an HTML comment', cure };
}

/** Whether the sanitiser keeps an element. Checkboxes come from Markdown task lists. */
function isKept({ name, attributes }: HtmlToken): boolean {
  if (clips.has(name) && attributes.some((own) => own.name === 'src' && !isOwn(own.value)))
    return false;
  return kept.has(name) && name !== 'input';
}

/** Film and sound, of which only files of the publication are played. */
const clips: ReadonlySet<string> = new Set(['video', 'audio', 'source', 'track']);

function isOwn(address: string): boolean {
  return kindOfAddress(tidyAddress(address)) === 'internal';
}

function keepsAttribute(tag: string, { name, value }: HtmlAttribute): boolean {
  if (silentAttributes.has(name) && tag !== 'ol') return true;
  if (clips.has(tag) && silentClipAttributes.has(name)) return true;
  if (name === 'poster') return isOwn(value);
  if (name === 'id' && named.test(tag)) return false;
  // Links and pictures are reported where they are resolved.
  if ((name === 'href' && tag === 'a') || (name === 'src' && tag === 'img')) return true;
  if (name === 'cite') return /^https?:/iu.test(value) && isAllowed(tag, name, value);
  return isAllowed(tag, name, value) || isAllowed('*', name, value);
}

function isAllowed(tag: string, name: string, value: string): boolean {
  return (attributesOf[tag] ?? []).some((rule) => {
    if (typeof rule === 'string') return htmlName(rule) === name;
    const [property, ...values] = rule;
    if (htmlName(String(property)) !== name) return false;
    return values.some((one) =>
      one instanceof RegExp ? one.test(value.trim()) : one === value.trim(),
    );
  });
}

/** The HTML name of a property: `dateTime` is `datetime`, `ariaLabel` is `aria-label`. */
function htmlName(property: string): string {
  if (property === 'className') return 'class';
  return property.replace(/^aria(?=[A-Z])/u, 'aria-').toLowerCase();
}
