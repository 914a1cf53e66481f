import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { stringify } from 'yaml';
import { wordForms } from '../src/language/word-forms.ts';
import { WORDS } from '../src/language/words-for.ts';
import { startDev, TIMEOUT_MS } from './dev-site.ts';
import { runInFolder } from './run-in-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { takeCache } from './test-cache.ts';
import { change, type Files, hashFiles, listFiles } from './test-site.ts';

const article = (title: string, body: string) =>
  [
    ...['---', `title: ${title}`, 'date: 2026-01-06', 'updated: 2026-01-08'],
    ...['authors: [Mina Bakker]', 'topics: [Waal]', 'image: {credit: Jane Roe via Archive}'],
    ...['---', body, ''],
  ].join('\n');

const content: Files = {
  'publication.yaml': 'name: De Kade\nurl: https://kade.example\nlanguages: [nl, en]\n',
  'brug.md': article(
    'De brug',
    '“De brug” is open.[^1]\n\n:::timeline\n- **2026-01-05**: dicht\n- **2026-01-06**: open\n:::\n\n[^1]: Een noot.',
  ),
  'brug.en.md': article('Bridge', 'A toll of two euros.'),
};

/** Every word in another language: its name in place of its text. */
function otherWords(): object {
  const words: Record<string, unknown> = {};
  for (const { path, form } of wordForms(WORDS.en)) {
    const steps = path.split('.');
    const name = steps.pop() ?? '';
    let group = words;
    for (const step of steps) {
      group[step] ??= {};
      group = group[step] as Record<string, unknown>;
    }
    const own = `«${path}»`;
    group[name] =
      form.kind === 'plural'
        ? { one: `# ${own}`, other: `# ${own}s` }
        : [own, ...form.slots.map((slot) => `{${slot}}`)].join(' ');
  }
  return words;
}

/** Marks words, and makes what no page may have. */
const steps = (phrase: string) => `
import type { MarkdownSteps } from 'dateline/props';
function mark() {
  const walk = (node: any) => {
    for (const child of node.children ?? []) walk(child);
    node.children = node.children?.flatMap((child: any) => {
      if (child.type !== 'text') return [child];
      const marked = { type: 'emphasis', data: { hName: 'mark' }, children: [{ type: 'text', value: '${phrase}' }] };
      return child.value.split('${phrase}').flatMap((value: string, n: number) =>
        n === 0 ? [{ type: 'text', value }] : [marked, { type: 'text', value }]);
    });
  };
  return walk;
}
const hostile = () => (tree: any) => {
  const node = (tagName: string, properties: object) =>
    ({ type: 'element', tagName, properties, children: [{ type: 'text', value: 'evil()' }] });
  tree.children.push(node('script', {}), node('p', { onClick: 'evil()', style: 'color: red' }));
};
export const remark: MarkdownSteps['remark'] = [mark];
export const rehype: MarkdownSteps['rehype'] = [hostile];
`;

async function createProject(t: TestContext, theme: Files): Promise<string> {
  const project = join(await temporaryFolder(t), 'Mein Blatt 신문');
  await mkdir(project);
  await change(join(project, 'content'), content);
  await change(join(project, 'theme'), theme);
  return project;
}

test('a theme adds a language, changes words, and has steps of its own for texts', async (t) => {
  const project = await createProject(t, {
    'words/nl.yaml': stringify(otherWords()),
    'words/en.yaml': 'article: {byline: "Words by {names}"}\n',
    'markdown.ts': steps('brug'),
  });
  const out = join(project, 'dist');
  const env = { CACHE_DIR: await takeCache(t) };
  const first = await runInFolder(project, 'build', [], env);
  assert.equal(first.code, 0, first.stderr);
  assert.match(
    first.stderr,
    /warning: theme\/markdown\.ts: the steps made <script>, onclick, style, .* in 2 files, here first/u,
  );
  assert.doesNotMatch(first.stderr, /English words|have no text/u);
  const read = (path: string) => readFile(join(out, path), 'utf8');

  // No page of the edition, and no other file for its readers, has an English word.
  const english = wordForms(WORDS.en).flatMap(({ form }) =>
    form.kind === 'text' && form.slots.length === 0 && form.text.length > 5 ? [form.text] : [],
  );
  const pages = (await listFiles(out)).filter(
    (path) => path.endsWith('/index.html') && !/^en\/|^public/u.test(path),
  );
  assert.ok(pages.length > 8);
  for (const path of pages) {
    const shown = (await read(path))
      .replace(/<(script|style)\b[\s\S]*?<\/\1>/gu, '')
      .match(/>[^<]+<|(?:aria-label|title|placeholder|alt|content)="[^"]*"/gu);
    const left = english.filter((text) =>
      shown?.some((part) => part.replace(/^[^>"]*[>"]|[<"]$/gu, '').trim() === text),
    );
    assert.deepEqual(left, [], path);
  }

  const dutch = await read('2026/01/06/brug/index.html');
  assert.match(dutch, /6 januari 2026/u);
  assert.match(dutch, /«article\.byline» /u);
  assert.match(dutch, /«blocks\.timeline»/u);
  assert.match(dutch, /«article\.footnotes»/u);
  assert.match(dutch, /De <mark>brug<\/mark>/u);
  assert.doesNotMatch(dutch, /<script[^>]*>evil|onclick|color: red/u);
  const page = await read('en/2026/01/06/brug/index.html');
  assert.match(page, /Words by /u);
  assert.doesNotMatch(page, />By /u);
  assert.match(await read('feed.xml'), /&lt;mark&gt;brug|<mark>brug/u);
  assert.doesNotMatch(await read('2026/01/06/brug.md'), /mark>/u);

  // A changed word and a changed step: as if everything were built for the first time.
  await change(join(project, 'theme'), {
    'words/en.yaml': 'article: {byline: "By: {names}", updated: Revised}\n',
    'markdown.ts': steps('toll'),
  });
  const second = await runInFolder(project, 'build', [], env);
  assert.equal(second.code, 0, second.stderr);
  const changed = await read('en/2026/01/06/brug/index.html');
  assert.match(changed, /By: [\s\S]*Revised[\s\S]*<mark>toll<\/mark>/u);
  const made = await hashFiles(out);
  const again = await runInFolder(project, 'build', ['--force'], env);
  assert.equal(again.code, 0, again.stderr);
  assert.deepEqual(await hashFiles(out), made);
});

test('the preview shows edited words and steps, and keeps the last ones without errors', async (t) => {
  const project = await createProject(t, { 'words/en.yaml': 'article: {updated: Revised}\n' });
  const dev = await startDev(t, content, {}, undefined, project);
  const address = `${dev.address}en/2026/01/06/brug/`;
  const shows = async (pattern: RegExp) => {
    const end = Date.now() + TIMEOUT_MS;
    for (;;) {
      const text = await (await fetch(address)).text();
      if (pattern.test(text)) return text;
      assert.ok(Date.now() < end, `${pattern}: ${dev.printed()}`);
      await setTimeout(100);
    }
  };
  const edit = (files: Files) => change(join(project, 'theme'), files);
  await shows(/Revised/u);
  await edit({
    'words/en.yaml': 'article: {updated: Amended}\n',
    'markdown.ts': steps('toll'),
  });
  const page = await shows(/Amended[\s\S]*<mark>toll/u);
  assert.doesNotMatch(page, /Revised/u);
  await edit({
    'words/en.yaml': 'article: {updated: "On {date}"}\n',
    'markdown.ts': 'export const remark = [;\n',
  });
  const kept = await shows(/theme\/words\/en\.yaml:1:20[\s\S]*/u);
  assert.match(kept, /theme\/markdown\.ts:1:24/u);
  assert.match(kept, /Amended[\s\S]*<mark>toll/u);
  await edit({
    'words/en.yaml': 'article: {updated: Changed}\n',
    'markdown.ts': 'export const remark = [() => () => { throw new Error("boom"); }];\n',
  });
  assert.match(await shows(/Changed/u), /boom[\s\S]*<mark>toll|<mark>toll[\s\S]*boom/u);
  await edit({ 'markdown.ts': steps('euros') });
  await shows(/<mark>euros/u);
});
