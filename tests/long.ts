import { spawn } from 'node:child_process';

// The tests that try more the longer they are let: `npm run test:long`, before a release.
const files = ['tests/broken.test.ts', 'tests/security/random-copy.test.ts'];

const child = spawn(process.execPath, ['--test', ...files], {
  env: { ...process.env, LONG_TESTS: '1' },
  stdio: 'inherit',
});
child.on('exit', (code) => process.exit(code ?? 1));
