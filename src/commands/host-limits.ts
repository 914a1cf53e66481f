import { resolve } from 'node:path';
import { type HostName, hostNames, isHostName } from '../content/settings/host-names.ts';
import type { Settings } from '../content/settings/settings.ts';
import { HostingError } from '../hosting/hosting-error.ts';
import { checkLimits, type LimitFinding } from '../hosting/hosts/check-limits.ts';
import { loadHostedSite } from '../hosting/hosts/host-files.ts';
import { measureSite, type SiteFile } from '../hosting/hosts/measure-site.ts';
import { readPublication } from '../newsroom/read-publication.ts';
import { ledgerOf, loadPressLedger, type PressLedger } from '../press/ledger.ts';
import type { HostedSite } from '../security/hosted-site.ts';
import { publicationFolder } from '../system/cache/publication-folder.ts';
import type { Problem } from '../system/problems/problem.ts';
import { terminal } from '../system/terminal/terminal.ts';
import type { CommandName } from './command-table.ts';
import { CommandError, nearestOption } from './parse-command.ts';

/**
 * The name of `--host`.
 * @throws {CommandError} if no host has it
 */
export function parseHost(
  command: CommandName,
  name: string | undefined,
): HostName | undefined {
  if (name === undefined || isHostName(name)) return name;
  const near = nearestOption(name, hostNames);
  const meant = near === undefined ? '' : `; did you mean ${near}?`;
  throw new CommandError(
    `${command}: --host: expected one of ${hostNames.join(', ')}, got ${JSON.stringify(name)}${meant}`,
  );
}

/** Compares what was printed with the limits of a host: the given one, or that of the publication. */
function findLimits(
  { sheets }: Pick<PressLedger, 'sheets'>,
  site: HostedSite,
  given: HostName | undefined,
): readonly LimitFinding[] {
  const host = given ?? site.host;
  if (host === undefined || !isHostName(host)) return [];
  return checkLimits(measureSite(filesOf(sheets), { ...site, host }), host);
}

/**
 * Warns of limits of the host. They are never errors: the site is complete, and another host or plan
 * may take it.
 */
export async function reportLimits(
  { outDir }: Settings,
  ledger: PressLedger,
  host: HostName | undefined,
): Promise<void> {
  const findings = findLimits(ledger, await loadHostedSite(resolve(outDir)), host);
  for (const { message, cure } of findings)
    terminal().warn(`warning: host: ${message}; ${cure}`);
  if (findings.length > 0) terminal().addFacts({ hostLimits: findings });
}

/**
 * Compares the last build with the limits of a host: the given one, or that of `publication.yaml`. A limit
 * that it passes is an error. Undefined if there was no build to compare.
 */
export async function checkHostLimits(
  settings: Settings,
  given: HostName | undefined,
): Promise<Problem[] | undefined> {
  const { contentDir, outDir } = settings;
  const { publication, file, positionOf } = await readPublication(
    resolve(contentDir),
    contentDir,
  );
  const host = given ?? publication?.hosting.host;
  if (host === undefined) return [];
  const site = await loadHostedSite(resolve(outDir)).catch((error) => {
    if (error instanceof HostingError) return undefined;
    throw error;
  });
  const folder = publicationFolder(process.cwd(), settings);
  const ledger = loadPressLedger(resolve(settings.cacheDir), ledgerOf(folder));
  if (site === undefined || ledger.sheets.size === 0) return undefined;
  const at = {
    file: file ?? `${contentDir}/publication.yaml`,
    ...(positionOf?.(['hosting', 'host']) ?? { line: 1, column: 1 }),
    field: 'hosting.host',
  };
  return findLimits(ledger, site, host).map(({ isPassed, message, cure }) => ({
    severity: isPassed ? 'error' : 'warning',
    ...at,
    ...{ message, cure },
  }));
}

function* filesOf(sheets: PressLedger['sheets']): Generator<SiteFile> {
  for (const { kind, files } of sheets.values())
    for (const { file, size } of files) yield { file, size, kind };
}
