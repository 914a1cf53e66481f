import assert from 'node:assert/strict';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { temporaryFolder } from '../src/hosting/temporary-folder.ts';
import { buildSite, type FileContent, hashFiles } from './test-site.ts';

const long = process.env['LONG_TESTS'] === '1';
const steps = long ? 200 : 25;

/** Numbers from 0 to 1, the same each time (mulberry32). */
function* randomNumbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    yield ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** An article as the series writes it. */
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
}

const sections = ['World', 'City', 'Science'];
const topics = ['Roads', 'Water', 'Peace', '한강'];
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
      '---',
      '',
      `## Part of ${name}\n\n${text}${target}`,
      '',
    ].join('\n');
    if (korean !== undefined) files[`${name}.ko.md`] = `---\ntitle: ${korean}\n---\n\n본문.\n`;
  }
  return files;
}

test(`after each of ${steps} random changes a build is a clean build, byte for byte`, async (t) => {
  const random = randomNumbers(Number(process.env['SEED'] ?? 12));
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
  };
  const yaml = () => `${Object.values(settings).join('\n')}\n`;
  const others: Record<string, FileContent> = { 'shared.png': await picture('#357') };
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
    'another picture in a file': repaint,
    'a correction': edit(() => ({ correction: `It was a ${pick(words)}` })),
    'a draft': edit(() => ({ draft: true })),
    'another name': set('name', () => `name: The ${pick(words)}`),
    'another order of sections': set(
      'sections',
      () => `sections: [${sections.reverse().join(', ')}]`,
    ),
    'another accent': set(
      'theme',
      () => `theme: { accent: "${pick(['#113355', '#553311'])}" }`,
    ),
    'other extras': set('extras', () => `extras: [${pick(['card', 'search', 'markdown'])}]`),
  };
  const all = () => ({ 'publication.yaml': yaml(), ...others, ...toFiles(drafts) });
  let written: Record<string, FileContent> = all();
  const site = await buildSite(t, written);
  assert.equal(site.code, 0, site.stderr);
  const folder = await temporaryFolder(t);
  for (let step = 1; step <= steps; step += 1) {
    const name = pick(Object.keys(changes));
    await changes[name]?.();
    const next: Record<string, FileContent> = all();
    const changed = Object.entries(next).filter(([file, content]) => written[file] !== content);
    const gone = Object.keys(written).filter((file) => !(file in next));
    const files = Object.fromEntries([...changed, ...gone.map((file) => [file, null])]);
    written = next;
    const built = await site.rebuild(files);
    const at = `step ${step}, ${name}`;
    assert.equal(built.code, 0, `${at}: ${built.stderr}`);
    // What is compiled of the code is the same: to compile it 200 times proves nothing.
    const cacheDir = join(folder, 'cache');
    await rm(cacheDir, { recursive: true, force: true });
    await cp(join(site.cacheDir, 'code'), join(cacheDir, 'code'), { recursive: true });
    const clean = await built.buildClean({ CACHE_DIR: cacheDir });
    assert.equal(clean.code, 0, `${at}: ${clean.stderr}`);
    assert.deepEqual(await built.hashes(), await clean.hashes(), at);
    const [beside, cleanBeside] = [built.outDir, clean.outDir].map((dir) => `${dir}-hosting`);
    assert.deepEqual(await hashFiles(beside ?? ''), await hashFiles(cleanBeside ?? ''), at);
    await rm(clean.outDir, { recursive: true, force: true });
  }
});
