import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { toGithubWorkflow } from './to-github-workflow.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

function jobsOf(text: string): Readonly<Record<'check' | 'publish', readonly Step[]>> {
  const { check, publish } = parse(text).jobs;
  return { check: check.steps, publish: publish.steps };
}

const environmentOf = (steps: readonly Step[]) => steps.find(({ env }) => env)?.env;
const asksGithub = (steps: readonly Step[]) =>
  steps.some(({ uses = '' }) => uses.startsWith('actions/configure-pages@'));

test('builds for the address that the site has', () => {
  const site = { siteUrl: 'https://news.example', basePath: '/국제/' };
  const { publish } = jobsOf(toGithubWorkflow(site));
  assert.deepEqual(environmentOf(publish), {
    SITE_URL: 'https://news.example',
    BASE_PATH: '/국제/',
  });
  assert.equal(asksGithub(publish), false);
});

test('asks GitHub for an address that is not known', () => {
  const { publish } = jobsOf(toGithubWorkflow({ siteUrl: undefined, basePath: '/' }));
  assert.match(environmentOf(publish)?.['SITE_URL'] ?? '', /^\$\{\{ steps\.pages\./u);
  assert.equal(asksGithub(publish), true);
});

test('checks pull requests without the right to publish, and names commands as they are called', () => {
  const text = toGithubWorkflow(
    { siteUrl: undefined, basePath: '/' },
    { remark: 'Mine.', call: (command) => `npx press ${command}` },
  );
  assert.match(text, /^# Mine\.\n/u);
  const { on, permissions, jobs } = parse(text);
  assert.ok('pull_request' in on);
  assert.deepEqual(permissions, { contents: 'read' });
  assert.equal(jobs.check.permissions, undefined);
  const commands = (steps: readonly Step[]) => steps.flatMap(({ run }) => run ?? []);
  const { check, publish } = jobsOf(text);
  assert.deepEqual(commands(check), ['npm ci', 'npx press check', 'npx press build']);
  assert.deepEqual(commands(publish).slice(0, 2), ['npm ci', 'npx press build']);
  // Each step of both jobs is one that exists.
  for (const step of [...check, ...publish])
    assert.match(step.uses ?? step.run ?? '', /^(?:actions\/[\w/-]+@v\d|np[mx] |touch )/u);
});
