import { CommandError } from '../src/commands/parse-command.ts';

/**
 * Parses the value of an option as an integer of at least 1. Throws an error that names the
 * option.
 */
export function parseWhole(option: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/u.test(text.trim())) {
    throw new CommandError(`${option}: expected whole numbers from 1, got "${text}"`);
  }
  return Number(text);
}
