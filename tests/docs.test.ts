import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, test } from 'node:test';
import GithubSlugger from 'github-slugger';
import {
  formatCommandTable,
  formatEngineTable,
  formatSettingTable,
} from '../src/commands/format-help.ts';
import {
  frontMatterSchema,
  personSchema,
  runningStorySchema,
} from '../src/content/article/front-matter.ts';
import { readContentFile } from '../src/content/article/read-content-file.ts';
import { renderMarkdown } from '../src/content/markdown/render-markdown.ts';
import { publicationSchema } from '../src/content/settings/publication-schema.ts';
import { settingTable } from '../src/content/settings/setting-table.ts';
import { hostFiles } from '../src/hosting/hosts/host-files.ts';
import { loadSteps } from '../src/newsroom/load-steps.ts';
import { formatProblem } from '../src/system/problems/format-problem.ts';
import { type BundledSteps, bundleSteps } from '../src/theme/bundle-steps.ts';
import { formatComponents, formatPropTypes } from './docs/format-components.ts';
import { formatFigures } from './docs/format-figures.ts';
import { formatHostLimits } from './docs/format-host-limits.ts';
import { formatWords } from './docs/format-words.ts';
import { pathsOf } from './docs/schema-paths.ts';
import { testOptions } from './support/markdown-options.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { projectRoot } from './test-site.ts';

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8');

/** Every Markdown file for people who use or change Dateline. */
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'bench/README.md'],
  ...readdirSync(join(projectRoot, 'docs'), { recursive: true })
    .map((name) => `docs/${String(name).replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md')),
].sort();

/** Removes code blocks and code spans. */
function withoutCode(text: string): string {
  return text.replace(/^(`{3,})[\s\S]*?^\1$/gmu, '').replace(/(`+)[^`]+?\1/gu, '');
}

describe('generated parts of the documents: WRITE_DOCS=1 writes them', () => {
  const generated = [
    ['docs/reference/commands.md', 'commands', formatCommandTable],
    ['docs/reference/environment.md', 'settings', formatSettingTable],
    ['docs/guides/hosting.md', 'limits', formatHostLimits],
    ['docs/reference/environment.md', 'engines', formatEngineTable],
    ['docs/reference/theme.md', 'components', formatComponents],
    ['docs/reference/theme.md', 'types', formatPropTypes],
    ['docs/reference/words.md', 'words', formatWords],
    ['README.md', 'figures', () => formatFigures(JSON.parse(read('bench/figures.json')))],
  ] as const;
  for (const [file, name, format] of generated)
    test(`${name} in ${file}`, () => {
      const text = read(file);
      const [start, end] = [`<!-- ${name} -->\n`, `<!-- end ${name} -->`];
      const [before, rest = ''] = text.split(start);
      const after = rest.split(end)[1];
      assert.notEqual(after, undefined, `${file} lacks ${start}`);
      const current = `${before}${start}\n${format()}\n\n${end}${after}`;
      if (process.env['WRITE_DOCS'] === '1') writeFileSync(join(projectRoot, file), current);
      else assert.equal(text, current);
    });
});

/** The names in the first column of a page's tables. */
function namesIn(text: string): string[] {
  const cells = text.split('\n').flatMap((line) => /^\| (`[^|]+) \|/u.exec(line)?.[1] ?? []);
  return cells.flatMap((cell) => cell.match(/(?<=`)[\w.]+(?=`)/gu) ?? []);
}

describe('fields and settings', () => {
  for (const [file, schema] of [
    ['docs/reference/front-matter.md', frontMatterSchema],
    ['docs/reference/people.md', personSchema],
    ['docs/reference/running-stories.md', runningStorySchema],
    ['docs/reference/publication-yaml.md', publicationSchema],
  ] as const)
    test(`${file} names every field and no other`, () => {
      // The last sections of front-matter.md describe other names and other files. Those of
      // people and running stories refer to it for the parts of a picture.
      const [fields = ''] = read(file).split('\n## Names of other programs\n');
      const own = pathsOf(schema).filter(
        (path) => schema === frontMatterSchema || !/^(?:image|corrections)\./u.test(path),
      );
      assert.deepEqual(namesIn(fields).sort(), own.sort());
    });

  for (const [file, known] of [
    ['content/writing-an-article.md', pathsOf(frontMatterSchema)],
    ['content/hosting.md', Object.keys(settingTable)],
  ] as const)
    test(`${file} names only what exists`, () => {
      const names = namesIn(read(file));
      assert.ok(names.length > 5);
      assert.deepEqual(
        names.filter((name) => !known.includes(name)),
        [],
      );
    });
});

test('docs/guides/hosting.md names every file for a host', () => {
  const text = read('docs/guides/hosting.md');
  const missing = Object.entries(hostFiles).filter(
    ([name, { file }]) => !text.includes(`\`${name}\``) || !text.includes(`\`${file}\``),
  );
  assert.deepEqual(missing, []);
});

describe('links', () => {
  const anchors = new Map<string, ReadonlySet<string>>();
  const anchorsOf = (file: string): ReadonlySet<string> => {
    const slugger = new GithubSlugger();
    const headings = read(file)
      .replace(/^(`{3,})[\s\S]*?^\1$/gmu, '')
      .matchAll(/^#{1,6} (.+)$/gmu);
    const found =
      anchors.get(file) ??
      new Set([...headings].map(([, words = '']) => slugger.slug(words.replace(/[`*]/gu, ''))));
    anchors.set(file, found);
    return found;
  };
  const brokenLinksOf = (file: string) =>
    [...withoutCode(read(file)).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/gu)]
      .map(([, link, source]) => link ?? source ?? '')
      .filter((target) => !/^[a-z]+:/u.test(target))
      .filter((target) => {
        const [path = '', anchor] = target.split('#');
        const found = path === '' ? file : normalize(join(dirname(file), path));
        if (!existsSync(join(projectRoot, found))) return true;
        return anchor !== undefined && !anchorsOf(found).has(anchor);
      })
      .map((target) => `${file}: ${target}`);

  test('point to files and headings that exist', () => {
    assert.deepEqual(pages.flatMap(brokenLinksOf), []);
  });

  test('every page of docs/ is linked from another one', () => {
    const linked = new Set(
      pages.flatMap((file) =>
        [...withoutCode(read(file)).matchAll(/\]\(([^)#\s]+)/gu)].map(([, path = '']) =>
          normalize(join(dirname(file), path)),
        ),
      ),
    );
    assert.deepEqual(
      pages.filter((file) => file.startsWith('docs/') && !linked.has(file)),
      [],
    );
  });
});

test('README and CONTRIBUTING stay short', () => {
  const lines = (file: string) => read(file).trimEnd().split('\n').length;
  assert.ok(lines('README.md') <= 120, `README.md: ${lines('README.md')} lines`);
  assert.ok(
    lines('CONTRIBUTING.md') <= 150,
    `CONTRIBUTING.md: ${lines('CONTRIBUTING.md')} lines`,
  );
});

test('files that are named in CONTRIBUTING and docs/ exist', () => {
  const roots = /^(?:src|tests|bench|docs|content|public|\.ci|\.github)\//u;
  const missing = pages
    .filter((file) => /^CONTRIBUTING|^docs\/(?!licences)/u.test(file))
    .flatMap((file) =>
      [...read(file).matchAll(/`([^`\s]+)`/gu)]
        .map(([, span = '']) => span)
        .filter((span) => roots.test(span) && !/[*…]|NAME|\bxx\b/u.test(span))
        .filter((span) => !existsSync(join(projectRoot, span)))
        .map((span) => `${file}: ${span}`),
    );
  assert.deepEqual(missing, []);
});

test('examples of problems are printed by commands like this', () => {
  const text = '---\ntitle: A\ndate: 3/4/26\nudpated: 2026-01-06\n---\n\nText.\n';
  const file = 'content/bridge.md';
  const { problems } = readContentFile(Buffer.from(text), {
    ...{ path: 'bridge.md', file, languages: ['en'], nesting: 100 },
    keyOf: (body) => body,
  });
  const printed = problems.map(formatProblem).sort();
  const shown = ['docs/reference/commands.md', 'docs/guides/writing.md'].flatMap(
    (page) => read(page).match(/^content\/bridge\.md:.*$/gmu) ?? [],
  );
  assert.deepEqual(shown, [...printed, ...printed]);
});

test('the table of dependencies names every package and no other', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const installed = Object.keys({ ...dependencies, ...devDependencies });
  const rows = read('docs/internals/dependencies.md').matchAll(/^\| (`[^|]+) \|/gmu);
  const named = [...rows].flatMap(
    ([, cell = '']) => cell.match(/(?<=`)[@\w./*-]+(?=`)/gu) ?? [],
  );
  const isNamed = (name: string) =>
    named.some(
      (one) => one === name || (one.endsWith('*') && name.startsWith(one.slice(0, -1))),
    );
  assert.deepEqual(
    installed.filter((name) => !isNamed(name)),
    [],
  );
  assert.deepEqual(
    named.filter((one) => !one.endsWith('*') && !installed.includes(one)),
    [],
  );
});

test('the example of steps for texts works', async (t) => {
  const [, code = ''] =
    /```ts\n(import type \{ MarkdownSteps[\s\S]*?)```/u.exec(read('docs/guides/theme.md')) ??
    [];
  const folder = await temporaryFolder(t);
  writeFileSync(join(folder, 'markdown.ts'), code);
  const theme = { folder, shown: 'theme', root: projectRoot, files: ['markdown.ts'] };
  const { steps, problems } = await bundleSteps({ ...theme, hash: '', styleHash: '' }, folder);
  assert.deepEqual(problems, []);
  const { rendered } = renderMarkdown('The HMS Harbour sails.', {
    ...testOptions,
    steps: await loadSteps(steps as BundledSteps),
  });
  assert.match(rendered.html.join(''), /The <i>HMS Harbour<\/i> sails/u);
});
