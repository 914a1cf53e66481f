import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { type TestContext, test } from 'node:test';
import { type BuiltSite, buildSite, projectRoot } from './test-site.ts';

/** An article with a number of old addresses. */
const withAliases = (count: number) =>
  [
    '---',
    'title: The bridge',
    'date: 2026-01-06',
    'aliases:',
    ...Array.from({ length: count }, (_, index) => `  - /old/${index}/`),
    '---',
    '',
    'Text.',
    '',
  ].join('\n');

const settings = 'name: Test\nhosting:\n  host: gitlab-pages\n';

/** Runs a command for the folders of a site. */
async function run(site: BuiltSite, command: string, ...given: string[]) {
  const child = spawn(process.execPath, [`src/commands/${command}.ts`, ...given], {
    cwd: projectRoot,
    env: {
      ...process.env,
      CONTENT_DIR: site.contentDir,
      OUT_DIR: site.outDir,
      CACHE_DIR: site.cacheDir,
      SITE_URL: 'https://news.example',
      NOW: '2026-06-01T12:00:00Z',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, text };
}

const site = (t: TestContext, aliases: number) =>
  buildSite(t, { 'publication.yaml': settings, 'bridge.md': withAliases(aliases) });

test('a build warns before a limit of the host is passed, also when nothing has changed', async (t) => {
  const built = await site(t, 950);
  const warning =
    /^warning: host: 950 redirects, 95 % of what gitlab-pages takes \(https:\/\/docs\.gitlab\.com\/\S+, looked up on \d{4}-\d\d-\d\d\); .*redirect by their pages/mu;
  assert.equal(built.code, 0, built.stderr);
  assert.match(built.stderr, warning);
  const again = await built.rebuild({});
  assert.match(again.stdout, /nothing has changed/u);
  assert.match(again.stderr, warning);
  const checked = await run(built, 'check');
  assert.match(
    checked.text,
    /publication\.yaml:3:9 {2}warning: hosting\.host: 950 redirects, 95 %/u,
  );
  assert.equal(checked.code, 0);
});

test('a limit that is passed is a warning of a build, and an error of a check', async (t) => {
  const built = await site(t, 1050);
  const passed =
    /expected at most 1,000 redirects for gitlab-pages, got 1,050 .*; 50 have no rule there/u;
  assert.equal(built.code, 0, built.stderr);
  assert.match(built.stderr, passed);
  assert.equal((await built.read('_redirects')).trimEnd().split('\n').length, 1001);
  const checked = await run(built, 'check');
  assert.equal(checked.code, 1);
  assert.match(checked.text, /publication\.yaml:3:9 {2}hosting\.host: expected at most 1,000/u);
  assert.match(checked.text, passed);
  const other = await run(built, 'check', '--host', 'cloudflare-pages');
  assert.equal(other.code, 0, other.text);
});

test('the name of another host changes no page, and only the files for hosts', async (t) => {
  const built = await site(t, 1050);
  const before = await built.hashes();
  const moved = await built.rebuild({
    'publication.yaml': settings.replace('gitlab', 'cloudflare'),
  });
  const after = await moved.hashes();
  assert.deepEqual(
    Object.keys(after).filter((file) => after[file] !== before[file]),
    ['_redirects'],
  );
  assert.match(moved.stdout, /Files: 1 printed/u);
});

test('an unknown host is an error with the nearest name', async (t) => {
  const built = await site(t, 0);
  const { code, text } = await run(built, 'build', '--host', 'cloudflare-page');
  assert.equal(code, 1);
  assert.match(
    text,
    /build: --host: expected one of azure-static-web-apps, .*, got "cloudflare-page"; did you mean cloudflare-pages\?/u,
  );
  const wrong = await built.rebuild({ 'publication.yaml': 'hosting: {host: netlfy}\n' });
  assert.equal(wrong.code, 1);
  assert.match(
    wrong.stderr,
    /1:17 {2}hosting\.host: expected one of .*did you mean `netlify`\?/u,
  );
});
