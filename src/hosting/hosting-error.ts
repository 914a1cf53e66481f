/** Something about the output folder that its user can mend. The message says how. */
export class HostingError extends Error {
  override name = 'HostingError';
}

/**
 * The same failure in words, with the cure, where its cause is the disk and not the program.
 * @param folder the folder that was being written or moved
 * @param setting the setting that names it, where one does
 */
export function explainDiskError(
  error: unknown,
  folder: string,
  setting: 'OUT_DIR' | 'CACHE_DIR' | 'CONTENT_DIR' | 'none' = 'OUT_DIR',
): unknown {
  const limited = explainLimit(error);
  if (limited !== error) return limited;
  const written = CURES[codeOf(error) ?? ''];
  const cure =
    setting === 'none'
      ? written?.replace(/set OUT_DIR (?:to [^,;]*|elsewhere)/gu, 'name another folder')
      : written?.replaceAll('OUT_DIR', setting);
  return cure === undefined ? error : new HostingError(`${folder}: ${cure}`, { cause: error });
}

/** The same failure in words where this process may not open as many files as it needs. */
export function explainLimit(error: unknown): unknown {
  const code = codeOf(error);
  if (code !== 'EMFILE' && code !== 'ENFILE') return error;
  return new HostingError(
    'Too many files are open at once: raise the limit (such as `ulimit -n 4096`), then run the command again',
    { cause: error },
  );
}

/** The system's name of a failure, such as `ENOENT`, or of what caused it. */
export function codeOf(error: unknown): string | undefined {
  const code = textOf(error, 'code');
  if (code !== undefined && code in CURES) return code;
  // A bundler that was refused something passes it on in words.
  const message = error instanceof Error ? error.message : '';
  if (/\bNo space left on device\b/u.test(message)) return 'ENOSPC';
  return /\b(ENOSPC|EDQUOT|EROFS): /u.exec(message)?.[1] ?? code;
}

/** The path that a failure of the disk, or what caused it, is about. */
export function pathOf(error: unknown): string | undefined {
  return textOf(error, 'path');
}

/** A full disk says so wherever it is met, mostly without a path. */
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
  'this folder cannot be renamed, because something is mounted on it or uses it; ' +
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
  EIO: 'this disk reports a fault: check it, or set OUT_DIR to a folder on another one',
  ENOTSUP: 'no folder can be made here: set OUT_DIR to a folder on a disk',
  ENOSPC: 'the disk is full: make room, or set OUT_DIR to a folder on another disk',
  EDQUOT: 'the quota of this disk is used up: make room, or set OUT_DIR elsewhere',
  ENOTEMPTY:
    'another program writes into this folder: stop it, or set OUT_DIR to another folder',
  ENOTDIR: 'a file is in the way where a folder is needed: move it, or change OUT_DIR',
};
