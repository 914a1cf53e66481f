import sharp from 'sharp';
import { renderMarkdown } from '../../src/content/markdown/render-markdown.ts';
import { testOptions } from '../support/markdown-options.ts';
import type { Files } from '../test-site.ts';
import { breakouts } from './vectors/breakouts.ts';
import { brokenBytes } from './vectors/characters.ts';
import { fillVector } from './vectors/fill-vector.ts';
import { type NumberedVector, numberedVectors } from './vectors/vector-classes.ts';

/** One article and its content. */
export interface HostileArticle {
  readonly slug: string;
  /** In its text. */
  readonly vectors: readonly NumberedVector[];
  /** The text of each text field of its front matter. */
  readonly words: string;
}

/** The maximum length of the vectors in one article's text. */
const inText = 700;

/** The same for its fields: each contains all of it. */
const inFields = 400;

/** The number of sections; all are in the menu of every page. */
const sections = 6;

/** Vectors that may consume the next one, and are therefore alone. */
const greedy: readonly string[] = [
  'what is never closed',
  'mutation',
  'templates and elements of raw text',
];

/** Numbers of breakouts continue those of the vectors. */
const texts: readonly string[] = [
  ...numberedVectors.map(({ vector, number }) => fillVector(vector, number)),
  ...breakouts.map((text, n) => fillVector(text, numberedVectors.length + n + 1)),
];

/** Every vector is in the text of one article and in each field of one, rarely the same. */
export const hostileArticles: readonly HostileArticle[] = pairUp(
  [
    ...groups(numberedVectors.filter(isTogether), inText, ({ vector }) => vector),
    ...numberedVectors.filter((vector) => !isTogether(vector)).map((vector) => [vector]),
  ],
  groups(texts, inFields, (text) => text).map((group) => group.join(' · ')),
);

const address = (number: number) =>
  `https://v${number}.evil.example/'onclick='pwned(${number})'&quot;%22%3E<`.replace(
    '<',
    '%3C',
  );

/** Front matter in which every possible field is hostile; YAML accepts JSON. */
export function hostileFields(words: string, number: number, section: string): string {
  const url = address(number);
  const say = (field: string) => `${field}: ${words}`;
  const fields = {
    title: say('headline'),
    summary: say('summary'),
    dateline: say('dateline'),
    date: '2026-01-06',
    updated: '2026-02-01',
    section,
    topics: [`${number} ${words.slice(0, 60)}`],
    authors: [{ name: say('author'), url }, say('second author')],
    image: {
      file: './x.png',
      alt: say('alternative'),
      caption: say('caption'),
      credit: {
        creator: say('creator'),
        creatorUrl: url,
        source: say('credit source'),
        sourceUrl: url,
        title: say('picture title'),
        licence: say('licence'),
        licenceUrl: url,
        changes: say('changes'),
      },
    },
    source: { name: say('source'), url, archived: url, published: '2026-01-05' },
    licence: { name: say('text licence'), url },
    translator: say('translator'),
    corrections: [{ date: '2026-01-07', text: say('correction') }],
    keyPoints: [say('key point')],
    canonical: url,
    id: say('id'),
    aliases: [
      `/old/${number}/${words.replace(/[\s\p{C}?#%\\/"<>|*]+|^\.+/gu, '-').slice(0, 40)}-/`,
    ],
  };
  const lines = Object.entries(fields).map(
    ([name, value]) => `${name}: ${JSON.stringify(value)}`,
  );
  return `---\n${lines.join('\n')}\n---\n`;
}

/** The fields that an article's own page prints. */
export const printedFields: readonly string[] = [
  'headline',
  'summary',
  'dateline',
  'author',
  'second author',
  'caption',
  'alternative',
  'creator',
  'credit source',
  'picture title',
  'licence',
  'changes',
  'source',
  'text licence',
  'translator',
  'correction',
  'key point',
];

/** A content folder of hostile articles only, or the same folder with harmless texts. */
export async function hostileContent(harmless = false): Promise<Files> {
  const picture = await sharp({
    create: { width: 8, height: 6, channels: 3, background: '#246' },
  })
    .png()
    .toBuffer();
  const signs = harmless
    ? breakouts.slice(0, 7).map((_, n) => `${n === 6 ? 'كلمات' : 'words'} ${n}`)
    : breakouts;
  const articles = harmless
    ? // Enough for lists of several pages.
      Array.from({ length: 45 }, (_, n) => ({
        slug: `case-${n + 1}`,
        vectors: [],
        words: signs[n] ?? `words ${n}`,
      }))
    : hostileArticles;
  const files: Record<string, string | Uint8Array> = {
    'publication.yaml': publication(signs),
    'x.png': picture,
    'x.jpg': await sharp(picture).jpeg().toBuffer(),
    'pages/about.md': '---\ntitle: About\n---\n\nWords.\n',
  };
  for (const [n, { slug, vectors, words }] of articles.entries()) {
    const body = vectors.map(
      ({ vector, number }) =>
        `## Case ${number}\n\n${fillVector(vector, number)}\n\nAfter ${number}.\n`,
    );
    const front = hostileFields(words, n + 1, sectionOf(signs, n));
    // Contains everything that adds a style sheet to a page.
    const plain = `## Case

Words, \`code\`, [a link](https://example.org/), and a note[^1].

> A quotation

- [ ] A task

| A | B |
| --- | --- |
| 1 | 2 |

[^1]: Its note.
`;
    files[`${slug}.md`] = `${front}\n${body.join('\n') || plain}`;
  }
  if (harmless) return files;
  // File names are not content, but become part of URLs.
  for (const [n, text] of breakouts.entries()) {
    const name = `${n + 1}${text.replace(/[/\0]/gu, '_').slice(0, 60)}`;
    files[`${name}.md`] = '---\ntitle: Name\ndate: 2026-01-06\n---\n\nWords.\n';
  }
  for (const [n, { bytes }] of brokenBytes.entries())
    files[`bytes-${n + 1}.md`] = Buffer.concat([
      Buffer.from('---\ntitle: Bytes\ndate: 2026-01-06\n---\n\nBefore '),
      Buffer.from(bytes),
      Buffer.from('script>pwned(0)</script> after\n'),
    ]);
  return files;
}

/** The fields of rejected articles are never shown. */
function pairUp(
  bodies: readonly (readonly NumberedVector[])[],
  words: readonly string[],
): HostileArticle[] {
  const refused = bodies.filter((vectors) => !vectors.every(isPublished));
  const published = bodies.filter((vectors) => vectors.every(isPublished));
  return Array.from({ length: Math.max(published.length, words.length) }, (_, n) => ({
    vectors: published[n] ?? [],
    words: words[n] ?? `words ${n}`,
  }))
    .concat(refused.map((vectors) => ({ vectors, words: `refused ${vectors[0]?.number}` })))
    .map((article, n) => ({ slug: `case-${n + 1}`, ...article }));
}

function isTogether(vector: NumberedVector): boolean {
  return !greedy.includes(vector.of.name) && isPublished(vector);
}

/** Broken links, missing pictures and NUL bytes are errors. */
function isPublished({ vector, number }: NumberedVector): boolean {
  if (vector.includes('\0')) return false;
  const { rendered: copy, problems } = renderMarkdown(fillVector(vector, number), testOptions);
  return (
    problems.every(({ severity }) => severity !== 'error') &&
    copy.references.every(
      (to) => to.kind === 'caption' || /^(?:\/|\?.*|x\.jpg|https?:\/\/.*)$/u.test(to.address),
    )
  );
}

/** Groups with at most this many characters, or of one item. */
function groups<T>(items: readonly T[], most: number, textOf: (item: T) => string): T[][] {
  const found: T[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const item of items) {
    length += textOf(item).length;
    if (length > most) {
      found.push([]);
      length = textOf(item).length;
    }
    found.at(-1)?.push(item);
  }
  return found;
}

/**
 * `publication.yaml` in which every free text is hostile; other fields have their own test.
 * Each field contains a part of the texts, because all pages print all of it.
 */
function publication(texts: readonly string[]): string {
  const some = (part: number) => texts.filter((_, n) => n % 7 === part).join(' ');
  return [
    `name: ${JSON.stringify({ en: `Name ${some(0)}`, ko: some(1) })}`,
    `tagline: ${JSON.stringify(`${some(2)} ${some(5)}`)}`,
    `description: ${JSON.stringify(some(3))}`,
    `owner: ${JSON.stringify({ name: some(4), url: address(0) })}`,
    'pageSize: 6',
    `contact: ${JSON.stringify(`/x'onerror='pwned(0)/`)}`,
    `licence: ${JSON.stringify({ name: some(6), url: address(0) })}`,
    `policies: ${JSON.stringify({ corrections: `/x'onclick='pwned(0)/`, ethics: address(0) })}`,
    `sections: ${JSON.stringify(
      Array.from({ length: sections }, (_, n) => ({ en: sectionOf(texts, n), ko: texts[n] })),
    )}`,
    '',
  ].join('\n');
}

/** A section has a URL, so it contains a letter. */
function sectionOf(texts: readonly string[], n: number): string {
  const number = n % Math.min(sections, texts.length);
  return `Section ${number} ${texts[number]?.slice(0, 60)}`;
}
