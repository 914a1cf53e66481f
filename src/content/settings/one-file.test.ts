import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatProblem } from '../../system/problems/format-problem.ts';
import { parsePublication } from './publication-settings.ts';

function parse(yaml: string) {
  const { publication, problems } = parsePublication(yaml, 'publication.yaml', 'test');
  const { pageSize, extras, feeds, precompress } = publication ?? assert.fail(`${problems}`);
  return {
    settings: { pageSize, extras, feeds, precompress },
    lines: problems.map(formatProblem),
  };
}

test('each article is one file: no Markdown, large lists, feeds of sections only', () => {
  assert.deepEqual(parse('hosting: {files: one}'), {
    settings: {
      pageSize: 400,
      extras: ['card', 'search', 'days'],
      feeds: ['sections'],
      precompress: [],
    },
    lines: [],
  });
});

test('what the publication gives counts', () => {
  const yaml = 'hosting: {files: one}\npageSize: 50\nextras: [search]\nfeeds: [topics]\n';
  assert.deepEqual(parse(yaml), {
    settings: { pageSize: 50, extras: ['search'], feeds: ['topics'], precompress: [] },
    lines: [],
  });
});

test('what would be another file for each article is a warning with its line', () => {
  const yaml =
    'hosting: {files: one}\nextras: [card, markdown]\nprecompress: [br, gz]\ncards: {newest: 10}\n';
  const { settings, lines } = parse(yaml);
  assert.deepEqual(settings.extras, ['card']);
  assert.deepEqual(settings.precompress, []);
  assert.deepEqual(lines, [
    'publication.yaml:2:16  warning: extras.1: expected no file besides the page of an article, got `markdown`; remove it, or `files: one` in `hosting`',
    'publication.yaml:3:14  warning: precompress: expected no compressed files, got "br, gz"; remove it, or `files: one` in `hosting`',
    'publication.yaml:4:8  warning: cards: expected no share cards of articles, got a number of them; remove it, or `files: one` in `hosting`',
  ]);
});

test('without it, nothing changes', () => {
  const yaml = 'hosting: {files: all}\nprecompress: [gz]\n';
  assert.deepEqual(parse(yaml).settings, { ...parse('precompress: [gz]').settings });
  assert.equal(parse(yaml).settings.pageSize, 24);
});
