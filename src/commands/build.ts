import { buildSite } from './build-site.ts';
import { refuseArguments, runCommand } from './run-command.ts';

await runCommand(async (settings) => {
  const [option, ...others] = process.argv.slice(2);
  if (option !== '--allow-empty' || others.length > 0) refuseArguments('build', 'OUT_DIR');
  await buildSite(settings, option === '--allow-empty' ? { allowEmpty: true } : {});
});
