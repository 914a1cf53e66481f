import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { listFiles } from '../system/cache/list-files.ts';

/**
 * Writes the types of a module below `src`, and of all that they name, as declarations below `folder`,
 * which must exist. They need none of our sources.
 *
 * @throws {Error} if the compiler does not write them
 */
export function emitTypes(root: string, module: string, folder: string): void {
  const config = join(folder, 'tsconfig.json');
  const options = {
    extends: join(root, 'tsconfig.json'),
    include: [],
    files: [join(root, 'src/site/env.d.ts'), join(root, 'src', module)],
    compilerOptions: {
      ...{ noEmit: false, declaration: true, emitDeclarationOnly: true, noCheck: true },
      ...{ rootDir: join(root, 'src'), outDir: folder },
      typeRoots: [join(root, 'node_modules/@types')],
    },
  };
  writeFileSync(config, JSON.stringify(options));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', config], {
    encoding: 'utf8',
  });
  rmSync(config);
  const first = declarationOf(join(folder, module));
  if (!existsSync(first)) throw new Error(`${module}: no types were written: ${stdout}`);
  const needed = withImports(first);
  for (const file of listFiles(folder)) {
    const path = resolve(folder, file);
    if (!needed.has(path)) rmSync(path);
  }
}

/** A file of declarations, and all that it imports. */
function withImports(path: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(path) || !existsSync(path)) return found;
  found.add(path);
  for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(
    /(?:from |import\()['"](\.[^'"]*)/gu,
  ))
    withImports(declarationOf(resolve(dirname(path), name)), found);
  return found;
}

function declarationOf(module: string): string {
  return module.replace(/\.ts$/u, '.d.ts');
}
