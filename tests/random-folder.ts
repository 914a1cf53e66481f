import sharp from 'sharp';
import type { FileContent } from './test-site.ts';

/** Numbers from 0 to 1, the same each time (mulberry32). */
export function* randomNumbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    yield ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** An article of the folder. */
interface Draft {
  title: string;
  date: string;
  section: string;
  topics: string[];
  text: string;
  link?: string;
  picture?: true;
  correction?: string;
  draft?: true;
  korean?: string;
  author?: string;
  story?: string;
  kind?: string;
  updated?: true;
  alias?: string;
}

const sections = ['World', 'City', 'Science'];
const topics = ['Roads', 'Water', 'Peace', '한강'];
const authors = ['Kim Ha-neul', 'Jane Roe'];
const stories = ['The new bridge', 'Flood of 2026'];
const kinds = ['analysis', 'opinion', 'interview'];
const words = ['bridge', 'quay', 'river', 'council', 'harbour', 'treaty', 'flood', 'fair'];

const picture = (background: string) =>
  sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .png()
    .toBuffer();

function toFiles(drafts: ReadonlyMap<string, Draft>): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [name, own] of drafts) {
    const { title, date, section, topics, text, link, picture, correction, draft, korean } =
      own;
    const { author, story, kind, updated, alias } = own;
    const target = link !== undefined && drafts.has(link) ? ` See [another](${link}.md).` : '';
    files[`${name}.md`] = [
      '---',
      `title: ${title}`,
      `date: ${date}`,
      `section: ${section}`,
      `topics: [${topics.join(', ')}]`,
      ...(picture ? ['image: { file: ./shared.png, alt: A view, credit: Jane Roe }'] : []),
      ...(correction ? ['corrections:', `  - { date: ${date}, text: ${correction} }`] : []),
      ...(draft ? ['draft: true'] : []),
      ...(author ? [`authors: [${author}]`] : []),
      ...(story ? [`story: ${story}`] : []),
      ...(kind ? [`kind: ${kind}`] : []),
      ...(updated ? ['updated: 2026-05-30'] : []),
      ...(alias ? [`aliases: [/old/${alias}/]`] : []),
      '---',
      '',
      `## Part of ${name}\n\n${text}${target}`,
      '',
    ].join('\n');
    if (korean !== undefined) files[`${name}.ko.md`] = `---\ntitle: ${korean}\n---\n\n본문.\n`;
  }
  return files;
}

/** A component that prints `text` below each article. */
const footer = (text: string) => `---
import ArticleFooter from 'dateline/components/ArticleFooter.astro';
const { page } = Astro.props;
---
<p>${text}: {page.headline}</p>
<ArticleFooter page={page} />
`;

/** A content folder that changes at random, in the same way each time. */
export interface RandomFolder {
  readonly files: () => Record<string, FileContent>;
  /** Changes something; returns a description. */
  readonly change: () => Promise<string>;
}

export interface RandomOptions {
  /** The same number gives the same folder and changes; default: `SEED` of the environment. */
  readonly seed?: number;
  /** Whether articles and settings may contain errors. */
  readonly mistakes?: boolean;
  /** Whether there is a theme, beside the content folder, whose components change. */
  readonly theme?: boolean;
}

/** Of the environment. */
export const defaultSeed = Number(process.env['SEED'] ?? 12);

export async function createRandomFolder({
  seed = defaultSeed,
  mistakes = false,
  theme = false,
}: RandomOptions = {}): Promise<RandomFolder> {
  const random = randomNumbers(seed);
  const below = (count: number) => Math.floor(random.next().value * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const day = () => `2026-0${1 + below(5)}-${String(1 + below(28)).padStart(2, '0')}`;
  const sentence = () => `${pick(words)} ${pick(words)} ${pick(words)}.`;
  const drafts = new Map<string, Draft>();
  let count = 0;
  const add = () => {
    count += 1;
    drafts.set(`${pick(words)}-${count}`, {
      title: `${pick(words)} ${count}`,
      date: day(),
      section: pick(sections),
      topics: [pick(topics)],
      text: sentence(),
    });
  };
  for (let n = 0; n < 10; n += 1) add();
  const settings: Record<string, string> = {
    name: 'name: The Series',
    languages: 'languages: [en, ko]',
    sections: `sections: [${sections.join(', ')}]`,
    pageSize: 'pageSize: 10',
    ...(theme ? { theme: 'theme: { folder: ../theme }' } : {}),
  };
  const yaml = () => `${Object.values(settings).join('\n')}\n`;
  const others: Record<string, FileContent> = {
    'shared.png': await picture('#357'),
    ...(theme ? { '../theme/style.css': 'p { hyphens: manual }\n' } : {}),
  };
  const any = () => drafts.get(pick([...drafts.keys()])) as Draft;
  const edit = (create: () => Partial<Draft>) => () => {
    Object.assign(any(), create());
  };
  const set = (name: string, create: () => string) => () => {
    settings[name] = create();
  };
  const remove = () => {
    if (drafts.size > 6) drafts.delete(pick([...drafts.keys()]));
  };
  const rename = () => {
    const name = pick([...drafts.keys()]);
    drafts.set(`${name}-again`, drafts.get(name) as Draft);
    drafts.delete(name);
  };
  const repaint = async () => {
    others['shared.png'] = await picture(pick(['#357', '#735', '#573']));
  };
  const changes: Readonly<Record<string, () => void | Promise<void>>> = {
    'an edited text': edit(() => ({ text: sentence() })),
    'a new article': add,
    'a deleted article': remove,
    'a renamed article': rename,
    'another headline': edit(() => ({ title: `${pick(words)} ${sentence()}` })),
    'another date': edit(() => ({ date: day() })),
    'another section': edit(() => ({ section: pick(sections) })),
    'other topics': edit(() => ({ topics: [pick(topics), pick(topics)] })),
    'a link': edit(() => ({ link: pick([...drafts.keys()]) })),
    'a translation': edit(() => ({ korean: `다리 ${count}` })),
    'no translation': () => {
      delete any().korean;
    },
    'a picture': edit(() => ({ picture: true })),
    'no picture of an article': () => {
      delete any().picture;
    },
    'another picture in a file': repaint,
    'another author': edit(() => ({ author: pick(authors) })),
    'a running story': edit(() => ({ story: pick(stories) })),
    'another kind of work': edit(() => ({ kind: pick(kinds) })),
    'an update': edit(() => ({ updated: true })),
    'an old address': edit(() => ({ alias: `${pick(words)}-${below(1000)}` })),
    'another page': () => {
      const about = `---\ntitle: About\n---\n\n${sentence()}\n`;
      if (below(4) === 0) delete others['pages/about.md'];
      else others['pages/about.md'] = about;
    },
    'a correction': edit(() => ({ correction: `It was a ${pick(words)}` })),
    'a draft': edit(() => ({ draft: true })),
    'another name': set('name', () => `name: The ${pick(words)}`),
    'another order of sections': set(
      'sections',
      () => `sections: [${sections.reverse().join(', ')}]`,
    ),
    'another accent': set(
      'theme',
      () =>
        `theme: { ${theme ? 'folder: ../theme, ' : ''}accent: "${pick(['#113355', '#553311'])}" }`,
    ),
    'other extras': set('extras', () => `extras: [${pick(['card', 'search', 'markdown'])}]`),
  };
  const ofTheme: typeof changes = {
    'another component': () => {
      others['../theme/components/ArticleFooter.astro'] = footer(pick(words));
    },
    'no component': () => {
      delete others['../theme/components/ArticleFooter.astro'];
    },
    'another style sheet': () => {
      others['../theme/style.css'] = `p { hyphens: ${pick(['manual', 'auto', 'none'])} }\n`;
    },
  };
  const mistaken: typeof changes = {
    'an invalid date': edit(() => ({ date: 'soon' })),
    'a section that is not listed': edit(() => ({ section: 'Weather' })),
    'a broken link': edit(() => ({ text: `${sentence()} [Gone](nowhere-${below(3)}.md)` })),
    'a link to a heading': edit(() => {
      const name = pick([...drafts.keys()]);
      return { text: `[Part](/${name}.md#part-of-${pick([name, 'nothing'])})` };
    }),
    'a title that cannot be read': edit(() => ({ title: '"open' })),
    'a file without text': edit(() => ({ text: '' })),
    'an article moved into a folder': () => {
      const name = pick([...drafts.keys()]);
      drafts.set(`${pick(['town', 'old/town'])}/${name}`, drafts.get(name) as Draft);
      drafts.delete(name);
    },
    'another name of a folder': () => {
      for (const [name, draft] of [...drafts])
        if (name.startsWith('town/')) {
          drafts.delete(name);
          drafts.set(`new-${name}`, draft);
        }
    },
    'a note of a picture': () => {
      others['shared.png.yaml'] = `credit: ${pick(words)}\nalt: ${sentence()}\n`;
    },
    'an invalid picture': () => {
      others['shared.png'] = 'text';
    },
    'no picture': () => {
      delete others['shared.png'];
    },
    'a link to a document': edit(() => {
      others['plan.txt'] = sentence();
      return { text: '[The plan](plan.txt)' };
    }),
    'a mistake in the settings': set('pageSize', () => `pageSize: ${pick(['many', '10'])}`),
    'other languages': set(
      'languages',
      () => `languages: [${pick(['en, ko', 'ko, en', 'en', 'en, ko, de'])}]`,
    ),
  };
  const snapshot = () => {
    const before = structuredClone({ drafts, settings, others });
    return () => {
      drafts.clear();
      for (const [name, draft] of before.drafts) drafts.set(name, draft);
      for (const name of Object.keys(settings)) delete settings[name];
      for (const name of Object.keys(others)) delete others[name];
      Object.assign(settings, before.settings);
      Object.assign(others, before.others);
    };
  };
  let sound: (() => void) | undefined;
  const possible = {
    ...changes,
    ...(theme ? ofTheme : {}),
    ...(mistakes ? mistaken : {}),
  };
  // As from a pack of cards, so that each change comes before another one comes again.
  let pack: string[] = [];
  const draw = () => {
    if (pack.length === 0) pack = Object.keys(possible);
    return pack.splice(below(pack.length), 1)[0] as string;
  };
  return {
    files: () => ({ 'publication.yaml': yaml(), ...others, ...toFiles(drafts) }),
    change: async () => {
      if (sound && below(10) < 6) {
        sound();
        sound = undefined;
        return 'corrected mistakes';
      }
      const name = draw();
      if (name in mistaken) sound ??= snapshot();
      await possible[name]?.();
      return name;
    },
  };
}

/** The changed files of a folder; null for a removed one. */
export function changedFiles(
  before: Record<string, FileContent>,
  now: Record<string, FileContent>,
): Record<string, FileContent> {
  const changed = Object.entries(now).filter(([file, content]) => before[file] !== content);
  const gone = Object.keys(before).filter((file) => !(file in now));
  return Object.fromEntries([...changed, ...gone.map((file) => [file, null])]);
}
