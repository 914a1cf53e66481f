import assert from 'node:assert/strict';
import { test } from 'node:test';
import naughtyStrings from 'big-list-of-naughty-strings' with { type: 'json' };
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { removeCommentsIn } from '../../src/content/fields/check-plain-text.ts';
import { cleanText } from '../../src/content/fields/clean-text.ts';
import { renderMarkdown } from '../../src/content/markdown/render-markdown.ts';
import { testOptions } from '../support/markdown-options.ts';
import { type Files, sharedSite } from '../test-site.ts';
import { faultOf } from './allowed-markup.ts';
import { hostileFields, printedFields } from './hostile-content.ts';
import { parseElements } from './parse-elements.ts';

const strings = naughtyStrings.filter((text) => cleanText(text) !== '');

/** The most bytes of strings in one article, because each of its fields contains all of them. */
const maxBytes = 800;
const groups: string[][] = [];
let bytes = Number.POSITIVE_INFINITY;
for (const text of strings) {
  bytes += Buffer.byteLength(text);
  if (bytes > maxBytes) {
    groups.push([]);
    bytes = Buffer.byteLength(text);
  }
  groups.at(-1)?.push(text);
}

test('a naughty string in a text becomes only elements that articles may have', () => {
  for (const text of naughtyStrings) {
    const { html } = renderMarkdown(text, testOptions).rendered;
    const faults = parseElements(html.join(' href="/x/"')).flatMap(
      (element) => faultOf(element) ?? [],
    );
    assert.deepEqual(faults, [], text);
  }
});

test('a naughty string in a field and in a code block is shown unchanged', async (t) => {
  const files: Record<string, string> = {};
  for (const [n, group] of groups.entries()) {
    const front = hostileFields(group.join(' · '), n + 1, 'World').replace(
      /^image: [^\n]*\n/mu,
      '',
    );
    const listing = `~~~~~~~~\n${group.join('\n')}\n~~~~~~~~\n`;
    files[`case-${n + 1}.md`] = `${front}\n${listing.replaceAll('\0', '')}`;
  }
  const site = await sharedSite(t, files satisfies Files);
  const withoutPicture = printedFields.filter(
    (field) => !/^(?:caption|alternative|creator|credit|picture|licence|changes)/u.test(field),
  );
  const scripts = new Set<number>();
  for (const [n, group] of groups.entries()) {
    const document = parse(await site.read(`2026/01/06/case-${n + 1}/index.html`));
    const text = plain(textOf(document));
    scripts.add(elementsOf(document).filter(({ tagName }) => tagName === 'script').length);
    for (const string of group) assert.ok(text.includes(plain(cleanText(string))), string);
    for (const field of withoutPicture) {
      const words = cleanText(removeCommentsIn(`${field}: ${group.join(' · ')}`));
      assert.ok(text.includes(plain(words)), `case-${n + 1} ${words}`);
    }
  }
  assert.equal(scripts.size, 1, 'pages differ in their number of scripts');
});

/** White space becomes one space; typographic marks, which some fields get, are removed. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/["'“”‘’.…–—-]|\p{Cc}/gu, '')
    .replace(/\s+/gu, ' ');
}

function elementsOf(parent: Tree.ParentNode): Tree.Element[] {
  return parent.childNodes.flatMap((node) =>
    'tagName' in node ? [node, ...elementsOf(node)] : [],
  );
}

function textOf(parent: Tree.ParentNode): string {
  return parent.childNodes
    .map((node) => ('value' in node ? node.value : 'childNodes' in node ? textOf(node) : ''))
    .join('');
}
