/** A problem that the user can fix. The message says how. */
export class HostingError extends Error {
  override name = 'HostingError';
}

/** A problem that the next run, or another machine, may not have: a crash, a network that is down. */
export class PassingError extends Error {
  override name = 'PassingError';
}

/**
 * Explains an error of the disk and how to fix it; returns any other error as it is.
 * @param folder that was written or moved
 * @param setting the setting that names the folder, if there is one
 */
export function explainDiskError(
  error: unknown,
  folder: string,
  setting: 'OUT_DIR' | 'CACHE_DIR' | 'CONTENT_DIR' | 'STORE' | 'none' = 'OUT_DIR',
): unknown {
  const limited = explainLimit(error);
  if (limited !== error) return limited;
  const written = CURES[codeOf(error) ?? ''];
  const cure =
    setting === 'none'
      ? written?.replace(
          /(?:set|change) OUT_DIR(?: to [^,;]*| elsewhere)?/gu,
          'name another folder',
        )
      : written?.replaceAll('OUT_DIR', setting);
  return cure === undefined ? error : new HostingError(`${folder}: ${cure}`, { cause: error });
}

/** Explains the error that too many files are open; returns any other error as it is. */
export function explainLimit(error: unknown): unknown {
  const code = codeOf(error);
  if (code !== 'EMFILE' && code !== 'ENFILE') return error;
  return new HostingError(
    'Too many files are open at once: raise the limit (such as `ulimit -n 4096`), then run the command again',
    { cause: error },
  );
}

/** The error code of the system, such as `ENOENT`, of an error or of its cause. */
export function codeOf(error: unknown): string | undefined {
  const code = textOf(error, 'code');
  if (code !== undefined && code in CURES) return code;
  // Bundlers put the code into the message.
  const message = error instanceof Error ? error.message : '';
  if (/\bNo space left on device\b/u.test(message)) return 'ENOSPC';
  return /\b(ENOSPC|EDQUOT|EROFS): /u.exec(message)?.[1] ?? code;
}

/** The path of a disk error or of its cause. */
export function pathOf(error: unknown): string | undefined {
  return textOf(error, 'path');
}

/** Whether the disk or the quota is full. Such errors mostly have no path. */
export function isDiskFull(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOSPC' || code === 'EDQUOT';
}

function textOf(error: unknown, field: 'code' | 'path'): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const value = (error as Error & Partial<Record<typeof field, unknown>>)[field];
  return typeof value === 'string' ? value : textOf(error.cause, field);
}

const NOT_RENAMED =
  'this folder cannot be renamed, because it is a mount point or in use; ' +
  'mount the folder that contains it, or set OUT_DIR to a folder inside it';
const NOT_WRITABLE =
  'this user may not write here, or not into the folder that contains it: change their ' +
  'permissions, or set OUT_DIR to another folder';

const CURES: Readonly<Record<string, string>> = {
  EXDEV: NOT_RENAMED,
  EBUSY: NOT_RENAMED,
  EACCES: NOT_WRITABLE,
  EPERM: NOT_WRITABLE,
  EROFS: 'this disk is read-only: set OUT_DIR to a folder on another one',
  EIO: 'this disk reports an error: check it, or set OUT_DIR to a folder on another one',
  ENOTSUP: 'no folder can be created here: set OUT_DIR to a folder on a disk',
  ENOSPC: 'the disk is full: free some space, or set OUT_DIR to a folder on another disk',
  EDQUOT: 'the disk quota is exceeded: free some space, or set OUT_DIR elsewhere',
  ENOTEMPTY:
    'another program writes into this folder: stop it, or set OUT_DIR to another folder',
  ENOTDIR: 'is a file, not a folder: move it, or change OUT_DIR',
};
