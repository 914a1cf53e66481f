import sharp from 'sharp';
import type { ContentFields, FrontMatter } from '../../src/content/article/front-matter.ts';
import { renderMarkdown } from '../../src/content/markdown/render-markdown.ts';
import { testOptions } from '../support/markdown-options.ts';
import type { Files } from '../test-site.ts';
import { breakouts } from './vectors/breakouts.ts';
import { brokenBytes } from './vectors/characters.ts';
import { fillVector } from './vectors/fill-vector.ts';
import { type NumberedVector, numberedVectors } from './vectors/vector-classes.ts';

/** One article. */
export interface HostileArticle {
  readonly slug: string;
  /** The vectors in its text. */
  readonly vectors: readonly NumberedVector[];
  /** Contained in every text field of its front matter; if undefined, it has only a title. */
  readonly words: string | undefined;
}

/** The maximum length of the vectors in the text of an article. */
const maxText = 1400;

/** The maximum length of the vectors in every field of an article. */
const maxWords = 1000;

/** The number of sections. The menu of every page lists all. */
const sections = 6;

/** Each of these has an article to itself, because it may swallow the vector after it. */
const greedy: readonly string[] = [
  'what is never closed',
  'mutation',
  'templates and elements of raw text',
];

/** Vectors and breakouts; the numbers of breakouts follow those of the vectors. */
const texts: readonly string[] = [
  ...numberedVectors.map(({ vector, number }) => fillVector(vector, number)),
  ...breakouts.map((text, n) => fillVector(text, numberedVectors.length + n + 1)),
];

/** Every vector is in the text of one article and in every field of one, usually another. */
export const hostileArticles: readonly HostileArticle[] = pairUp(
  [
    ...groups(numberedVectors.filter(isTogether), maxText, ({ vector }) => vector),
    ...numberedVectors.filter((vector) => !isTogether(vector)).map((vector) => [vector]),
  ],
  groups(texts, maxWords, (text) => text).map((group) => group.join(' · ')),
);

const address = (number: number) =>
  `https://v${number}.evil.example/'onclick='pwned(${number})'&quot;%22%3E<`.replace(
    '<',
    '%3C',
  );

/** Front matter in which every possible field is hostile; YAML accepts JSON. */
export function hostileFields(words: string, number: number, section: string): string {
  const url = address(number);
  const label = (field: string) => `${field}: ${words}`;
  const fields = {
    title: label('headline'),
    summary: label('summary'),
    kicker: label('kicker'),
    story: `${number} ${words.slice(0, 60)}`,
    kind: 'opinion',
    closed: '2026-02-02',
    dateline: label('dateline'),
    date: '2026-01-06',
    updated: '2026-02-01',
    section,
    topics: [`${number} ${words.slice(0, 60)}`],
    authors: [{ name: label('author'), url }, label('second author')],
    image: {
      file: './x.png',
      alt: label('alternative'),
      caption: label('caption'),
      credit: {
        creator: label('creator'),
        creatorUrl: url,
        source: label('credit source'),
        sourceUrl: url,
        title: label('picture title'),
        licence: label('licence'),
        licenceUrl: url,
        changes: label('changes'),
      },
    },
    source: { name: label('source'), url, archived: url, published: '2026-01-05' },
    licence: { name: label('text licence'), url },
    translator: label('translator'),
    corrections: [{ date: '2026-01-07', text: label('correction') }],
    keyPoints: [label('key point')],
    canonical: url,
    id: label('id'),
    aliases: [
      `/old/${number}/${words.replace(/[\s\p{C}?#%\\/"<>|*]+|^\.+/gu, '-').slice(0, 40)}-/`,
    ],
  } satisfies Record<Exclude<keyof FrontMatter, 'card' | 'draft' | 'lang' | 'slug'>, unknown>;
  const lines = Object.entries(fields).map(
    ([name, value]) => `${name}: ${JSON.stringify(value)}`,
  );
  return `---\n${lines.join('\n')}\n---\n`;
}

/** A person with hostile fields, whom no article names. */
function hostilePerson(words: string, number: number): string {
  const url = address(number);
  const label = (field: string) => `${field} ${number}: ${words}`;
  const fields = {
    name: label('name'),
    role: label('role'),
    summary: label('summary'),
    image: { file: '../x.png', alt: label('alternative'), credit: label('credit') },
    contact: [url, `a'onclick='pwned(${number})'&b@evil.example`],
    sameAs: [url],
    aka: [label('aka')],
  } satisfies Pick<ContentFields, 'name' | 'role' | 'summary' | 'sameAs' | 'contact' | 'aka'> &
    Record<string, unknown>;
  const lines = Object.entries(fields).map(
    ([name, value]) => `${name}: ${JSON.stringify(value)}`,
  );
  return `---\n${lines.join('\n')}\n---\n\nWords.\n`;
}

/** A running story with hostile fields and without articles. */
function hostileStory(words: string, number: number): string {
  const label = (field: string) => `${field} ${number}: ${words}`;
  const fields = {
    title: label('headline'),
    summary: label('summary'),
    state: 'closed',
    image: { file: '../x.png', alt: label('alternative'), credit: label('credit') },
    keyPoints: [label('key point')],
    keyDates: [{ date: '2026-01-06', text: label('key date') }],
    corrections: [{ date: '2026-01-07', text: label('correction') }],
  } satisfies Partial<Record<keyof ContentFields, unknown>>;
  const lines = Object.entries(fields).map(
    ([name, value]) => `${name}: ${JSON.stringify(value)}`,
  );
  return `---\n${lines.join('\n')}\n---\n\nWords.\n`;
}

/** The fields that the page of an article shows. */
export const printedFields: readonly string[] = [
  'headline',
  'summary',
  'kicker',
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

/** A content folder of hostile articles, or a similar one with harmless texts. */
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
      Array.from({ length: 30 }, (_, n) => ({
        slug: `case-${n + 1}`,
        vectors: [],
        words: signs[n],
      }))
    : hostileArticles;
  const files: Record<string, string | Uint8Array> = {
    'publication.yaml': publication(signs, harmless ? 6 : 12),
    'x.png': picture,
    'x.jpg': await sharp(picture).jpeg().toBuffer(),
    // Begins with a block, whose style sheet is then linked before the text.
    'pages/about.md': '---\ntitle: About\n---\n\n> [!NOTE]\n> Words.\n',
  };
  for (const [n, { slug, vectors, words }] of articles.entries()) {
    const body = vectors.map(
      ({ vector, number }) =>
        `## Case ${number}\n\n${fillVector(vector, number)}\n\nAfter ${number}.\n`,
    );
    const section = sectionOf(signs, n);
    const front =
      words === undefined
        ? `---\ntitle: Case\ndate: 2026-01-06\nsection: ${JSON.stringify(section)}\n---\n`
        : hostileFields(words, n + 1, section);
    // Contains everything that adds a style sheet to a page.
    const plain = `## Case

Words, \`code\`, [a link](https://example.org/), and a note[^1].

> A quotation

- [ ] A task

:::factbox
Words
:::

:::gallery
![Left](x.png)

![Right](x.jpg)
:::

[A film](https://www.youtube.com/watch?v=aaaaaaaaaaa)

| A | B |
| --- | --- |
| 1 | 2 |

[^1]: Its note.
`;
    files[`${slug}.md`] = `${front}\n${body.join('\n') || plain}`;
  }
  for (const [n, text] of signs.entries()) {
    files[`people/person-${n + 1}.md`] = hostilePerson(text, n + 1);
    files[`stories/story-${n + 1}.md`] = hostileStory(text, n + 1);
  }
  if (harmless) return files;
  // File names become part of URLs.
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

/** Rejected articles have no hostile fields, because nobody sees them. */
function pairUp(
  bodies: readonly (readonly NumberedVector[])[],
  words: readonly string[],
): HostileArticle[] {
  const refused = bodies.filter((vectors) => !vectors.every(isPublished));
  const published = bodies.filter((vectors) => vectors.every(isPublished));
  return Array.from({ length: Math.max(published.length, words.length) }, (_, n) => ({
    vectors: published[n] ?? [],
    words: words[n],
  }))
    .concat(refused.map((vectors) => ({ vectors, words: undefined })))
    .map((article, n) => ({ slug: `case-${n + 1}`, ...article }));
}

function isTogether(vector: NumberedVector): boolean {
  return !greedy.includes(vector.of.name) && isPublished(vector);
}

/** Broken links, missing pictures and NUL bytes are errors. */
function isPublished({ vector, number }: NumberedVector): boolean {
  if (vector.includes('\0')) return false;
  const { rendered, problems } = renderMarkdown(fillVector(vector, number), testOptions);
  return (
    problems.every(({ severity }) => severity !== 'error') &&
    rendered.references.every(
      (to) =>
        !('address' in to) ||
        (to.kind !== 'clip' && /^(?:\/|\?.*|x\.jpg|https?:\/\/.*)$/u.test(to.address)),
    )
  );
}

/** Groups of at most this many characters; a longer item is a group by itself. */
function groups<T>(items: readonly T[], maxLength: number, textOf: (item: T) => string): T[][] {
  const found: T[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const item of items) {
    length += textOf(item).length;
    if (length > maxLength) {
      found.push([]);
      length = textOf(item).length;
    }
    found.at(-1)?.push(item);
  }
  return found;
}

/**
 * `publication.yaml` with hostile text in every field that takes any text; `fields.test.ts` tests
 * the others. Each field contains a part of the texts, because every page shows all fields.
 */
function publication(texts: readonly string[], pageSize: number): string {
  const some = (part: number) => texts.filter((_, n) => n % 7 === part).join(' ');
  return [
    `name: ${JSON.stringify({ en: `Name ${some(0)}`, ko: some(1) })}`,
    `tagline: ${JSON.stringify(`${some(2)} ${some(5)}`)}`,
    `description: ${JSON.stringify(some(3))}`,
    `owner: ${JSON.stringify({ name: some(4), url: address(0) })}`,
    `pageSize: ${pageSize}`,
    `contact: ${JSON.stringify(`/x'onerror='pwned(0)/`)}`,
    `licence: ${JSON.stringify({ name: some(6), url: address(0) })}`,
    `policies: ${JSON.stringify({ corrections: `/x'onclick='pwned(0)/`, ethics: address(0) })}`,
    `sections: ${JSON.stringify(
      Array.from({ length: sections }, (_, n) => ({
        name: { en: sectionOf(texts, n), ko: texts[n] },
        description: texts[n],
        aka: [`Other ${n} ${texts[n]?.slice(0, 60)}`],
      })),
    )}`,
    '',
  ].join('\n');
}

/** A section has a URL, so it must contain a letter. */
function sectionOf(texts: readonly string[], n: number): string {
  const number = n % Math.min(sections, texts.length);
  return `Section ${number} ${texts[number]?.slice(0, 60)}`;
}
