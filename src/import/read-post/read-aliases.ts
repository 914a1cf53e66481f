import { toSlug } from '../../content/article/slug.ts';
import { webAddress } from '../web-address.ts';
import { type FieldReader, showValue } from './field-reader.ts';
import {
  type AddressFacts,
  baseOf,
  oldAddress,
  toAlias,
  withoutDate,
} from './old-addresses.ts';
import { addressKey, type Generator, noSettings, type SiteSettings } from './post-folder.ts';

interface Addresses {
  /** In order of importance; the first one is where the site had the post. */
  readonly aliases: readonly string[];
  readonly slug?: string;
}

/** Where a post was, from its fields, its site's settings and its file's path. */
export function readAliases(
  desk: FieldReader,
  facts: AddressFacts,
  generator: Generator,
  site: SiteSettings,
): Addresses {
  const slugField = desk.take('slug');
  const slug = typeof slugField?.value === 'string' ? slugField.value.trim() : undefined;
  const fits = slug === undefined ? undefined : toSlug(slug.split('/').at(-1) ?? '');
  if (slugField && (fits !== slug || fits === ''))
    desk.note(slugField, 'slug', `${showValue(slugField.value)} becomes "${fits}"`, 'likely');
  const written = desk.takeAll('permalink', 'url', 'path');
  const others = desk.takeAll('aliases', 'alias', 'redirectfrom', 'oldurl', 'oldurls');
  const aliases: string[] = [];
  const seen = new Set<string>();
  const own = (facts.published ?? facts.date)?.slice(0, 10).replaceAll('-', '/');
  const known = { ...facts, ...(slug === undefined ? {} : { slug }) };
  const name = fits || toSlug(withoutDate(baseOf(facts.path)).normalize('NFC'));
  // That is where this site will have it; an address is no alias of itself.
  if (own !== undefined) seen.add(addressKey(`/${own}/${name}/`));
  const add = (alias: string) => {
    const key = addressKey(alias);
    if (seen.has(key)) return;
    seen.add(key);
    aliases.push(alias);
  };
  let isGiven = false;
  for (const found of [...written, ...others]) {
    for (const item of [found.value].flat(3)) {
      if (typeof item !== 'string') continue;
      // What is not understood is still not what the settings say.
      if (written.includes(found)) isGiven = true;
      const path = pathOf(item, site);
      const alias = path === undefined ? undefined : toAlias(fillIn(path, known, generator));
      if (alias !== undefined) {
        add(alias);
        continue;
      }
      if (/^(?:true|false)$/iu.test(item)) continue;
      desk.note(
        found,
        'aliases',
        `${found.key}: ${showValue(item)} is no path, and is left out`,
      );
    }
  }
  const computed = isGiven ? undefined : oldAddress(known, generator, site);
  const alias = computed === undefined ? undefined : toAlias(computed);
  if (alias !== undefined) add(alias);
  return { aliases, ...(fits === undefined || fits === '' ? {} : { slug: fits }) };
}

/** The path of an address of this site; nothing for another site's. */
function pathOf(written: string, site: SiteSettings): string | undefined {
  const address = webAddress(written);
  if (address === undefined) return /^[a-z][a-z\d+.-]*:/iu.test(written) ? undefined : written;
  const url = new URL(address);
  return site.url !== undefined && new URL(site.url).host === url.host
    ? url.pathname
    : undefined;
}

/** A permalink of one post may be a pattern as well. */
function fillIn(path: string, facts: AddressFacts, generator: Generator): string {
  const named = path.replace(
    /\{\{-?\s*page\.fileSlug\s*-?\}\}/gu,
    withoutDate(baseOf(facts.path)),
  );
  if (!/:[a-z]/u.test(path) || generator !== 'jekyll') return named;
  return oldAddress(facts, generator, { ...noSettings, permalink: path }) ?? path;
}
