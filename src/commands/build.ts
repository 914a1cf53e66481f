import { buildSite } from './build-site.ts';
import { runCommand } from './run-command.ts';

await runCommand(buildSite);
