import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { bundleLibrary } from '../press/bundle-code.ts';
import { bundledPackages, formatLicences } from './bundled-licences.ts';
import { emitTypes } from './emit-types.ts';

// Runs before `npm pack` and `npm publish`: writes `lib`, the code of the package as JavaScript. Node
// strips no types in `node_modules`. With `--remove` it removes `lib` again, which a clone does not use.

const root = process.cwd();
const lib = resolve('lib');
rmSync(lib, { recursive: true, force: true });
if (!process.argv.includes('--remove')) {
  const { files, sources } = await bundleLibrary();
  for (const { path, contents } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  const licences = formatLicences(root, bundledPackages(root, sources));
  writeFileSync(join(lib, 'licences.txt'), licences);
  mkdirSync(join(lib, 'types'));
  emitTypes(root, 'site/props.ts', join(lib, 'types'));
}
