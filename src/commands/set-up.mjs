// Runs before every npm script: brings what a build needs of package-lock.json, with
// `--development` the rest as well, and with `--browser` a browser for the tests. Plain JavaScript without dependencies: nothing is installed yet.
// What needs a modern Node is imported only after the version was looked at.

// Node and Vite read these signs of a path as parts of an address or of a pattern.
const [sign] = /[#?*]/u.exec(process.cwd()) ?? /(?<!^.:.*)\\/u.exec(process.cwd()) ?? [];

const [major = 0] = process.versions.node.split('.').map(Number);

if (major < 20) {
  console.error(
    `Dateline needs Node 20 or newer to set itself up; this is Node ${process.versions.node}. ` +
      'Install a current Node, then run the command again.',
  );
  process.exitCode = 1;
} else if (sign !== undefined) {
  console.error(
    `Dateline cannot run in ${process.cwd()}: the path of its folder contains "${sign}". Move or ` +
      'rename the folder, then run the command again.',
  );
  process.exitCode = 1;
} else {
  import('./make-ready.mjs')
    .then(({ makeReady }) =>
      makeReady({
        development: process.argv.includes('--development'),
        browser: process.argv.includes('--browser'),
      }),
    )
    .catch((error) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    });
}
