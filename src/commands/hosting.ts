import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { hostFiles, isHostFileName } from '../hosting/hosts/host-files.ts';
import { loadHostedSite } from '../hosting/load-hosted-site.ts';
import { CommandError, runCommand } from './run-command.ts';

/**
 * `npm run hosting -- NAME [--out FILE]`: what one host needs, made from the last build, on
 * standard output or in a file.
 */
await runCommand(async ({ outDir }) => {
  const { name, out } = parseArguments(process.argv.slice(2));
  const text = hostFiles[name].format(await loadHostedSite(resolve(outDir)));
  if (out === undefined) process.stdout.write(text);
  else
    await writeFile(out, text).catch((error: Error) => {
      throw new CommandError(`hosting: ${out} cannot be written: ${error.message}`);
    });
});

function parseArguments([name, ...rest]: readonly string[]) {
  const names = Object.keys(hostFiles).join(', ');
  if (name === undefined || !isHostFileName(name)) {
    const got = name === undefined ? 'nothing' : JSON.stringify(name);
    throw new CommandError(`hosting: expected one of ${names}, got ${got}`);
  }
  const [option, out, ...more] = rest;
  if (option === undefined) return { name, out: undefined };
  if (option === '--out' && out !== undefined && more.length === 0) return { name, out };
  throw new CommandError(`hosting: expected --out FILE after ${name}, got ${rest.join(' ')}`);
}
