import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folders of the packages that files are from, in order. `sources` are paths below `root`. A package
 * may contain copies of others, without their package.json: their code counts as its own.
 */
export function bundledPackages(root: string, sources: readonly string[]): string[] {
  const folders = sources.flatMap((path) => {
    const ends = [...path.matchAll(/node_modules\/(?:@[^/]+\/)?[^/]+/gu)].map(
      ({ index, 0: { length } }) => path.slice(0, index + length),
    );
    return ends.findLast((folder) => existsSync(join(root, folder, 'package.json'))) ?? [];
  });
  return [...new Set(folders)].sort();
}

/** The licences of bundled packages with their texts, as these demand. */
export function formatLicences(root: string, folders: readonly string[]): string {
  const parts = folders.map((folder) => {
    const read = (file: string) => readFileSync(join(root, folder, file), 'utf8').trim();
    const { name, version, license, author } = JSON.parse(read('package.json'));
    const texts = readdirSync(join(root, folder), { withFileTypes: true })
      .filter((file) => file.isFile() && /^(?:licen[cs]e|notice|copying)/iu.test(file.name))
      .map((file) => read(file.name));
    const holder = typeof author === 'object' ? author?.name : author;
    const facts = [`${name} ${version}`, license, holder].filter(Boolean).join(', ');
    return [facts, ...texts].join('\n\n');
  });
  const line = `\n\n${'-'.repeat(72)}\n\n`;
  return `The files in this folder contain code of these packages.${line}${parts.join(line)}\n`;
}
