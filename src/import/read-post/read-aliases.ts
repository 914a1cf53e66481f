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
  /** By importance; the first one is the post's old address. */
  readonly aliases: readonly string[];
  readonly slug?: string;
}

/** A post's old addresses, from its fields, its site's settings and its path. */
export function readAliases(
  reader: FieldReader,
  facts: AddressFacts,
  generator: Generator,
  site: SiteSettings,
): Addresses {
  const slugField = reader.take('slug');
  const slug = typeof slugField?.value === 'string' ? slugField.value.trim() : undefined;
  const fits = slug === undefined ? undefined : toSlug(slug.split('/').at(-1) ?? '');
  if (slugField && (fits !== slug || fits === ''))
    reader.note(slugField, 'slug', `${showValue(slugField.value)} becomes "${fits}"`, 'likely');
  const written = reader.takeAll('permalink', 'url', 'path');
  const others = reader.takeAll('aliases', 'alias', 'redirectfrom', 'oldurl', 'oldurls');
  const aliases: string[] = [];
  const seen = new Set<string>();
  const own = (facts.published ?? facts.date)?.slice(0, 10).replaceAll('-', '/');
  const known = { ...facts, slug };
  const name = fits || toSlug(withoutDate(baseOf(facts.path)).normalize('NFC'));
  // The address on this site: a post is not an alias of itself.
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
      // Even an unreadable permalink overrides the settings.
      if (written.includes(found)) isGiven = true;
      const path = pathOf(item, site);
      const alias = path === undefined ? undefined : toAlias(fillIn(path, known, generator));
      if (alias !== undefined) {
        add(alias);
        continue;
      }
      if (/^(?:true|false)$/iu.test(item)) continue;
      reader.note(found, 'aliases', `${found.key}: ${showValue(item)} dropped: not a path`);
    }
  }
  const computed = isGiven ? undefined : oldAddress(known, generator, site);
  const alias = computed === undefined ? undefined : toAlias(computed);
  if (alias !== undefined) add(alias);
  return { aliases, slug: fits || undefined };
}

/** The path of a URL of this site; undefined for another site's. */
function pathOf(written: string, site: SiteSettings): string | undefined {
  const address = webAddress(written);
  if (address === undefined) return /^[a-z][a-z\d+.-]*:/iu.test(written) ? undefined : written;
  const url = new URL(address);
  return site.url !== undefined && new URL(site.url).host === url.host
    ? url.pathname
    : undefined;
}

/** A post's own permalink may be a pattern. */
function fillIn(path: string, facts: AddressFacts, generator: Generator): string {
  const named = path.replace(
    /\{\{-?\s*page\.fileSlug\s*-?\}\}/gu,
    withoutDate(baseOf(facts.path)),
  );
  if (!/:[a-z]/u.test(path) || generator !== 'jekyll') return named;
  return oldAddress(facts, generator, { ...noSettings, permalink: path }) ?? path;
}
