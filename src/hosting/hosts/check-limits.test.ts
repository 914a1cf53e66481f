import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type HostName, hostNames } from '../../content/settings/host-names.ts';
import type { HostedSite } from '../../security/hosted-site.ts';
import { checkLimits } from './check-limits.ts';
import { hostLimits } from './host-limits.ts';
import { measureSite, type SiteFile } from './measure-site.ts';

const site: HostedSite = {
  basePath: '/',
  policy: "default-src 'none'",
  hsts: false,
  precompress: [],
  redirects: [],
  lowerCase: true,
};

/** Files of one kind: `3 markdown of 100 bytes`. */
function some(count: number, kind: string, size = 1000, ending = ''): SiteFile[] {
  return Array.from({ length: count }, (_, index) => ({
    file: `${kind}/${index}/${kind}${ending}`,
    ...{ size, kind },
  }));
}

function findings(files: readonly SiteFile[], host: HostName, own: Partial<HostedSite> = {}) {
  return checkLimits(measureSite(files, { ...site, host, ...own }), host).map(
    ({ message, cure }) => `${message}; ${cure}`.replace(/ \(https:[^)]+\)/u, ''),
  );
}

describe('a site that is below the limits', () => {
  for (const host of hostNames)
    test(`${host} takes it`, () => {
      assert.deepEqual(findings(some(1000, 'article'), host), []);
    });

  test('is reported from 90 % on', () => {
    assert.deepEqual(findings(some(17_999, 'article'), 'cloudflare-pages'), []);
    assert.deepEqual(findings(some(18_000, 'article'), 'cloudflare-pages'), [
      '18,000 files, 90 % of what cloudflare-pages takes; pages of articles are 18,000 files; choose a host that takes more; cloudflare-pages-paid takes 100,000 files',
    ]);
  });
});

describe('the settings that bring a site below a limit', () => {
  const files = [
    ...some(9000, 'article'),
    ...some(9000, 'markdown'),
    ...some(9001, 'card'),
    ...some(1, 'front'),
    ...some(10, 'search'),
  ];

  test('are those that are enough alone', () => {
    assert.deepEqual(findings(files.slice(0, 21_000), 'cloudflare-pages'), [
      'expected at most 20,000 files for cloudflare-pages, got 21,000; without Markdown versions (`extras` without `markdown`): 12,000 files; without share cards of articles (`extras` without `card`): 18,000 files; with one file for each article (`hosting: {files: one}`): about 9,000 files; cloudflare-pages-paid takes 100,000 files',
    ]);
  });

  test('are several together if none is enough alone', () => {
    const more = [...files, ...some(9000, 'article', 500, '.br'), ...some(20, 'feed')];
    assert.deepEqual(
      findings(more, 'cloudflare-pages').map((line) => line.split('; ')[1]),
      [
        'without compressed files (no `precompress`), without Markdown versions (`extras` without `markdown`): 18,032 files',
      ],
    );
  });

  test('say what is left if no setting is enough', () => {
    assert.deepEqual(
      findings([...some(25_000, 'article'), ...some(3, 'day')], 'vercel').map((line) =>
        line.split('; ').slice(1),
      ),
      [
        [
          'without the days of all years (`extras` without `days`): 25,000 files',
          'pages of articles are 25,000 files',
          'choose a host that takes more',
        ],
      ],
    );
  });

  test('say how many bytes are left', () => {
    const large = [...some(900, 'article', 1_000_000), ...some(200, 'markdown', 1_000_000)];
    assert.deepEqual(findings(large, 'github-pages'), [
      'expected at most 1.00 GB for github-pages, got 1,100,000,000; without Markdown versions (`extras` without `markdown`): 900.0 MB',
    ]);
  });
});

describe('other limits', () => {
  const one = (file: string, size: number): SiteFile[] => [{ file, size, kind: 'asset' }];

  test('name the largest file', () => {
    assert.deepEqual(findings(one('assets/film.mp4', 30_000_000), 'cloudflare-workers'), [
      'expected at most 26,214,400 bytes of a file for cloudflare-workers, got 30,000,000: assets/film.mp4; publish this file elsewhere, and link to it',
    ]);
  });

  test('count the bytes of a path', () => {
    const file = `2026/01/06/${'한'.repeat(340)}/index.html`;
    assert.deepEqual(findings(one(file, 1), 's3'), [
      `expected at most 1,024 bytes of a path for s3, got 1,042: ${file}; give it a shorter \`slug\``,
    ]);
  });

  test('count folders where the host does', () => {
    assert.deepEqual(
      findings(some(100_100, 'article'), 'gitlab-pages').map((line) => line.split('; ')[0]),
      ['expected at most 200,000 files and folders for gitlab-pages, got 200,201'],
    );
  });

  test('name the fullest folder', () => {
    const files = Array.from({ length: 54_001 }, (_, n) => one(`assets/${n}.webp`, 1)).flat();
    assert.deepEqual(
      findings(files, 'netlify').map((line) => line.split('; ')[0]),
      ['expected at most 54,000 files in one folder for netlify, got 54,001: assets/'],
    );
  });

  test('say how many redirects the host does not get', () => {
    const redirects = (count: number) => ({
      redirects: Array.from({ length: count }, (_, n) => ({
        from: `/old/${n}/`,
        to: `/new/${n}/`,
      })),
    });
    const rules = (count: number, host: HostName) => findings([], host, redirects(count));
    assert.deepEqual(rules(1799, 'cloudflare-pages'), []);
    assert.equal(rules(1800, 'cloudflare-pages').length, 1);
    assert.deepEqual(rules(2300, 'cloudflare-pages'), [
      'expected at most 2,000 redirects for cloudflare-pages, got 2,300; 300 have no rule there; old addresses of pages redirect by their pages',
    ]);
    assert.match(rules(1100, 'gitlab-pages').join(), /100 have no rule/u);
  });

  test('name the longest header', () => {
    assert.match(
      findings([], 'cloudflare-pages', { policy: 'x'.repeat(2000) }).join(),
      /2,000 characters of a header for cloudflare-pages, got 2,025; use fewer origins/u,
    );
  });
});

test('every limit has a source of its host, and a number', () => {
  for (const { limits } of Object.values(hostLimits))
    for (const { max, source } of Object.values(limits)) {
      assert.ok(Number.isSafeInteger(max) && max > 0);
      assert.match(source, /^https:\/\/[\w.-]+\.(?:com|aws)\//u);
    }
});
