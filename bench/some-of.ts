import { CommandError, nearestOption } from '../src/commands/parse-command.ts';

/** The names in a list with commas. Throws a sentence for the user where one is not known. */
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
