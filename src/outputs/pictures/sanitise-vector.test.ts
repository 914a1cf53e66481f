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
  test(`${inside} stays`, () => assert.equal(rebuilt(inside), inside));
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
  test(`${from} becomes ${to}`, () => assert.equal(rebuilt(from), to));
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
  ['a file of elsewhere', '<use href="https://a.example/x.svg#a"/>', /another file/u],
  ['a picture of elsewhere', '<image xlink:href="//a.example/x.png"/>', /another file/u],
  [
    'a picture that is a document',
    '<image href="data:image/svg+xml;base64,AAAA"/>',
    /another file/u,
  ],
  ['an address in disguise', '<use href="java&#115;cript:alert(1)"/>', /another file/u],
  ['a style of elsewhere', '<style>@import "x.css";</style>', /@import/u],
  ['a style cut by a remark', '<style>@im<!-- -->port "x.css";</style>', /@import/u],
  ['a style cut by CDATA', '<style>@im<![CDATA[port]]> "x.css";</style>', /@import/u],
  ['a style cut by an instruction', '<style>u<?a?>rl(x)</style>', /url/u],
  ['a style cut by an element', '<style>u<x/>rl(x)</style>', /url/u],
  ['a style cut by a link', '<style>u<a/>rl(x)</style>', /url/u],
  ['a fill of elsewhere', '<path fill="url(https://a.example/x#a)"/>', /url/u],
  ['a style that spells words oddly', '<path style="fill:\\75rl(x)"/>', /reaches/u],
  ['entities', '<g/>]><!ENTITY a "b">', /entities/u],
  ['no end', '<g>', /no well-formed XML/u],
  ['endless depth', `${'<g>'.repeat(300)}${'</g>'.repeat(300)}`, /levels/u],
  ['depth that overflows', '<g>'.repeat(90_000), /no well-formed XML|levels/u],
];
for (const [what, inside, says] of refused) {
  test(`${what} is refused`, () => {
    assert.throws(
      () => sanitiseVector(svg(inside)),
      (error) => error instanceof UnusablePicture && says.test(error.got) && error.cure !== '',
    );
  });
}

test('a style of many spaces takes no time', () => {
  const started = performance.now();
  rebuilt(`<style>a{fill:url(${' '.repeat(200_000)}#a)}</style>`);
  assert.ok(performance.now() - started < 2000);
});

test('what is no drawing is refused', () => {
  for (const text of ['', 'words', '<html><svg/></html>', '<svg/><svg/>'])
    assert.throws(() => sanitiseVector(text), UnusablePicture);
});

test('metadata stands in it, whatever was there', () => {
  const text = sanitiseVector(svg('<metadata>old</metadata>'), '<r:R xmlns:r="r">new</r:R>');
  assert.match(
    text,
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="300" height="150"><metadata><r:R xmlns:r="r">new<\/r:R><\/metadata><\/svg>$/u,
  );
});

test('a drawing has at most 100,000 elements, its root among them', () => {
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
