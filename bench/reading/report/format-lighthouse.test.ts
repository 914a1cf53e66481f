import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatLighthouse } from './format-lighthouse.ts';

test('scores are medians, and audits state in how many rounds they failed', () => {
  const judge = (round: number, performance: number, ...late: number[]) => ({
    site: 'dateline' as const,
    page: 'front',
    round,
    machineSpeed: 1000,
    scores: { performance, accessibility: 100, 'best-practices': 100, seo: 100 },
    shortfalls: late.map((score) => ({
      category: 'performance' as const,
      audit: 'speed-index',
      title: 'Speed Index',
      score,
      value: `${score} s`,
      details: undefined,
    })),
  });
  const lines = formatLighthouse([judge(1, 90, 0.5), judge(2, 99, 0.9), judge(3, 100)]).split(
    '\n',
  );
  assert.match(lines[2] ?? '', /dateline \| front \| +99 \| +100 \| +100 \| 100 \| +1000/u);
  assert.match(lines.at(-1) ?? '', /speed-index \| 0\.5 s *\| +0\.50 \| 2 of 3/u);
});
