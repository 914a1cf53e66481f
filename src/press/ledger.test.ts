import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { bucketOf } from '../system/cache/bucket.ts';
import {
  isLargeLedger,
  keepPressLedger,
  loadPressLedger,
  type PressLedger,
  type PrintedSheet,
} from './ledger.ts';

const name = 'publications/one/ledger';

function newCache(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function sheet(key: string): PrintedSheet {
  return { kind: 'article', key, parts: {}, files: [] };
}

function ledgerOf(count: number): PressLedger {
  const sheets = Array.from(
    { length: count },
    (_, index) => [`${index}/index.html`, sheet(`key ${index}`)] as const,
  );
  return { code: 'code', shared: { settings: 'abc' }, sheets: new Map(sheets) };
}

function inodesIn(cacheDir: string): Map<string, number> {
  const folder = join(cacheDir, name);
  return new Map(readdirSync(folder).map((file) => [file, statSync(join(folder, file)).ino]));
}

test('a ledger comes back as it was kept; one changed sheet changes one file and the head', async (t) => {
  const cacheDir = newCache(t);
  const none = loadPressLedger(cacheDir, name);
  assert.deepEqual(none, { code: '', shared: {}, sheets: new Map() });
  const ledger = ledgerOf(3500);
  await keepPressLedger(cacheDir, name, ledger, none);
  const first = loadPressLedger(cacheDir, name);
  const inOrder = ({ sheets, ...rest }: PressLedger) => ({
    ...rest,
    sheets: [...sheets].sort(),
  });
  assert.deepEqual(inOrder(first), inOrder(ledger));
  assert.equal(isLargeLedger(cacheDir, name), true);
  const before = inodesIn(cacheDir);
  assert.equal(before.size, 5);
  const changed = new Map(first.sheets).set('7/index.html', sheet('new'));
  await keepPressLedger(cacheDir, name, { ...first, sheets: changed }, first);
  const after = inodesIn(cacheDir);
  assert.deepEqual(
    [...after]
      .filter(([file, inode]) => before.get(file) !== inode)
      .map(([file]) => file)
      .sort(),
    [`4-${bucketOf('7/index.html', 4)}.json`, 'head.json'],
  );
  assert.equal(loadPressLedger(cacheDir, name).sheets.get('7/index.html')?.key, 'new');
});

test('a damaged file loses its own sheets only, and is written again', async (t) => {
  const cacheDir = newCache(t);
  const ledger = ledgerOf(3500);
  await keepPressLedger(cacheDir, name, ledger, loadPressLedger(cacheDir, name));
  const part = bucketOf('7/index.html', 4);
  writeFileSync(join(cacheDir, name, `4-${part}.json`), 'damaged');
  const left = loadPressLedger(cacheDir, name);
  assert.deepEqual(
    [...left.sheets.keys()].sort(),
    [...ledger.sheets.keys()].filter((file) => bucketOf(file, 4) !== part).sort(),
  );
  await keepPressLedger(cacheDir, name, { ...left, sheets: ledger.sheets }, left);
  assert.equal(loadPressLedger(cacheDir, name).sheets.size, 3500);
});

test('a ledger that grows or shrinks has no files of the other size', async (t) => {
  const cacheDir = newCache(t);
  for (const count of [3500, 100, 9000, 0]) {
    const before = loadPressLedger(cacheDir, name);
    await keepPressLedger(cacheDir, name, ledgerOf(count), before);
    assert.equal(loadPressLedger(cacheDir, name).sheets.size, count);
    const parts = { 3500: 4, 100: 1, 9000: 16, 0: 1 }[count] ?? 0;
    assert.equal(inodesIn(cacheDir).size, parts + 1);
  }
});
