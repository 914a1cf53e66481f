import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContentFile } from './read-content-file.ts';

const options = { languages: ['en', 'zh-Hans', 'ja', 'ko'], nesting: 100, keyOf: () => 'key' };

function summary(language: string, yaml: string): string | undefined {
  const text = `---\ntitle: T\ndate: 2026-01-06\n${yaml}\n---\n\nText.\n`;
  const file = `a.${language}.md`;
  const { content, problems } = readContentFile(new TextEncoder().encode(text), {
    ...options,
    path: file,
    file,
  });
  assert.deepEqual(problems, []);
  return content?.fields.summary;
}

const cases: readonly (readonly [string, string, string, string])[] = [
  ['folded', 'zh-Hans', 'summary: >\n  桥梁方案\n  今天公布。', '桥梁方案今天公布。'],
  ['literal', 'ja', 'summary: |\n  橋の案が\n  公表された。', '橋の案が公表された。'],
  [
    'plain',
    'zh-Hans',
    'summary: 桥梁方案，\n  今天公布，\n  很快开工。',
    '桥梁方案，今天公布，很快开工。',
  ],
  ['quoted', 'ja', 'summary: "橋の案が\n  公表された。"', '橋の案が公表された。'],
  [
    'with a space that was written',
    'zh-Hans',
    'summary: >\n  张三 李四\n  王五',
    '张三 李四王五',
  ],
  ['with Latin letters', 'zh-Hans', 'summary: >\n  方案 A\n  公布', '方案 A 公布'],
  ['Korean', 'ko', 'summary: >\n  다리 설계안\n  大韓\n  民國', '다리 설계안 大韓 民國'],
];

for (const [form, language, yaml, expected] of cases)
  test(`joins the lines of a field (${language}, ${form})`, () =>
    assert.equal(summary(language, yaml), expected));
