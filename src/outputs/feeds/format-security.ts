import { noticeAddress } from '../../publication/edition/feed-addresses.ts';
import { type FeedContext, isPlaced } from './feed-context.ts';

/** RFC 9116; undefined where `publication.yaml` says nothing for it. */
export function formatSecurity(context: FeedContext): string | undefined {
  const { security } = context.publication.settings;
  if (security === undefined) return undefined;
  const { contact, expires, ...others } = security;
  const line = (name: string, value: string | undefined) =>
    value === undefined ? [] : [`${name}: ${value}`];
  const languages = context.publication.editions.map(({ language }) => language);
  const lines = [
    ...(context.basePath === '/'
      ? []
      : [
          `# This file is looked for at ${noticeAddress.security} of the origin; here it stands`,
          `# below ${context.basePath}`,
        ]),
    ...contact.flatMap((address) => line('Contact', toUri(address))),
    ...line('Expires', `${expires}T00:00:00Z`),
    ...line('Encryption', others.encryption),
    ...line('Acknowledgments', others.acknowledgments),
    ...line('Preferred-Languages', languages.join(', ')),
    ...(isPlaced(context) ? line('Canonical', context.toUrl(noticeAddress.security)) : []),
    ...line('Policy', others.policy),
    ...line('Hiring', others.hiring),
  ];
  return `${lines.join('\n')}\n`;
}

function toUri(address: string): string {
  return /^[^:]+@[^:]+$/u.test(address) ? `mailto:${address}` : address;
}
