import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMisspelled } from './setting-table.ts';

const misspelled: readonly (readonly [name: string, meant: string])[] = [
  ['CONTENTDIR', 'CONTENT_DIR'],
  ['CONTENT_DIRR', 'CONTENT_DIR'],
  ['CONTNET_DIR', 'CONTENT_DIR'],
  ['content_dir', 'CONTENT_DIR'],
  ['OUTDIR', 'OUT_DIR'],
  ['OUT-DIR', 'OUT_DIR'],
  ['OUTT_DIR', 'OUT_DIR'],
  ['SITEURL', 'SITE_URL'],
  ['SITE_URI', 'SITE_URL'],
  ['BASEPATH', 'BASE_PATH'],
  ['SKIP_INVALDI', 'SKIP_INVALID'],
  ['CACHEDIR', 'CACHE_DIR'],
];
for (const [name, meant] of misspelled) {
  test(`${name} is not a setting; suggests ${meant}`, () => {
    assert.deepEqual(findMisspelled([name], new Set()), [
      `${name}: is not a setting; did you mean ${meant}?`,
    ]);
  });
}

test('ignores variables of other programs', () => {
  const others = [
    ...['PATH', 'PWD', 'HOME', 'HOSTNAME', 'LOGNAME', 'NODE_PATH', 'TMPDIR', 'POST', 'COST'],
    ...['CCACHE_DIR', 'OUTPUT_DIR', 'BASE_URL', 'NODE_ENV', 'CI', 'DIST_DIR', 'XDG_CACHE_HOME'],
    ...['npm_config_cache_dir', 'CONTENT_TYPE', 'CONTENT_LENGTH', 'JAVA_HOME', 'PORTS'],
  ];
  assert.deepEqual(findMisspelled(others, new Set()), []);
});

test('reports short names in .env too', () => {
  const own = ['PROT', 'PORTS', 'NOWW', 'API_TOKEN'];
  assert.deepEqual(findMisspelled(own, new Set(own)), [
    'PROT: is not a setting; did you mean PORT?',
    'PORTS: is not a setting; did you mean PORT?',
    'NOWW: is not a setting; did you mean NOW?',
  ]);
});
