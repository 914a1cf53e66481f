import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseContentFileName } from '../content/article/content-file-name.ts';
import { decodeContentFile } from '../content/article/decode-content-file.ts';
import type { Settings } from '../content/settings/settings.ts';
import { findContentFiles } from '../newsroom/find-content-files.ts';
import { readPublication } from '../newsroom/read-publication.ts';
import { pathOnDisk } from '../outputs/pictures/path-on-disk.ts';
import {
  type ExternalLink,
  listExternalLinks,
} from '../publication/links/list-external-links.ts';
import { type LookedUp, lookUpLinks } from '../publication/links/look-up-links.ts';
import { countOf } from '../system/problems/count-of.ts';
import type { Problem } from '../system/problems/problem.ts';
import { terminal } from '../system/terminal/terminal.ts';

/** Milliseconds between two requests to one host. */
const pause = 1000;

/** Prints every link to another site with its place, without requests. */
export async function listLinks(settings: Settings): Promise<boolean> {
  const links = await findLinks(settings);
  for (const { file, line, column, address } of links)
    terminal().print(`${file}:${line}:${column}  ${address}`);
  const addresses = addressesOf(links).length;
  terminal().addFacts({ links });
  terminal().print(
    `links: ${links.length} to ${countOf(addresses, 'address', 'addresses')} of other sites`,
  );
  return true;
}

/**
 * Requests every link to another site and reports those that are not good. Returns false if a link is
 * dead, or with `strict` has moved.
 */
export async function lookUpAllLinks(
  settings: Settings,
  { strict, allowPrivate }: { readonly strict: boolean; readonly allowPrivate: boolean },
): Promise<boolean> {
  const links = await findLinks(settings);
  const addresses = addressesOf(links);
  const onStep = (done: number, total: number) =>
    terminal().progress('Addresses looked up', { done, total });
  const found = await lookUpLinks(addresses, { pause, allowPrivate, onStep });
  const counts = { good: 0, moved: 0, dead: 0, unknown: 0 };
  for (const { state } of found.values()) counts[state] += 1;
  for (const link of links) {
    const looked = found.get(link.address);
    const problem = looked && toProblem(link, looked);
    if (problem) terminal().problem(problem);
  }
  terminal().addFacts({ links: counts });
  terminal().print(
    `links: ${countOf(addresses.length, 'address', 'addresses')}, ${counts.good} good, ${counts.moved} moved, ${counts.dead} dead, ${counts.unknown} unknown`,
  );
  return counts.dead === 0 && (!strict || counts.moved === 0);
}

async function findLinks({ contentDir, siteUrl }: Settings): Promise<ExternalLink[]> {
  const shown = contentDir.replace(/(?<=.)\/+$/u, '');
  const { contentFiles } = await findContentFiles(resolve(contentDir), shown);
  const { publication } = await readPublication(resolve(contentDir), shown);
  const languages = publication?.languages ?? [];
  const links: ExternalLink[] = [];
  for (const path of contentFiles) {
    const file = `${shown}/${path}`;
    const { text } = decodeContentFile(
      await readFile(pathOnDisk(resolve(contentDir), path)),
      file,
    );
    const language = parseContentFileName(path, languages).language ?? languages[0] ?? 'und';
    if (text !== undefined) links.push(...listExternalLinks(text, file, { siteUrl, language }));
  }
  return links;
}

function addressesOf(links: readonly ExternalLink[]): string[] {
  return [...new Set(links.map(({ address }) => address))];
}

function toProblem(link: ExternalLink, { state, detail }: LookedUp): Problem | undefined {
  const { file, line, column, address } = link;
  const place = { file, line, column, field: 'link' };
  const got = `${address} (${detail})`;
  const problems = {
    good: undefined,
    moved: {
      severity: 'warning',
      message: `moved: ${address}`,
      cure: `write ${detail}`,
    },
    dead: {
      severity: 'error',
      message: `broken link: ${got}`,
      cure: 'link to its new address, or to an archived version',
    },
    unknown: {
      severity: 'warning',
      message: `no answer from ${got}`,
      cure: 'open it in a browser',
    },
  } as const;
  const problem = problems[state];
  return problem && { ...place, ...problem };
}
