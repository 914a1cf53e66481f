import { choosePort } from '../hosting/server/listen.ts';
import { buildSite } from './build.ts';
import { preview } from './preview.ts';
import { runCommand } from './run-command.ts';

await runCommand('start', async ({ settings, options }) => {
  // Before the build, which takes a while.
  const port = await choosePort(settings);
  await buildSite(settings, options);
  await preview({ ...settings, port });
});
