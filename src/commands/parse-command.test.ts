import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type CommandName, commandTable } from './command-table.ts';
import { formatHelp } from './format-help.ts';
import { findSwallowed, parseCommand } from './parse-command.ts';

const rejected: readonly [name: CommandName, given: string[], reason: RegExp][] = [
  ['check', ['--sinc', 'a'], /--sinc: is not an option; did you mean --since\?/],
  ['check', ['--since'], /--since: expected FILE after it/],
  ['check', ['--since', '--strict'], /--since: expected FILE after it/],
  ['check', ['--since='], /--since: expected FILE after it/],
  ['check', ['--links=of'], /expected --links, --links=online, got "of"/],
  ['check', ['--strict=yes'], /expected --strict alone, got "yes"/],
  ['check', ['-strict'], /-s: is not an option/],
  ['check', ['--content'], /--content: is not an option/],
  ['check', ['a.md'], /takes no arguments, got "a\.md"/],
  ['start', ['--prot', '80'], /--prot: is not an option; PORT is a setting/],
  ['build', ['--content-dir', 'x'], /CONTENT_DIR is a setting, as in CONTENT_DIR=…/],
  ['dev', ['--open'], /--open: is not an option/],
  ['build', ['--allow-emty'], /did you mean --allow-empty\?/],
  ['build', ['OUT_DIR=x'], /takes no arguments, got "OUT_DIR=x"; settings come from/],
  ['preview', ['--hlep'], /did you mean --help\?/],
  ['import', ['--titel', 'x'], /did you mean --title\?/],
  ['hosting', ['nginx', '--outt', 'x'], /did you mean --out\?/],
  ['new', ['--language', 'ko'], /did you mean --lang\?/],
  ['check', ['--rights=cvs'], /got "cvs"; did you mean --rights=csv\?/],
  ['check', ['--links=onlin'], /did you mean --links=online\?/],
];

describe('arguments', () => {
  for (const [name, given, reason] of rejected) {
    test(`rejects ${name} ${given.join(' ')}`, () => {
      assert.throws(() => parseCommand(name, given), { name: 'CommandError', message: reason });
    });
  }

  const accepted: readonly [given: string[], options: object][] = [
    [[], {}],
    [['--strict'], { strict: true }],
    [['--since', 'a.json'], { since: 'a.json' }],
    [['--since=a=b.json'], { since: 'a=b.json' }],
    [['--rights'], { rights: true }],
    [['--rights=csv'], { rights: 'csv' }],
    [['--links'], { links: true }],
    [['--links=online', '--allow-private'], { links: 'online', 'allow-private': true }],
  ];
  for (const [given, options] of accepted)
    test(`parses check ${given.join(' ')}`, () =>
      assert.deepEqual(parseCommand('check', given).options, options));

  test('a list may be given in several options', () => {
    const { options } = parseCommand('init', ['--lang', 'ko', '--yes', '--lang=en,ja']);
    assert.deepEqual(options, { lang: 'ko,en,ja', yes: true });
    assert.deepEqual(parseCommand('new', ['--lang', 'ko', '--lang', 'en']).options, {
      lang: 'en',
    });
  });

  test('what follows -- is not an option', () => {
    assert.deepEqual(parseCommand('new', ['--', '--help', 'x']).operands, ['--help', 'x']);
  });

  for (const name of Object.keys(commandTable) as CommandName[]) {
    test(`${name} --help lists every option and setting`, () => {
      assert.equal(parseCommand(name, ['--help', 'x']).options['help'], true);
      const help = formatHelp(name);
      for (const option of Object.keys(commandTable[name].options))
        assert.match(help, new RegExp(`^  --${option}\\b`, 'mu'));
      for (const setting of commandTable[name].settings)
        assert.match(help, new RegExp(`^  ${setting}=`, 'mu'));
    });
  }

  test('the usage line shows values, and brackets around optional arguments', () => {
    const usage = (name: CommandName) => formatHelp(name).split('\n')[0] ?? '';
    assert.match(usage('bench'), / \[--json FILE\]/u);
    assert.match(usage('build'), / \[--quiet\] \[--verbose\] \[--json\]$/u);
    assert.match(usage('deploy-delta'), /^npm run deploy-delta -- --since FILE \[--quiet\] /u);
  });

  test('finds an option that npm kept', () => {
    assert.equal(findSwallowed('check', { npm_config_strict: 'true' }), 'strict');
    assert.equal(findSwallowed('check', { npm_config_links: 'online' }), 'links');
    assert.equal(findSwallowed('check', { npm_config_allow_private: '' }), undefined);
    assert.equal(findSwallowed('build', { npm_config_json: 'true' }), undefined);
  });
});
