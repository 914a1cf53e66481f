import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { readContentFile } from '../../content/article/read-content-file.ts';
import type { Note } from '../draft.ts';
import { formatContentFile } from '../write/format-content-file.ts';
import { decodeHtml } from './decode-html.ts';
import { countWords, visibleText } from './page-words.ts';
import { readHtml } from './read-html.ts';

const cases = new URL('../cases/', import.meta.url);
const pages = readdirSync(cases).filter(
  (name) => name.startsWith('html-') && existsSync(new URL(`${name}/expected.md`, cases)),
);

/** Words of a page that are neither on the rendered page nor in the report. */
async function lostWords(page: string | Uint8Array, shown: string, contentType?: string) {
  const file = { source: 'a.html', bytes: Buffer.from(page), url: 'https://a.example/x' };
  const options = { pictures: false, timeZone: 'UTC' };
  const { drafts } = await readHtml({ ...file, ...(contentType && { contentType }) }, options);
  const [draft] = drafts;
  assert.ok(draft, 'no draft');
  const keyOf = (text: string) => createHash('sha256').update(text).digest('hex');
  const settings = { path: 'a.md', file: 'a.md', languages: ['en'], nesting: 100, keyOf };
  const { rendered } = readContentFile(Buffer.from(formatContentFile(draft)), settings);
  const { title = '', summary, image } = draft.fields;
  const fields = [title, summary, image?.caption, image?.credit, image?.alt].join(' ');
  const notes = draft.notes.filter(({ field }) => field === 'dropped' || field === 'title');
  const quoted = notes.filter(({ message }) => !/, from |after the headline/u.test(message));
  const reported = `${quoted.map(({ message }) => message).join(' ')} ${fields}`;
  const found = countWords(`${rendered?.text} ${reported}`);
  const lost = [...countWords(shown)].flatMap(([word, count]) =>
    (found.get(word) ?? 0) < count ? [word] : [],
  );
  return { lost, draft };
}

/**
 * Words that a content file has in another form: footnote numbers, words before a credit,
 * entities, letters that are adjacent only visually, readings of single characters.
 */
const markers: Readonly<Record<string, readonly string[]>> = {
  'html-drop-cap-said-twice': ['IItt'],
  'html-ruby': ['大', 'おお', '阪', 'さか'],
  'html-footnotes': ['1', '2'],
  'html-table-figure-credit': ['Photo'],
  'html-entities-in-headline': ['amp', '8217'],
};

for (const name of pages)
  test(`imports or reports every word of ${name}`, async () => {
    const bytes = readFileSync(new URL(`${name}/input.html`, cases));
    const { contentType } = JSON.parse(
      readFileSync(new URL(`${name}/options.json`, cases), 'utf8'),
    );
    const html = decodeHtml(bytes, contentType)?.text ?? '';
    const shown = visibleText(unified().use(rehypeParse).parse(html));
    const { lost } = await lostWords(bytes, shown, contentType);
    assert.deepEqual(lost, markers[name] ?? []);
  });

/** Seeded random numbers from 0 to 1. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const names =
  'story promo sponsor related-text read-more newsletter footer comments share social meta tags byline teaser sidebar widget popular ad entry lead box x'.split(
    ' ',
  );
const alphabets = [
  'abcdefghijklmnopqrstuvwxyz',
  '가나다라마바사아자차카타파하',
  'абвгдежзиклмнопрст',
  'ابتثجحخدذرزسش',
  'あかさたなはまやらわ',
];

/** A generated page, and all words that it shows. */
function inventPage(seed: number): { html: string; shown: string; prose: string[] } {
  const random = createRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const alphabet = [...pick(alphabets)];
  const words: string[] = [];
  const prose: string[] = [];
  const word = () => {
    // Some words repeat, as in any text.
    const text =
      random() < 0.2
        ? pick(alphabet).repeat(2)
        : Array.from({ length: 3 + below(6) }, () => pick(alphabet)).join('');
    words.push(text);
    return text;
  };
  const line = (count: number) => Array.from({ length: count }, word).join(' ');
  const inline = (count: number): string => {
    const before = line(count);
    const middle = pick([
      () => '',
      () => `<b>${word()}</b>`,
      () => `<a href="/${below(9)}">${line(2)}</a>`,
      () => `<a rel="tag" href="/t">${word()}</a>`,
      () => `<span class="${pick(names)}">${word()}</span>`,
      () => `<br>${word()}`,
      () => `<sub>${word()}</sub>`,
      () => `<code>${word()}</code>`,
      () => `<time>${word()}</time>`,
    ])();
    return `${before} ${middle} ${line(1)}`;
  };
  const sentence = () => `${inline(9 + below(20))}.`;
  const paragraph = () => {
    const from = words.length;
    const text = sentence();
    prose.push(...words.slice(from));
    return `<p${pick(['', '', ` class="${pick(names)}"`])}>${text}</p>`;
  };
  const item = () =>
    random() < 0.5
      ? `<li>${inline(1 + below(3))}</li>`
      : `<li><a href="/l">${line(2)}</a></li>`;
  const list = (tag: string) =>
    `<${tag} class="${pick(names)}">${Array.from({ length: 1 + below(5) }, item).join('')}</${tag}>`;
  const block = (depth: number): string => {
    const kinds: (() => string)[] = [
      paragraph,
      paragraph,
      paragraph,
      () => list('ul'),
      () => list('ol'),
      () => `<h${2 + below(4)}>${line(1 + below(5))}</h2>`,
      () => `<aside><p>${sentence()}</p>${list('ul')}</aside>`,
      () => `<dl><dt>${line(2)}</dt><dd>${inline(4)}</dd></dl>`,
      () => `<blockquote><p>${sentence()}</p><footer>${line(2)}</footer></blockquote>`,
      () =>
        `<table><tr><th>${line(1)}<th>${line(2)}</tr><tr><td><p>${line(2)}</p><p>${line(1)}</p><td>${list('ul')}</tr></table>`,
      () =>
        `<figure><img src="/${below(99)}.jpg" alt=""><figcaption>${line(4)}</figcaption></figure>`,
      () => `<pre>${line(3)}\n  ${line(2)}</pre>`,
      () => `<p>${pick(['5 March 2024', '2024-03-05', '2019년 3월 5일'])}</p>`,
      () => `<form><label>${line(2)}</label><button>${word()}</button></form>`,
      () => `<div hidden>${line(3)}</div>`,
      () => `<details><summary>${line(3)}</summary>${paragraph()}</details>`,
      () => `<footer><p>${inline(3)}</p></footer>`,
      () => `<header><p class="${pick(names)}">${line(5)}</p></header>`,
      () => `<div>${inline(5)}</div>`,
      () => inline(4),
      () => `<nav>${list('ul')}</nav>`,
      () => `<div class="${pick(names)}">${blocks(3, depth + 1)}</div>`,
      () => `<section id="${pick(names)}">${blocks(3, depth + 1)}</section>`,
      () => `<noscript>${line(3)}</noscript>`,
      () => `<div>${line(1)}<p>${line(2)}</p>${line(1)}</div>`,
      () => `<p>${word()} <b>${word()}</b> <i>${word()} <b>${word()}</b></i></p>`,
      () => `<center><font>${line(3)}</font></center>`,
      () => `<h1>${line(3)}<button>${line(2)}</button></h1>`,
    ];
    return depth > 3 ? paragraph() : pick(kinds)();
  };
  const blocks = (count: number, depth = 0) =>
    Array.from({ length: count }, () => block(depth)).join('\n');
  const head = () => (random() < 0.7 ? `<h1>${line(5)}</h1>` : '');
  const frames: (() => string)[] = [
    () => `<article>${head()}${blocks(8)}</article>`,
    () => `<main>${head()}<article>${blocks(8)}</article>${blocks(2)}</main>`,
    () => `<div id="content">${head()}${blocks(8)}</div>`,
    () => `${head()}${blocks(8)}`,
    () =>
      `<main>${blocks(1)}${[1, 2, 3].map(() => `<article>${blocks(2)}</article>`).join('')}</main>`,
    () => `<table><tr><td>${list('ul')}<td>${head()}${blocks(6)}</table>`,
  ];
  const body = `<header>${list('ul')}</header>${pick(frames)()}${random() < 0.5 ? `<aside>${blocks(2)}</aside>` : ''}<footer>${line(6)}</footer>`;
  const title = `Q${below(1000)}`;
  return {
    html: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="date" content="2024-03-05"><title>${title}</title><body>${body}</body></html>`,
    shown: words.join(' '),
    prose,
  };
}

const first = Number(process.env['SEED'] ?? 1);
const count = Number(process.env['PAGES'] ?? 80);

test(`imports or reports every word of ${count} generated pages, prose in the text or as doubtful`, async () => {
  for (let seed = first; seed < first + count; seed++) {
    const { html, shown, prose } = inventPage(seed);
    const { lost, draft } = await lostWords(html, shown);
    assert.deepEqual(lost, [], `SEED=${seed}\n${html}`);
    const doubtful = draft.notes.filter((note: Note) => note.certainty === 'doubtful');
    const reported = countWords(`${draft.body} ${JSON.stringify(doubtful)}`);
    const missing = prose.filter((text) => !reported.has(text));
    assert.deepEqual(missing, [], `SEED=${seed}\n${html}`);
  }
});
