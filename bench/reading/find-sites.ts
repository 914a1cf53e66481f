import { bareSite } from './sites/bare-site.ts';
import { datelineSite } from './sites/dateline-site.ts';
import { minimaSite } from './sites/minima-site.ts';
import { papermodSite } from './sites/papermod-site.ts';
import type { ReadingSite, SiteName } from './sites/reading-site.ts';
import { starlightSite } from './sites/starlight-site.ts';

const sites: Readonly<Record<SiteName, ReadingSite>> = {
  dateline: datelineSite,
  bare: bareSite,
  starlight: starlightSite,
  minima: minimaSite,
  papermod: papermodSite,
};

/**
 * Returns those of `only` that can be built on this machine, with their versions, and prints a
 * line about each.
 */
export async function findSites(only: readonly SiteName[]) {
  const present: ReadingSite[] = [];
  const versions: Partial<Record<SiteName, string>> = {};
  for (const name of only) {
    const version = await sites[name].findVersion();
    console.log(`${name}: ${version ?? `skipped: ${sites[name].cure}`}`);
    if (version === undefined) continue;
    present.push(sites[name]);
    versions[name] = version;
  }
  return { present, versions };
}
