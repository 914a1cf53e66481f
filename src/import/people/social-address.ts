import { webAddress } from '../web-address.ts';

/** The address of an account, up to its name. */
const services: Readonly<Record<string, string>> = {
  twitter: 'https://x.com/',
  x: 'https://x.com/',
  github: 'https://github.com/',
  gitlab: 'https://gitlab.com/',
  linkedin: 'https://www.linkedin.com/in/',
  instagram: 'https://www.instagram.com/',
  facebook: 'https://www.facebook.com/',
  bluesky: 'https://bsky.app/profile/',
  threads: 'https://www.threads.net/@',
  youtube: 'https://www.youtube.com/@',
  tiktok: 'https://www.tiktok.com/@',
  medium: 'https://medium.com/@',
  orcid: 'https://orcid.org/',
  mastodon: '',
};

/** Names of fields with an account, without `_`, `-` and capitals. */
export function isService(field: string): boolean {
  return Object.hasOwn(services, toService(field));
}

/**
 * The address of an account: an address as written, `@jane` or `jane` of a known service, or
 * `@jane@example.social`. Undefined for anything else.
 */
export function socialAddress(field: string, written: string): string | undefined {
  const whole = webAddress(written);
  if (whole !== undefined) return whole;
  const text = written.trim();
  const [, user, host] = /^@?([\w.-]{1,60})@([\w-]+(?:\.[\w-]+)+)$/u.exec(text) ?? [];
  if (toService(field) === 'mastodon')
    return host === undefined ? undefined : `https://${host.toLowerCase()}/@${user}`;
  const base = services[toService(field)];
  const name = /^@?([\w-][\w.-]{0,60})$/u.exec(text)?.[1];
  return base === undefined || name === undefined ? undefined : `${base}${name}`;
}

function toService(field: string): string {
  return field.replace(/(?:url|username|handle|user|link)$/u, '');
}
