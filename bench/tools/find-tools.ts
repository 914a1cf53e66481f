import { dateline, datelinePlain } from './dateline.ts';
import { dev } from './dev.ts';
import { eleventy } from './eleventy.ts';
import { hugo } from './hugo.ts';
import { sample } from './sample.ts';
import type { Tool, ToolName } from './tool.ts';

const tools: Readonly<Record<ToolName, Tool>> = {
  dateline,
  'dateline-plain': datelinePlain,
  eleventy,
  hugo,
  sample,
  dev,
};

/**
 * Returns the installed ones of these tools with their versions, and prints which are
 * installed.
 */
export async function findTools(names: readonly ToolName[]) {
  const present: Tool[] = [];
  const versions: Partial<Record<ToolName, string>> = {};
  for (const name of names) {
    const tool = tools[name];
    const version = await tool.findVersion();
    console.log(`${name}: ${version ?? `skipped: ${tool.cure}`}`);
    if (version === undefined) continue;
    present.push(tool);
    versions[name] = version;
  }
  return { present, versions };
}
