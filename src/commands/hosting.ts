import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { hostFiles, isHostFileName, loadHostedSite } from '../hosting/hosts/host-files.ts';
import { CommandError, nearestOption } from './parse-command.ts';
import { runCommand } from './run-command.ts';

/**
 * `npm run hosting -- NAME [--out FILE]`: prints or writes the configuration for a host, made from the
 * last build.
 */
await runCommand('hosting', async ({ settings, options, operands, terminal }) => {
  const name = parseName(operands);
  const text = hostFiles[name].format(await loadHostedSite(resolve(settings.outDir)));
  const { out } = options;
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

function parseName([name, more]: readonly string[]): keyof typeof hostFiles {
  const names = Object.keys(hostFiles);
  if (more !== undefined)
    throw new CommandError(`hosting: expected one name, got ${JSON.stringify(more)} as well`);
  if (name !== undefined && isHostFileName(name)) return name;
  const got = name === undefined ? 'nothing' : JSON.stringify(name);
  const nearest = name === undefined ? undefined : nearestOption(name, names);
  const meant = nearest === undefined ? '' : `; did you mean ${nearest}?`;
  throw new CommandError(`hosting: expected one of ${names.join(', ')}, got ${got}${meant}`);
}
