import { z } from 'astro/zod';
import { text } from '../fields/text-field.ts';
import { isWebAddress } from '../fields/web-address.ts';
import { byLanguage } from './by-language.ts';

const pageError = 'an address such as https://post.example/newsletter';

/** Where readers leave for: nothing that can be read or changed on its way. */
const page = z
  .string({ error: pageError })
  .trim()
  .refine((value) => isWebAddress(value) && /^https:/iu.test(value), { error: pageError });

const host = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

const mastodonError = 'a handle with its server, such as "@post@news.example"';

/** `@post@news.example`, as the fediverse writes it. */
const mastodon = z
  .string({ error: mastodonError })
  .trim()
  .transform((value, context) => {
    const { user, server } =
      /^@?(?<user>[\w.-]{1,64})@(?<server>[^@]+)$/u.exec(value)?.groups ?? {};
    if (user !== undefined && server !== undefined && host.test(server))
      return `@${user}@${server.toLowerCase()}`;
    context.addIssue(mastodonError);
    return z.NEVER;
  });

const blueskyError = 'a handle such as post.bsky.social';

const bluesky = z
  .string({ error: blueskyError })
  .trim()
  .transform((value, context) => {
    const handle = value.replace(/^@/u, '').toLowerCase();
    if (host.test(handle)) return handle;
    context.addIssue(blueskyError);
    return z.NEVER;
  });

const local = 'or one by language such as {en: …, ko: …}';

const other = z.strictObject(
  {
    name: byLanguage(text('a name'), `a name, ${local}`),
    url: byLanguage(page, `${pageError}, ${local}`),
  },
  { error: '`name:` and `url:`' },
);

/** The schema of where readers can follow the publication. */
export const followSchema = z.strictObject(
  {
    newsletter: byLanguage(page, `${pageError}, ${local}`).optional(),
    mastodon: byLanguage(mastodon, `${mastodonError}, ${local}`).optional(),
    bluesky: byLanguage(bluesky, `${blueskyError}, ${local}`).optional(),
    google: z
      .enum(['true', 'false'], { error: '`true` or `false`' })
      .transform((value) => value === 'true')
      .default(false),
    others: z.array(other, { error: 'a list such as [{name: …, url: …}]' }).default([]),
  },
  { error: '`newsletter:`, `mastodon:`, `bluesky:`, `google:` and `others:`' },
);
