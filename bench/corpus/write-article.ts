import type { Random } from './create-random.ts';
import { createRandom } from './create-random.ts';
import { englishProse } from './english-prose.ts';
import { koreanProse } from './korean-prose.ts';
import type { Prose } from './prose.ts';
import { writeLine } from './prose.ts';
import { sections, topics } from './sections-and-topics.ts';
import { writeBody } from './write-body.ts';

/** A content file of the corpus: its path below the content folder, and its content. */
export interface ArticleFile {
  /** Such as `2024/05/council-approves-ferry-17.md`. */
  readonly path: string;
  readonly content: string;
}

/** Articles are older. */
const lastDay = Date.UTC(2018, 0, 1) + 7 * 365 * 86_400_000;
const authors = ['Ines', 'Tomas', 'Mina', 'Oskar', 'Leila', 'Hugh', 'Sora', 'Petra'].flatMap(
  (first) =>
    ['Marlow', 'Quist', 'Adebar', 'Lindqvist', 'Tanaka'].map((last) => `${first} ${last}`),
) as [string, ...string[]];

/**
 * Creates article number `index` of the corpus `seed`, and for about one in twenty a Korean
 * translation. The result depends only on the two numbers, so a corpus of 1,000 starts with the
 * articles of a corpus of 100. Dates cover `years` years.
 */
export function writeArticle(index: number, seed: number, years = 7): readonly ArticleFile[] {
  const random = createRandom(seed, index);
  const days = years * 365;
  const day = new Date(lastDay + (random.whole(0, days - 1) - days) * 86_400_000)
    .toISOString()
    .slice(0, 10);
  // Addresses are ASCII, so that all tools write them in the same way.
  const title = writeLine(englishProse, englishProse.titles, random);
  const slug = `${title.toLowerCase().replace(/[^a-z]+/gu, '-')}-${index}`;
  const path = `${day.slice(0, 4)}/${day.slice(5, 7)}/${slug}`;
  const shared = writeSharedFields(day, random);

  const english = {
    path: `${path}.md`,
    content: writeContent(englishProse, title, shared, random),
  };
  if (!random.chance(0.05)) return [english];
  const koreanTitle = writeLine(koreanProse, koreanProse.titles, random);
  return [
    english,
    { path: `${path}.ko.md`, content: writeContent(koreanProse, koreanTitle, shared, random) },
  ];
}

function writeContent(
  prose: Prose,
  title: string,
  shared: readonly string[],
  random: Random,
): string {
  const summary = writeLine(prose, prose.patterns, random);
  const fields = [
    `title: ${JSON.stringify(title)}`,
    `summary: ${JSON.stringify(summary)}`,
    ...shared,
  ];
  return `---\n${fields.join('\n')}\n---\n\n${writeBody(prose, random)}`;
}

// A translation repeats these fields: Dateline would inherit them, its peers would not.
function writeSharedFields(day: string, random: Random): string[] {
  const time = `T${String(random.whole(5, 22)).padStart(2, '0')}:30:00Z`;
  return [
    `date: ${day}${random.chance(0.5) ? time : ''}`,
    `section: ${random.pick(sections)}`,
    `topics: [${pickTopics(random).join(', ')}]`,
    `authors: [${random.pick(authors)}]`,
    'image:',
    `  credit: ${random.pick(authors)} via Benchmark Picture Desk`,
  ];
}

function pickTopics(random: Random): string[] {
  const picked = Array.from(
    { length: random.whole(1, 4) },
    () => topics[Math.floor(topics.length * random.next() ** 2)] ?? '',
  );
  return [...new Set(picked)];
}
