import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { terminal } from '../system/terminal/terminal.ts';
import { runCommand } from './run-command.ts';

/** Both run, even if the first one finds problems. */
const tools = {
  types: ['node_modules/@astrojs/check/bin/astro-check.js', '--minimumSeverity', 'warning'],
  lint: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
} as const;

await runCommand('lint', async () => {
  for (const [name, [script, ...options]] of Object.entries(tools)) {
    const { status } = spawnSync(process.execPath, [resolve(script), ...options], {
      // With --json, standard output is only the report.
      stdio: ['ignore', 2, 2],
    });
    terminal().info(`${name}: ${status === 0 ? 'passed' : 'failed, see above'}`);
    terminal().addFacts({ [name]: status === 0 });
    if (status !== 0) process.exitCode = 1;
  }
});
