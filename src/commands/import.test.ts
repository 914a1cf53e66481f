import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { gatherFolder } from '../../tests/gather-folder.ts';
import { parseSettings } from '../content/settings/settings.ts';
import { runImport } from '../import/run-import.ts';
import { terminal, useTerminal } from '../system/terminal/terminal.ts';
import { createImportRequest } from './create-import-request.ts';
import { parseCommand } from './parse-command.ts';

const article = ` date 2026-02-03 The harbour council voted on Tuesday to keep the old crane, after three years of talks.

Mina Vogel, who leads the works, said that it is to stand again by autumn.

Rust And Money

Nobody on the quay could say who will pay for the paint - 40 tonnes of it.

Featured image credits: Ada Lind via Harbour Archive
`;

/** A content folder and a source folder, removed after the test. */
function createFolders(context: TestContext): { content: string; sources: string } {
  const root = mkdtempSync(join(tmpdir(), 'dateline-import-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  const [content, sources] = [join(root, 'content'), join(root, 'sources')];
  for (const folder of [content, sources]) mkdirSync(folder);
  return { content, sources };
}

/** Starts `npm run import` in a child process. */
function startCommand(content: string, given: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['src/commands/import.ts', ...given], {
    env: { ...process.env, CONTENT_DIR: content },
  });
}

async function runCommand(content: string, ...given: string[]) {
  const child = startCommand(content, given);
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
  const [code] = await once(child, 'close');
  return { code, out };
}

function requestOf(content: string, ...given: string[]) {
  const { settings } = parseSettings({ CONTENT_DIR: content }, Date.now());
  return createImportRequest(parseCommand('import', given), settings);
}

/** Does what the command does, in this process. */
async function run(content: string, ...given: string[]) {
  const request = await requestOf(content, ...given);
  const before = terminal();
  const lines: string[] = [];
  const add = (line: string) => {
    lines.push(line);
  };
  useTerminal({ ...before, print: add, info: add, progress: () => undefined });
  try {
    const outcome = await runImport(request);
    return { outcome, out: `${lines.join('\n')}\n` };
  } finally {
    useTerminal(before);
  }
}

/** The problems that `npm run check` finds in a folder. */
async function problemsIn(t: TestContext, folder: string): Promise<readonly string[]> {
  const prepare = async (content: string) => cpSync(folder, content, { recursive: true });
  return (await gatherFolder(t, {}, { prepare })).lines;
}

const markdownFiles = (folder: string) =>
  readdirSync(folder).filter((name) => name.endsWith('.md'));

test('imports a plain text once, as a content file without problems', async (t) => {
  const { content, sources } = createFolders(t);
  const source = join(sources, 'crane.txt');
  writeFileSync(source, article);
  const title = 'A crane: "saved" --- for now';
  const first = await runCommand(content, source, '--title', title);
  assert.equal(first.code, 0, first.out);
  const file = join(content, 'a-crane-saved-for-now.md');
  const text = readFileSync(file, 'utf8');
  assert.match(
    text,
    /^---\ntitle: 'A crane: "saved" --- for now'\ndate: 2026-02-03\nimage:\n {2}credit: Ada Lind via Harbour Archive\n---\n\nThe harbour council/u,
  );
  assert.match(text, /\n\n## Rust And Money\n\nNobody .* paint - 40 tonnes of it\.\n$/u);
  assert.deepEqual(await problemsIn(t, content), []);

  // The title is remembered.
  const again = await run(content, source);
  assert.match(again.out, /^0 made, 0 updated, 1 unchanged/u);
  assert.equal(readFileSync(file, 'utf8'), text);

  writeFileSync(file, `${text}\nAdded by hand.\n`);
  const kept = await run(content, source, '--title', 'Another');
  assert.match(kept.out, /kept: .*a-crane-saved-for-now\.md was edited since its import/u);
  assert.match(readFileSync(file, 'utf8'), /Added by hand/u);
  const forced = await run(content, source, '--title', 'Another', '--force');
  assert.match(forced.out, /updated: /u);
  assert.match(readFileSync(file, 'utf8'), /^---\ntitle: Another\n(?![\s\S]*Added by hand)/u);
  assert.equal(markdownFiles(content).length, 1);
});

test('writes nothing in a dry run, and fails with --strict for a proposed headline', async (t) => {
  const { content, sources } = createFolders(t);
  const source = join(sources, 'crane.txt');
  writeFileSync(source, article);
  const { code, out } = await runCommand(content, source, '--dry-run', '--strict', '--json');
  assert.equal(code, 1);
  const [report, { summary }] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(report.outcome, 'made');
  assert.equal(report.notes.find((note: { field: string }) => note.field === 'title').line, 1);
  assert.deepEqual([summary.made, summary.doubtful, summary.dryRun], [1, 1, true]);
  assert.deepEqual(readdirSync(content), []);
});

test('imports a page with its pictures from a URL, if that is allowed', async (t) => {
  const { content } = createFolders(t);
  const picture = readFileSync('src/press/icons/icon-192.png');
  const words =
    'The council voted to keep the crane, and the gulls on it seemed to know. '.repeat(4);
  const server = createServer((request, response) => {
    const type = request.url === '/crane.png' ? 'image/png' : 'text/html; charset=utf-8';
    if (request.url === '/robots.txt') return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': type });
    const page = `<!doctype html><html lang="en-GB"><title>Crane stays</title><meta name="date" content="2026-02-03"><body onload="alert(1)"><article><h1>Crane stays</h1><p>${words}</p><img src="/crane.png" alt="The crane"><p>${words}</p><script>alert(2)</script></article>`;
    return response.end(type === 'image/png' ? picture : page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/news/crane`;
  const refused = await run(content, address);
  assert.equal(refused.outcome, 'failed');
  assert.match(refused.out, /refused: 127\.0\.0\.1 is an address of a private network/u);
  const { outcome, out } = await run(content, address, '--allow-private', '--pictures');
  assert.equal(outcome, 'done', out);
  const text = readFileSync(join(content, 'crane-stays.md'), 'utf8');
  const name = /!\[The crane\]\(\.\/(crane-[0-9a-f]{8}\.png)\)/u.exec(text)?.[1] ?? '';
  assert.deepEqual(readFileSync(join(content, name)), picture);
  assert.match(text, /\nlang: en\n/u);
  assert.doesNotMatch(text, /alert/u);
});

test('leaves no partial file when killed, and the next run completes the import', async (t) => {
  const { content, sources } = createFolders(t);
  const body = 'Words about a harbour, one after the other, for as long as it takes. '.repeat(
    150,
  );
  for (let count = 0; count < 60; count++)
    writeFileSync(
      join(sources, `${count}.txt`),
      `date 2026-02-03\n\nStory ${count}. ${body}\n`,
    );
  const child = startCommand(content, [sources]);
  child.stdout?.resume();
  while (markdownFiles(content).length < 5 && child.exitCode === null) await wait(2);
  child.kill('SIGKILL');
  await once(child, 'close');
  const whole = (name: string) =>
    readFileSync(join(content, name), 'utf8').endsWith(`${body.trim()}\n`);
  const before = markdownFiles(content);
  assert.ok(before.length >= 5 && before.every(whole));
  const { outcome, out } = await run(content, sources);
  assert.equal(outcome, 'done', out);
  assert.match(
    out,
    new RegExp(`${60 - before.length} made, 0 .* ${before.length} unchanged`, 'u'),
  );
  assert.ok(markdownFiles(content).length === 60 && markdownFiles(content).every(whole));
  assert.deepEqual(
    readdirSync(content).filter((name) => name.endsWith('.part')),
    [],
  );
});

/** A WordPress export with items `[link, name, day, more elements]`. */
function createExport(items: readonly (readonly string[])[]): string {
  const posts = items.map(
    ([link, name, day, more = '']) => `<item><title>The ${name}</title><link>${link}</link>
<guid>https://old.example/?p=${name}-${day}</guid><content:encoded><![CDATA[Words of the ${name}.]]></content:encoded>
<wp:post_date>${day} 10:00:00</wp:post_date><wp:post_date_gmt>${day} 10:00:00</wp:post_date_gmt>
<wp:post_name>${name}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${more}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"><channel><title>Old</title><link>https://old.example</link><language>en</language>${posts.join('')}</channel></rss>`;
}

test('imports a WordPress export with all kinds of permalinks as content files without problems', async (t) => {
  const { content, sources } = createFolders(t);
  const source = join(sources, 'export.xml');
  const at = (path: string) => `https://old.example${path}`;
  const town = '<category domain="category" nicename="town">Town</category>';
  const items = [
    [at('/2024/03/05/quay/'), 'quay', '2024-03-05', town],
    [at('/2024/03/06/quay/'), 'quay', '2024-03-06'],
    [at('/2024/03/07/CRANE'), 'crane', '2024-03-07'],
    [at('/archives/12'), 'ferry', '2024-03-08'],
    [at('/?p=13'), 'buoy', '2024-03-09'],
    [at('/2024/03/11/'), 'list', '2024-03-11'],
    // Each has the future address of the other.
    [at('/2024/03/13/tide/'), 'dune', '2024-03-12'],
    [at('/2024/03/12/dune/'), 'tide', '2024-03-13'],
    // Two with the same old address.
    [at('/same/'), 'first', '2024-03-14'],
    [at('/same/'), 'second', '2024-03-15'],
    [at('/2024/03/16/%EB%B6%80%EB%91%90/'), '%eb%b6%80%eb%91%90', '2024-03-16'],
    [at('/2024/03/17/bad%e2/'), 'bad', '2024-03-17'],
  ];
  writeFileSync(source, createExport(items));
  writeFileSync(join(content, 'publication.yaml'), 'sections: [World]\n');
  const { outcome, out } = await run(content, source);
  assert.equal(outcome, 'done', out);
  const aliasesOf = (name: string) =>
    [...readFileSync(join(content, name), 'utf8').matchAll(/^ {2}- (\/.*)$/gmu)].map(
      ([, alias]) => alias,
    );
  assert.deepEqual(
    markdownFiles(content)
      .map((name) => [name, ...aliasesOf(name)])
      .toSorted(),
    [
      ['bad.md'],
      ['buoy.md'],
      ['crane.md'],
      ['dune.md'],
      ['ferry.md', '/archives/12'],
      ['first.md', '/same/'],
      ['list.md', '/2024/03/11/'],
      ['quay-2.md', '/2024/03/06/quay/'],
      ['quay.md'],
      ['second.md'],
      ['tide.md'],
      ['부두.md'],
    ],
  );
  assert.deepEqual(await problemsIn(t, content), []);
  const again = await run(content, source);
  assert.match(again.out, /^0 made, 0 updated, 12 unchanged/u);
  rmSync(join(content, '_imports.json'));
  const lost = await run(content, source);
  assert.match(lost.out, /^0 made, 0 updated, 12 unchanged/u);
});

test('writes a page of an export to pages/ only in a content folder', async (t) => {
  const { content, sources } = createFolders(t);
  const source = join(sources, 'export.json');
  const page = { id: 1, title: 'About', slug: 'about', type: 'page', status: 'published' };
  const posts = [{ ...page, html: '<p>We.</p>', published_at: '2024-03-05T10:00:00Z' }];
  writeFileSync(source, JSON.stringify({ db: [{ meta: {}, data: { posts } }] }));
  const listed = join(sources, 'listed');
  mkdirSync(listed);
  writeFileSync(join(listed, 'publication.yaml'), 'name: Listed\n');
  mkdirSync(join(sources, 'other'));
  writeFileSync(join(sources, 'other', 'publication.yaml'), 'name: Other\n');
  const old = join(sources, 'other', 'old');
  for (const [to, hasPages] of [
    [content, true],
    [join(content, 'old'), false],
    [listed, true],
    [old, false],
  ] as const)
    assert.equal((await requestOf(content, source, '--to', to)).hasPages, hasPages, to);
  for (const [to, file] of [
    [listed, 'pages/about.md'],
    [old, 'about.md'],
  ] as const) {
    const { outcome, out } = await run(content, source, '--to', to);
    assert.equal(outcome, 'done', out);
    assert.ok(existsSync(join(to, file)), `${to}: ${out}`);
  }
  assert.deepEqual(await problemsIn(t, listed), []);
});

test('uses the sections of the target folder', async (t) => {
  const { content, sources } = createFolders(t);
  const post = join(sources, 'quay.md');
  writeFileSync(post, '---\ntitle: Quay\ndate: 2024-03-05\ncategory: Town\n---\n\nWords.\n');
  writeFileSync(join(content, 'publication.yaml'), 'sections: [World]\n');
  const open = join(sources, 'open');
  const listed = join(sources, 'listed');
  mkdirSync(join(listed, 'imports'), { recursive: true });
  writeFileSync(join(listed, 'publication.yaml'), 'sections: [Town]\n');
  const imports = join(listed, 'imports');
  for (const [to, sections] of [
    [content, ['World']],
    [open, []],
    [listed, ['Town']],
    [imports, ['Town']],
  ] as const) {
    const { site } = await requestOf(content, post, '--to', to);
    const names = site.publication.sections.flatMap(({ names }) => Object.values(names));
    assert.deepEqual(names, sections, to);
  }
  for (const [to, line] of [
    [content, 'topics:\n  - Town'],
    [imports, 'section: Town'],
  ] as const) {
    const { outcome, out } = await run(content, post, '--to', to);
    assert.equal(outcome, 'done', out);
    assert.match(readFileSync(join(to, 'quay.md'), 'utf8'), new RegExp(`\n${line}\n`, 'u'));
  }
  writeFileSync(join(listed, 'publication.yaml'), 'sections: [Town\n');
  await assert.rejects(requestOf(content, post, '--to', listed), {
    name: 'CommandError',
    message: /publication\.yaml:\d+:\d+ /u,
  });
});

test('refuses a file that cannot be opened, and says what to do', async (t) => {
  if (process.platform !== 'linux') return t.skip('names are UTF-8 on this system');
  const { content, sources } = createFolders(t);
  const post = '---\ntitle: A crane\ndate: 2026-02-03\n---\n\nIt moves.\n';
  writeFileSync(join(sources, 'crane.md'), post);
  writeFileSync(
    Buffer.concat([Buffer.from(`${sources}/br`), Buffer.from([0xff, 0x2e, 0x6d, 0x64])]),
    post,
  );
  const { outcome, out } = await run(content, sources);
  assert.equal(outcome, 'failed', out);
  assert.match(out, /br\uFFFD\.md {2}refused: its name is not UTF-8; rename it/u);
  assert.match(out, /^1 made.* 1 refused/mu);
});
