import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnusablePicture } from './prepared-picture.ts';
import { sanitiseVector } from './sanitise-vector.ts';

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
const rebuilt = (inside: string) =>
  sanitiseVector(svg(inside))
    .replace(/^<svg[^>]*>/u, '')
    .replace(/<\/svg>$/u, '');

const stays = [
  '<path d="M0 0L9 9" fill="url(#a)" stroke="#123"></path>',
  '<g style="fill:red;filter:url(\'#b\')" aria-label="See image (left)"></g>',
  '<use href="#a"></use>',
  '<image href="data:image/png;base64,iVBORw0KGgo="></image>',
  '<style>path { fill: red }</style>',
  '<text x="1">Words &#x26; &#x3C;more> 한</text>',
  '<circle r="5"><animate attributeName="r" to="9"></animate></circle>',
];
for (const inside of stays) {
  test(`keeps ${inside}`, () => assert.equal(rebuilt(inside), inside));
}

const goes: readonly [from: string, to: string][] = [
  ['<!-- words --><?xml-stylesheet href="https://a.example/x.css"?><g/>', '<g></g>'],
  [
    '<metadata><x/></metadata><sodipodi:view xmlns:sodipodi="x"/><g i:k="1" xmlns:i="i"/>',
    '<g></g>',
  ],
  ['<a href="javascript:alert(1)"><rect/></a>', '<rect></rect>'],
  ['<rect><set attributeName="href" to="javascript:alert(1)"/></rect>', '<rect></rect>'],
  ['<rect><animate attributeName="xlink:href" to="x"/></rect>', '<rect></rect>'],
  ['<rect><animate attributeName=" href " to="x"/></rect>', '<rect></rect>'],
  ['<style>path { fill<!-- a -->: <x/>red }</style>', '<style>path { fill: red }</style>'],
  ['<g><![CDATA[<script>1</script>]]></g>', '<g>&#x3C;script>1&#x3C;/script></g>'],
];
for (const [from, to] of goes) {
  test(`turns ${from} into ${to}`, () => assert.equal(rebuilt(from), to));
}

const refused: readonly [what: string, inside: string, says: RegExp][] = [
  ['a script', '<script>1</script>', /a <script>/u],
  [
    'a script by another prefix',
    '<x:script xmlns:x="http://www.w3.org/2000/svg"/>',
    /x:script/u,
  ],
  ['a script in a link', '<a><SCRIPT/></a>', /SCRIPT/u],
  ['an event handler', '<g onload="1"/>', /onload/u],
  ['an event handler by a prefix', '<g ev:onclick="1" xmlns:ev="e"/>', /onclick/u],
  ['a page', '<foreignObject><p/></foreignObject>', /foreignObject/u],
  ['an external file', '<use href="https://a.example/x.svg#a"/>', /another file/u],
  ['an external picture', '<image xlink:href="//a.example/x.png"/>', /another file/u],
  [
    'a picture that is a document',
    '<image href="data:image/svg+xml;base64,AAAA"/>',
    /another file/u,
  ],
  ['an obfuscated URL', '<use href="java&#115;cript:alert(1)"/>', /another file/u],
  ['an external style sheet', '<style>@import "x.css";</style>', /@import/u],
  ['a style split by a comment', '<style>@im<!-- -->port "x.css";</style>', /@import/u],
  ['a style split by CDATA', '<style>@im<![CDATA[port]]> "x.css";</style>', /@import/u],
  ['a style split by a processing instruction', '<style>u<?a?>rl(x)</style>', /url/u],
  ['a style split by an element', '<style>u<x/>rl(x)</style>', /url/u],
  ['a style split by a link', '<style>u<a/>rl(x)</style>', /url/u],
  ['an external fill', '<path fill="url(https://a.example/x#a)"/>', /url/u],
  ['an escaped word in a style', '<path style="fill:\\75rl(x)"/>', /loads/u],
  ['entities', '<g/>]><!ENTITY a "b">', /entities/u],
  ['an unclosed element', '<g>', /not well-formed XML/u],
  ['deep nesting', `${'<g>'.repeat(300)}${'</g>'.repeat(300)}`, /levels/u],
  ['nesting that overflows the stack', '<g>'.repeat(90_000), /not well-formed XML|levels/u],
];
for (const [what, inside, says] of refused) {
  test(`rejects ${what}`, () => {
    assert.throws(
      () => sanitiseVector(svg(inside)),
      (error) => error instanceof UnusablePicture && says.test(error.got) && error.cure !== '',
    );
  });
}

test('a style with many spaces takes little time', () => {
  const started = performance.now();
  rebuilt(`<style>a{fill:url(${' '.repeat(200_000)}#a)}</style>`);
  assert.ok(performance.now() - started < 2000);
});

test('rejects what is not a drawing', () => {
  for (const text of ['', 'words', '<html><svg/></html>', '<svg/><svg/>'])
    assert.throws(() => sanitiseVector(text), UnusablePicture);
});

test('replaces metadata', () => {
  const text = sanitiseVector(svg('<metadata>old</metadata>'), '<r:R xmlns:r="r">new</r:R>');
  assert.match(
    text,
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="300" height="150"><metadata><r:R xmlns:r="r">new<\/r:R><\/metadata><\/svg>$/u,
  );
});

test('a drawing has at most 100,000 elements, including its root', () => {
  const drawing = (count: number) =>
    svg(`<g>${'<b/>'.repeat(count - 2)}</g>`, 'width="9" height="9"');
  assert.match(sanitiseVector(drawing(100_000)), /^<svg/u);
  assert.throws(
    () => sanitiseVector(drawing(100_001)),
    (error) =>
      error instanceof UnusablePicture &&
      error.got === 'an SVG with more than 100,000 elements' &&
      error.cure === 'save it as PNG or WebP',
  );
});
