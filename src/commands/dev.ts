import { dev } from 'astro';
import { mustBeFolder } from './must-be-folder.ts';
import { runCommand } from './run-command.ts';

await runCommand(async (settings) => {
  mustBeFolder(settings.contentDir);
  // Astro would put a server that no person seems to have started in the background.
  process.env['ASTRO_DEV_BACKGROUND'] ??= '0';
  const server = await dev({ root: process.cwd(), logLevel: 'warn' });
  const host = server.address.family === 'IPv6' ? 'localhost' : server.address.address;
  const name = host === '127.0.0.1' ? 'localhost' : host;
  console.log(`Dateline is at http://${name}:${server.address.port}${settings.basePath}`);
});
