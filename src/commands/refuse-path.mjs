// Plain JavaScript, because set-up runs it before anything is installed.

/**
 * Says why nothing can run in a folder: Node and Vite read some characters of a path as part of a URL or
 * of a glob pattern. Undefined if it can.
 *
 * @param {string} folder an absolute path
 */
export function refusePath(folder) {
  const [sign] = /[#?*]/u.exec(folder) ?? /(?<!^.:.*)\\/u.exec(folder) ?? [];
  if (sign === undefined) return undefined;
  return (
    `Dateline cannot run in ${folder}: the path of its folder contains "${sign}". Move or ` +
    'rename the folder, then run the command again.'
  );
}
