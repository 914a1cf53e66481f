/**
 * The second build of `npm run build -- --verify`, in a process of its own: tells the first, which
 * shows it, what it is doing.
 */
import { terminal, useTerminal } from '../system/terminal/terminal.ts';
import { buildSite } from './build.ts';
import { runCommand } from './run-command.ts';
import type { Told } from './verify-build.ts';

/** Milliseconds between two messages on the progress of a task. */
const every = 100;

const tell = (told: Told) => process.send?.(told);

await runCommand('build', async ({ settings, options }) => {
  let last = { task: '', at: 0 };
  useTerminal({
    ...terminal(),
    stage: (stage) => tell({ stage }),
    progress: (task, part) => {
      const now = performance.now();
      const isOver = part !== undefined && part.done >= part.total;
      if (task === last.task && !isOver && now - last.at < every) return;
      last = { task, at: now };
      tell({ task, ...(part ? { part } : {}) });
    },
  });
  await buildSite(settings, options);
});
