import { buildSite } from './build-site.ts';
import { choosePort } from './choose-port.ts';
import { preview } from './preview.ts';
import { runCommand } from './run-command.ts';

await runCommand('start', async ({ settings, options }) => {
  // Before the build, which takes a while.
  const port = await choosePort(settings);
  await buildSite(settings, {
    ...(options['allow-empty'] ? { allowEmpty: true } : {}),
    force: options['force'] !== undefined,
  });
  await preview({ ...settings, port });
});
