import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeHtml } from './parse-raw-html.ts';

const cases: readonly (readonly [string, string])[] = [
  ['<b>', '<b>'],
  ['<!-- a -->', '<!-- a -->'],
  ['<!-- a', '<!-- a-->'],
  ['<!-- a --', '<!-- a -->'],
  ['<![CDATA[><!--]]>', '<![CDATA[><!--]]>-->'],
  ['<!X>', '<!X>'],
  ['<!X>wo', '<!X>wo       '],
  ['<!X>a<b>', '<!X>a<b>       '],
  ['<!DOCTYPE>wo', '<!DOCTYPE>wo'],
  ['<?a ?>', '<?a ?>'],
  ['<?a', '<?a>'],
  ['<?><b c="?>', '<?><b c="?>">'],
  ["<b c='", "<b c=''>"],
  ['<b c', '<b c>'],
  ['</b', '</b>'],
  ['<svg><![CDATA[a', '<svg><![CDATA[a]]>'],
  ['<b></b> <', '<b></b> <'],
  ['<plaintext><!--', '<plaintext><!--'],
  ['<script><!--', '<script><!--'],
  ['<wbr><!--', '<wbr><!-->'],
];

for (const [raw, complete] of cases)
  test(`completes ${raw}`, () => assert.equal(completeHtml(raw), complete));
