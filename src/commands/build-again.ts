/**
 * The second build of `npm run build -- --verify`, in a child process. It sends its progress to the
 * first one, which shows it.
 */
import { terminal, useTerminal } from '../system/terminal/terminal.ts';
import { buildSite } from './build.ts';
import { runCommand } from './run-command.ts';
import type { BuildEvent } from './verify-build.ts';

/** Milliseconds between two messages about the progress of a task. */
const interval = 100;

const send = (event: BuildEvent) => process.send?.(event);

await runCommand('build', async ({ settings, options }) => {
  let last = { task: '', at: 0 };
  useTerminal({
    ...terminal(),
    stage: (stage) => send({ stage }),
    progress: (task, part) => {
      const now = performance.now();
      const isOver = part !== undefined && part.done >= part.total;
      if (task === last.task && !isOver && now - last.at < interval) return;
      last = { task, at: now };
      send({ task, part });
    },
  });
  await buildSite(settings, options);
});
