import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanCaptions } from './clean-captions.ts';

/** The text of one cue, and what captions and transcript have of it. */
const texts: readonly [written: string, vtt: string, words: string][] = [
  ['Plain & simple', 'Plain &amp; simple', 'Plain & simple'],
  ['<i>So</i> <b>what', '<i>So</i> <b>what</b>', 'So what'],
  ['<v.loud Jane Roe>Hello', '<v Jane Roe>Hello</v>', 'Jane Roe: Hello'],
  ['<c.red>red</c> <00:01.500>late', 'red late', 'red late'],
  ['<script>alert(1)</script>Words', 'Words', 'Words'],
  ['<img src=x onerror=alert(1)>Words', 'Words', 'Words'],
  ['<lang ko>한국어</lang>', '<lang ko>한국어</lang>', '한국어'],
  ['&lt;script&gt; --&gt; x', '&lt;script&gt; --&gt; x', '<script> --> x'],
  ['<v "><script>x', '<v "></v>', ''],
  ['a &#60;b&#62; &#0;c', 'a &lt;b&gt; c', 'a <b> c'],
  ['</i>odd</b>', 'odd', 'odd'],
];

for (const [written, vtt, words] of texts) {
  test(`cleans ${written}`, () => {
    const cleaned = cleanCaptions(`WEBVTT\n\n00:01.000 --> 00:02.000\n${written}\n`);
    const expected =
      words === '' ? 'WEBVTT\n' : `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n${vtt}\n`;
    assert.equal(cleaned.vtt, expected);
    assert.deepEqual(cleaned.transcript, words === '' ? [] : [words]);
  });
}

test('keeps settings with plain values only', () => {
  const settings = 'align:start line:10% position:5%,line-left x:y align:"a" size:50%';
  const { vtt } = cleanCaptions(`WEBVTT\n\n1:00:01.000 --> 1:00:02.000 ${settings}\nA\n`);
  assert.match(
    vtt,
    /^01:00:01.000 --> 01:00:02.000 align:start line:10% position:5%,line-left size:50%$/mu,
  );
});

test('reads SubRip, a missing head, a byte order mark and any line ends', () => {
  const srt =
    '\ufeff1\r\n00:00:01,000 --> 00:00:02,500\r\nOne\r\ntwo\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nThree\r\n';
  const { vtt, transcript, faults } = cleanCaptions(srt);
  assert.match(vtt, /^WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nOne\ntwo\n/u);
  assert.deepEqual([transcript, faults], [['One two Three'], []]);
});

test('reports what readers do not get, with its line', () => {
  const { faults, vtt } = cleanCaptions(
    [
      'WEBVTT',
      '',
      'STYLE',
      '::cue { background: url(https://e.example/) }',
      '',
      'NOTE nothing',
      '',
      '00:02.000 --> 00:01.000',
      'Backwards',
      '',
      'No times',
      '',
      '00:05.000 --> 00:06.000',
      'One',
      '<iframe src=x>two',
    ].join('\n'),
  );
  assert.doesNotMatch(vtt, /STYLE|url|NOTE|iframe|Backwards/u);
  assert.deepEqual(
    faults.map(({ line, got }) => [line, got]),
    [
      [3, 'a STYLE block'],
      [8, '"00:02.000 --> 00:01.000"'],
      [11, '"No times"'],
      [15, '"<iframe src=x>"'],
    ],
  );
});

test('begins a paragraph for each speaker and after a pause, and drops repetitions', () => {
  const cue = (start: number, text: string) =>
    `00:${start}.000 --> 00:${start + 1}.000\n${text}`;
  const { transcript } = cleanCaptions(
    [
      ...['WEBVTT', cue(10, '<v Kim>Yes.'), cue(11, '<v Kim>Yes.'), cue(12, '<v Kim>No.')],
      ...[cue(13, '<v Lee>Why?'), cue(30, '<v Lee>Well.'), cue(31, '我们'), cue(32, '走。')],
    ].join('\n\n'),
  );
  assert.deepEqual(transcript, ['Kim: Yes. No.', 'Lee: Why?', 'Lee: Well.', '我们走。']);
});

test('cleans captions of 2 MB in a moment', () => {
  const started = performance.now();
  for (const text of ['<script>', '<', '<v ', '&#', '<i>'].map((part) => part.repeat(200_000)))
    cleanCaptions(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}`);
  assert.ok(performance.now() - started < 10_000);
});
