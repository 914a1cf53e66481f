import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type HostFileName,
  hostFiles,
  isHostFileName,
  loadHostedSite,
} from '../hosting/hosts/host-files.ts';
import {
  formatScaleFile,
  isScaleFileName,
  type ScaleFileName,
  type ScaleOptions,
  scaleFiles,
} from '../hosting/scale/scale-files.ts';
import { CommandError, nearestOption } from './parse-command.ts';
import { runCommand } from './run-command.ts';

/**
 * `npm run hosting -- NAME [--out FILE]`: prints or writes the configuration for a host, made from the
 * last build, or a file with which an engine runs a build in shards.
 */
await runCommand('hosting', async ({ settings, options, operands, terminal }) => {
  const name = parseName(operands);
  const { out, shards, store, image } = options;
  const text = isScaleFileName(name)
    ? formatScaleFile(name, given({ shards, store, image }))
    : hostFiles[name].format(await loadHostedSite(resolve(settings.outDir)));
  const unread = isScaleFileName(name) ? undefined : (shards ?? store ?? image);
  if (unread !== undefined)
    throw new CommandError(
      `hosting: --shards, --store and --image are for ${Object.keys(scaleFiles).join(', ')}, not for ${name}`,
    );
  if (out === undefined) {
    terminal.addFacts({ host: name, text });
    terminal.print(text.replace(/\n$/u, ''));
    return;
  }
  await writeFile(out, text).catch((error: Error) => {
    throw new CommandError(`hosting: ${out} cannot be written: ${error.message}`);
  });
  terminal.addFacts({ host: name, file: out });
});

/** The options that were given. */
function given(
  options: Readonly<Record<keyof ScaleOptions, string | undefined>>,
): ScaleOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function parseName([name, more]: readonly string[]): HostFileName | ScaleFileName {
  const names = [...Object.keys(hostFiles), ...Object.keys(scaleFiles)];
  if (more !== undefined)
    throw new CommandError(`hosting: expected one name, got ${JSON.stringify(more)} as well`);
  if (name !== undefined && (isHostFileName(name) || isScaleFileName(name))) return name;
  const got = name === undefined ? 'nothing' : JSON.stringify(name);
  const nearest = name === undefined ? undefined : nearestOption(name, names);
  const meant = nearest === undefined ? '' : `; did you mean ${nearest}?`;
  throw new CommandError(`hosting: expected one of ${names.join(', ')}, got ${got}${meant}`);
}
