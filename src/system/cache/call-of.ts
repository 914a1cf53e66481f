import { readManifest } from './find-package.ts';
import { isPackaged, packageFolder } from './package-folder.ts';

/**
 * How a user calls a command, with these arguments: `npm run check -- --strict` in a clone, and
 * `npx dateline check --strict` with the published package.
 */
export function callOf(command: string, args = ''): string {
  if (isPackaged()) return callOfProgram(command, args);
  const call = command === 'start' ? 'npm start' : `npm run ${command}`;
  return args === '' ? call : `${call} -- ${args}`;
}

/** How a user calls the program of the package: `npx dateline check --strict`. */
export function callOfProgram(...args: readonly string[]): string {
  return ['npx', programName(), ...args].filter(Boolean).join(' ');
}

/** The name of the program, from package.json. */
export function programName(): string {
  const { bin = {} } = readManifest(packageFolder());
  return Object.keys(bin).join();
}
