import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { testView } from '../../../tests/support/test-view.ts';
import { createPublication } from '../edition/create-publication.ts';
import { asFirst, type PicturePlace, pictureAt } from './picture-view.ts';
import { toPictureHtml } from './reference-html.ts';
import type { PictureInfo } from './view-context.ts';

const files = (ending: string) =>
  [480, 960, 1600].map((width) => ({ name: `k-${width}.${ending}`, width }));
const photo: PictureInfo = {
  kind: 'picture',
  name: 'k.jpg',
  width: 1600,
  height: 1200,
  sources: [
    { type: 'image/avif', files: files('avif') },
    { type: 'image/webp', files: files('webp') },
  ],
  tone: 'sky',
};
const moving: PictureInfo = {
  kind: 'picture',
  name: 'm.gif',
  width: 200,
  height: 100,
  sources: [
    { type: 'image/webp', media: '(m)', files: [{ name: 'm-still.webp', width: 200 }] },
    { type: 'image/webp', files: [{ name: 'm-200.webp', width: 200 }] },
  ],
};
const drawing: PictureInfo = {
  kind: 'picture',
  name: 'd.png',
  width: 24,
  height: 24,
  sources: [{ type: 'image/svg+xml', files: [{ name: 'd.svg', width: 24 }] }],
};
const assets = new Map(Object.entries({ 'k.jpg': photo, 'm.gif': moving, 'd.svg': drawing }));

const { publication } = createPublication([testContentFile('a.md')], testSettings(''), {
  now: Date.parse('2026-12-31'),
  drafts: true,
  files: new Set(assets.keys()),
});
const { context } = testView({ publication, basePath: '/base/' });

function view(
  path: string,
  { alt = 'A "quay"', place }: { alt?: string; place?: PicturePlace } = {},
) {
  const asset = assets.get(path);
  assert.ok(asset);
  const targets = { [path]: { kind: 'file' as const, asset, suffix: '' } };
  const picture = pictureAt(context, targets, path, { alt, ...(place ? { place } : {}) });
  assert.ok(picture, path);
  return picture;
}

test('a photograph has formats and widths, is lazy, and links to its largest file', () => {
  assert.equal(
    toPictureHtml(view('k.jpg'), { linked: false }),
    '<a class="enlarge" href="/base/assets/k.jpg"><picture>' +
      '<source type="image/avif" srcset="/base/assets/k-480.avif 480w,/base/assets/k-960.avif 960w,/base/assets/k-1600.avif 1600w" sizes="auto,(min-width:42em) 38em,92vw">' +
      '<source type="image/webp" srcset="/base/assets/k-480.webp 480w,/base/assets/k-960.webp 960w,/base/assets/k-1600.webp 1600w" sizes="auto,(min-width:42em) 38em,92vw">' +
      '<img src="/base/assets/k.jpg" width="1600" height="1200" alt="A &quot;quay&quot;" class="tone-sky" loading="lazy" decoding="async">' +
      '</picture></a>',
  );
});

test('an animation has a still for reduced motion', () => {
  assert.equal(
    toPictureHtml(view('m.gif'), { linked: false }),
    '<a class="enlarge" href="/base/assets/m.gif"><picture>' +
      '<source type="image/webp" media="(m)" srcset="/base/assets/m-still.webp">' +
      '<source type="image/webp" srcset="/base/assets/m-200.webp">' +
      '<img src="/base/assets/m.gif" width="200" height="100" alt="A &quot;quay&quot;" class="tone-none" loading="lazy" decoding="async">' +
      '</picture></a>',
  );
});

test('a drawing links to itself', () => {
  assert.equal(view('d.svg').large, '/base/assets/d.svg');
});

test('the first picture of a page is not lazy and has the width of its place', () => {
  const html = toPictureHtml(asFirst(view('k.jpg')), { linked: true });
  assert.match(html, /sizes="\(min-width/u);
  assert.match(html, / fetchpriority="high"/u);
  assert.doesNotMatch(html, /lazy|auto|enlarge/u);
});

test('a decorative picture has no link, since the link would have no name', () => {
  assert.doesNotMatch(toPictureHtml(view('k.jpg', { alt: '' }), { linked: false }), /<a /u);
});

test('a small place has no large files', () => {
  const widths = (place: PicturePlace) => view('k.jpg', { place }).sources?.[0]?.srcset;
  assert.equal(widths('row'), '/base/assets/k-480.avif');
  assert.match(widths('card') ?? '', /960w$/u);
});
