import { formatDestination } from '../markdown/escape-text.ts';
import type { TagArguments } from './parse-tag.ts';
import { webAddress } from './web-address.ts';

/** Pages of what a shortcode shows, by its name: Hugo's own ones and plugins of Jekyll. */
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

/** A video, post or listing shown from elsewhere -> a link to its page. */
export function convertEmbed(name: string, tag: TagArguments): string | undefined {
  const first = tag.values[0] ?? '';
  const address = Object.hasOwn(pages, name)
    ? (webAddress(first) ?? pages[name]?.(tag))
    : undefined;
  if (address === undefined) return undefined;
  return convertPage(address, tag.named.get('title') ?? '');
}

/** A link to a page, with its title where it has one. */
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
