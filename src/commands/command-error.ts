/** What a user can correct: a command's arguments, a folder that is missing. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
