import { CommandError, nearestOption } from '../src/commands/parse-command.ts';

/** Parses a list of names with commas. Throws an error for the user if one is unknown. */
export function someOf<T extends string>(
  option: string,
  list: string,
  known: readonly T[],
): T[] {
  return list.split(',').map((one) => {
    const name = one.trim();
    const found = known.find((candidate) => candidate === name);
    if (found) return found;
    const near = nearestOption(name, known);
    const meant = near === undefined ? '' : `; did you mean ${near}?`;
    throw new CommandError(
      `${option}: expected some of ${known.join(', ')}, got "${one}"${meant}`,
    );
  });
}
