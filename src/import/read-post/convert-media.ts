import { mediumOf } from '../../content/markdown/clip-address.ts';
import {
  escapeMarkdown,
  formatDestination,
  formatTitle,
} from '../../content/markdown/escape-text.ts';
import { webAddress } from '../web-address.ts';
import type { TagArguments } from './tag-context.ts';

const picture = /\.(?:jpe?g|png|webp|avif|gif|svg)(?:[?#]|$)/iu;
const addressNames = ['src', 'url', 'image', 'file', 'path', 'image_path', 'link'];
/** Tags whose picture may lack its extension. */
const pictureTags =
  /^(?:img|image|picture|figure|fig|photo|imgproc|resize|responsive-image)$/iu;
const known = new Set([
  ...[...addressNames, 'alt', 'caption', 'title', 'link', 'attr', 'attrlink'],
  ...[
    'class',
    'width',
    'height',
    'target',
    'rel',
    'loading',
    'align',
    'id',
    'style',
    'size',
    'sizes',
  ],
  ...['command', 'options', 'position', 'lightbox', 'zoom', 'quality', 'float', 'border'],
]);

/**
 * Converts a tag that shows a picture (Hugo's `figure`, or a tag or include with a picture's
 * path) to a Markdown picture; undefined if it shows none or has other arguments.
 */
export function convertFigure(tag: TagArguments, tagName = ''): string | undefined {
  const { values, named } = tag;
  const isPicture = pictureTags.test(tagName);
  const [first = ''] = values;
  const path =
    values.find((value) => picture.test(value) && !/\s/u.test(value)) ??
    (isPicture && /^[^\s]+$/u.test(first) && !named.has('src') ? first : undefined);
  const name = addressNames.find(
    (key) =>
      picture.test(named.get(key) ?? '') ||
      (isPicture && key !== 'link' && (named.get(key) ?? '').trim() !== ''),
  );
  const address = path ?? (name === undefined ? undefined : named.get(name));
  if (address === undefined) return undefined;
  const words = path === undefined ? values : values.filter((value) => value !== path);
  if ([...named.keys()].some((key) => !known.has(key)) || words.length > 2) return undefined;
  // Of two texts, one may be a class; the other is the alt text or a caption.
  const classLike = words.length === 2 ? words.findIndex(isClass) : -1;
  const [alt = '', ...more] = words.filter((_, index) => index !== classLike);
  const description = named.get('alt') ?? alt;
  const captions = [named.get('title'), named.get('caption'), ...more, named.get('attr')];
  const caption = captions.filter((text) => text !== undefined && text !== '').join(' ');
  const link = name === 'link' ? undefined : named.get('link');
  const shown =
    `![${escapeMarkdown(description)}](${formatDestination(address)}` +
    `${formatTitle(caption === description && named.has('alt') ? '' : caption)})`;
  const linked = link === undefined ? shown : `[${shown}](${formatDestination(link)})`;
  const source = named.get('attrlink');
  return source === undefined
    ? linked
    : `${linked}\n\n[${escapeMarkdown(named.get('attr') ?? source)}](${formatDestination(source)})`;
}

function isClass(text: string): boolean {
  return text
    .split(/\s+/u)
    .every((word) => /^(?:[a-z]+[-_]+[\w-]+|left|right|center|full|wide)$/iu.test(word));
}

/** Attributes of tags for film and sound, and those that need no report. */
const clipNames = ['src', 'url', 'file', 'path', 'mp4', 'webm', 'mp3', 'm4a', 'ogg', 'wav'];
const clipWords = ['alt', 'caption', 'title'];
const clipLooks =
  /^(?:class|width|height|controls|autoplay|loop|muted|preload|playsinline|type|poster|id|style)$/u;

/**
 * Converts a tag that plays a file (`video`, `audio`) to `![…](clip.mp4)`, or to a link if the file is
 * on another site; undefined if it plays none or has other arguments.
 */
export function convertClip(name: string, { values, named }: TagArguments): string | undefined {
  if (!/(?:video|audio|sound|mp3|mp4|podcast)/iu.test(name)) return undefined;
  const isKnown = (key: string) =>
    clipNames.includes(key) || clipWords.includes(key) || clipLooks.test(key);
  if (![...named.keys()].every(isKnown) || values.length > 2) return undefined;
  const given = [...clipNames.map((key) => named.get(key)), ...values];
  const address = given.find((value) => value !== undefined && mediumOf(value) !== undefined);
  if (address === undefined) return undefined;
  const [words = ''] = values.filter((value) => value !== address);
  const caption = named.get('caption') ?? named.get('title') ?? words;
  const page = webAddress(address);
  if (page !== undefined) return convertPage(page, caption);
  const label = escapeMarkdown(named.get('alt') ?? caption);
  const title = named.has('alt') ? formatTitle(caption) : '';
  return `![${label}](${formatDestination(address)}${title})`;
}

/** Page URLs of embeds, by shortcode: Hugo's own and plugins of Jekyll. */
const pages: Readonly<Record<string, (tag: TagArguments) => string | undefined>> = {
  youtube: (tag) => prefixed('https://www.youtube.com/watch?v=', idOf(tag)),
  vimeo: (tag) => prefixed('https://vimeo.com/', idOf(tag)),
  instagram: (tag) => prefixed('https://www.instagram.com/p/', idOf(tag)),
  tweet: toTweet,
  twitter: toTweet,
  x: toTweet,
  gist: (tag) => {
    const [first = '', second] = tag.values;
    const path = first.includes('/') || second === undefined ? first : `${first}/${second}`;
    return /^[\w-]+(?:\/[\w-]+)?$/u.test(path) ? `https://gist.github.com/${path}` : undefined;
  },
};

/** Converts an embedded video, post or listing to a link to its page. */
export function convertEmbed(name: string, tag: TagArguments): string | undefined {
  const first = tag.values[0] ?? '';
  const address = Object.hasOwn(pages, name)
    ? (webAddress(first) ?? pages[name]?.(tag))
    : undefined;
  if (address === undefined) return undefined;
  return convertPage(address, tag.named.get('title') ?? '');
}

/** A link to a page, with its title if it has one. */
export function convertPage(address: string, title: string): string {
  if (title === '') return `<${address}>`;
  return `[${title.replace(/[\\[\]*_`<]/gu, '\\$&')}](${formatDestination(address)})`;
}

function toTweet(tag: TagArguments): string | undefined {
  const user = tag.named.get('user') ?? 'i';
  const id = tag.named.get('id') ?? tag.values.at(-1) ?? '';
  const isKnown = /^\w+$/u.test(user) && /^\d+$/u.test(id);
  return isKnown ? `https://twitter.com/${user}/status/${id}` : undefined;
}

function idOf(tag: TagArguments): string {
  const id = tag.named.get('id') ?? tag.values[0] ?? '';
  return /^[\w-]+$/u.test(id) ? id : '';
}

function prefixed(start: string, id: string): string | undefined {
  return id === '' ? undefined : `${start}${id}`;
}
