import { posix } from 'node:path';
import type { Message } from 'esbuild';
import type { Problem, Severity } from '../system/problems/problem.ts';

/** What a plugin says about an import, in `detail` of its message. */
export interface ImportFault {
  readonly message: string;
  readonly cure?: string;
}

/**
 * Makes problems from the messages of esbuild, which ran in the theme's folder. `shown` is the folder as
 * problems name it, `fallback` the file of messages without a place.
 */
export function toProblems(
  messages: readonly Message[],
  {
    severity,
    field,
    shown,
    fallback,
  }: {
    readonly severity: (message: Message) => Severity;
    readonly field: string;
    readonly shown: string;
    readonly fallback: string;
  },
): Problem[] {
  return messages.map((message) => {
    const { location, text } = message;
    const fault = message.detail as ImportFault | undefined;
    // Columns of esbuild are bytes.
    const before = Buffer.from(location?.lineText ?? '').subarray(0, location?.column ?? 0);
    return {
      severity: severity(message),
      file: posix.join(shown, location?.file ?? fallback),
      line: location?.line ?? 1,
      column: before.toString().length + 1,
      field,
      ...(fault?.message === undefined ? { message: text } : fault),
    };
  });
}
