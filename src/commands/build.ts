import { buildSite } from './build-site.ts';
import { runCommand } from './run-command.ts';

await runCommand('build', async ({ settings, options }) => {
  const { why } = options;
  await buildSite(settings, {
    ...(options['allow-empty'] ? { allowEmpty: true } : {}),
    force: options['force'] !== undefined,
    ...(typeof why === 'string' ? { why } : {}),
  });
  if (options['verify'] === undefined) return;
  const { verifyBuild } = await import('./verify-build.ts');
  await verifyBuild(settings);
});
