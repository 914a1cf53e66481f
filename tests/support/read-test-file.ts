import { readContentFile } from '../../src/content/article/read-content-file.ts';
import { formatProblem } from '../../src/system/problems/format-problem.ts';

/** For tests: the content, the fields and the problems, as printed, of a content file. */
export function readTestFile(text: string, path = 'a.md') {
  const { content, faulty, problems } = readContentFile(new TextEncoder().encode(text), {
    ...{ path, file: path, languages: ['en', 'ko'], nesting: 100 },
    keyOf: () => 'key',
  });
  return { content, fields: (content ?? faulty)?.fields, lines: problems.map(formatProblem) };
}

/** For tests: the same for front matter in YAML. */
export const yamlFile = (front: string, path?: string) =>
  readTestFile(`---\n${front}\n---\n\nText.\n`, path);

/** For tests: the same for front matter in TOML. */
export const tomlFile = (front: string) => readTestFile(`+++\n${front}\n+++\n\nText.\n`);
