import { codeOf } from './hosting-error.ts';

/**
 * Exit codes of every command. An engine starts a task that ended with `tryAgain` again, and one with
 * `failed` not: an article with an error has it at every run.
 */
export const exitCodes = {
  done: 0,
  failed: 1,
  /** `EX_TEMPFAIL` of sysexits.h: the user is invited to retry. */
  tryAgain: 75,
} as const;

/** Errors of the machine or the network, which another run or another machine may not have. */
const passing: readonly string[] = [
  ...['ENOSPC', 'EDQUOT', 'EIO', 'ESTALE', 'EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'],
  ...['EHOSTUNREACH', 'ENETUNREACH'],
];

/** The exit code after an error. */
export function exitCodeOf(error: unknown): 1 | 75 {
  // By name: errors of bundled code are of another class with the same name.
  const isPassing =
    error instanceof Error && ['PassingError', 'LostFromCache'].includes(error.name);
  return isPassing || passing.includes(codeOf(error) ?? '')
    ? exitCodes.tryAgain
    : exitCodes.failed;
}
