import type { Fields, FieldValue } from '../fields/fields.ts';
import { leaveOut } from '../fields/rename-fields.ts';
import { quote } from '../problems/format-problem.ts';
import type { Problem } from '../problems/problem.ts';
import { parseWrittenDate, type WrittenDate } from './news-date.ts';

/** By what other programs' fields an article is held back, beside `draft` and `date`. */
export interface Holds {
  /** Whether it is a draft; absent where nothing says so. */
  readonly draft?: boolean;
  /** Not published before it. */
  readonly release?: WrittenDate;
  /** Not published from then on. */
  readonly expires?: WrittenDate;
}

/**
 * Fields by which other programs hold back a text (Jekyll, Hugo, Eleventy, Hexo, Ghost, WordPress,
 * Obsidian Publish, Zola). Names without `_`, `-`, spaces and capitals. What is not to be published there is not
 * published here: a field of these that cannot be understood is an error.
 */
const kinds = {
  published: 'publishes',
  publish: 'publishes',
  ispublished: 'publishes',
  public: 'publishes',
  ispublic: 'publishes',
  visible: 'publishes',
  isvisible: 'publishes',
  render: 'publishes',
  listed: 'publishes',
  isdraft: 'hides',
  unpublished: 'hides',
  private: 'hides',
  isprivate: 'hides',
  unlisted: 'hides',
  hidden: 'hides',
  ishidden: 'hides',
  headless: 'hides',
  deleted: 'hides',
  isdeleted: 'hides',
  trashed: 'hides',
  wip: 'hides',
  embargoed: 'hides',
  eleventyexcludefromcollections: 'hides',
  publishdate: 'releases',
  publishat: 'releases',
  publishafter: 'releases',
  publishfrom: 'releases',
  notbefore: 'releases',
  validfrom: 'releases',
  visiblefrom: 'releases',
  postdate: 'releases',
  sperrfrist: 'releases',
  엠바고: 'releases',
  publishon: 'releases',
  publishtime: 'releases',
  publishedat: 'releases',
  publishedon: 'releases',
  publicationdate: 'releases',
  datepublished: 'releases',
  pubdate: 'releases',
  pubdatetime: 'releases',
  scheduled: 'releases',
  scheduledat: 'releases',
  scheduledfor: 'releases',
  scheduleddate: 'releases',
  embargo: 'releases',
  embargountil: 'releases',
  embargodate: 'releases',
  embargoeduntil: 'releases',
  releasedate: 'releases',
  releaseat: 'releases',
  availablefrom: 'releases',
  golive: 'releases',
  golivedate: 'releases',
  expirydate: 'ends',
  expiredate: 'ends',
  expirationdate: 'ends',
  expires: 'ends',
  expiresat: 'ends',
  expireat: 'ends',
  expireon: 'ends',
  notafter: 'ends',
  validuntil: 'ends',
  visibleuntil: 'ends',
  expireson: 'ends',
  expiry: 'ends',
  unpublishdate: 'ends',
  unpublishat: 'ends',
  unpublishon: 'ends',
  availableuntil: 'ends',
  status: 'state',
  poststatus: 'state',
  state: 'state',
  visibility: 'state',
  access: 'state',
  build: 'build',
  permalink: 'permalink',
  password: 'password',
} as const;

type Kind = (typeof kinds)[keyof typeof kinds];

const hiddenStates =
  /^(?:draft|drafts?|private|pending|hidden|unlisted|future|scheduled|trash|trashed|unpublished|internal|members|paid|protected|password|in[ -]?review|review|embargoed|expired|archived|inherit|auto-draft|deleted|wip|초고|초안|임시저장|비공개|下書き|非公開|草稿|未发布|未發佈|entwurf|brouillon|borrador|مسودة)$/iu;

const isYes = (text: string) => /^(?:true|yes|on|1|y)$/iu.test(text);
const isNo = (text: string) => /^(?:false|no|off|0|n|never)$/iu.test(text);

/** What one field says: nothing, a hold, or that it cannot be understood. */
type Said = Holds | 'nothing' | { readonly expected: string };

/** Takes the fields out that hold a text back, and tells of each that does. */
export function readHolds(
  fields: Fields,
  file: string,
): { holds: Holds; rest: Fields; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const taken: string[] = [];
  let holds: Holds = {};
  const written = fields.value['date'];
  const date = typeof written === 'string' ? parseWrittenDate(written) : undefined;
  for (const [path, value] of namedFields(fields.value)) {
    const key = path.at(-1) ?? '';
    const kind = path.length > 1 && key === 'draft' ? 'hides' : kindOf(key);
    if (kind === undefined) continue;
    const said = read(kind, value);
    if (said === 'nothing') continue;
    // An only date is read as `date`, by whatever name.
    if (kind === 'releases' && written === undefined) {
      if (!('expected' in said)) holds = merge(holds, said);
      continue;
    }
    if (path.length === 1) taken.push(key);
    const at = {
      file,
      ...fields.positionOf(path),
      field: path.join('.'),
      got: kind === 'password' ? 'one' : shown(value),
    };
    if ('expected' in said) {
      const cure = 'correct it, or write `draft: true` or `date: …` in its place';
      problems.push({ severity: 'error', ...at, expected: said.expected, cure });
      continue;
    }
    holds = merge(holds, said);
    const told = describe(said, date);
    if (told !== undefined)
      problems.push({ severity: 'warning', ...at, ...told, once: `hold ${key}` });
  }
  return { holds, rest: leaveOut(fields, taken), problems };
}

/** Maps in which Hugo and Zola keep fields of a site's own. */
const ownMaps: ReadonlySet<string> = new Set(['params', 'extra']);

/** All fields by their paths, those in `ownMaps` among them. */
function namedFields(fields: Fields['value']): [path: string[], value: FieldValue][] {
  return Object.entries(fields).flatMap(([key, value]): [string[], FieldValue][] =>
    ownMaps.has(key) && typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value).map(([name, item]) => [[key, name], item])
      : [[[key], value]],
  );
}

function kindOf(key: string): Kind | undefined {
  if (key === 'date' || key === 'draft') return undefined;
  const name = key
    .normalize('NFC')
    .replace(/[_\s-]/gu, '')
    .toLowerCase();
  return Object.hasOwn(kinds, name) ? kinds[name as keyof typeof kinds] : undefined;
}

function read(kind: Kind, value: FieldValue): Said {
  if (kind === 'build') return readBuild(value);
  if (typeof value !== 'string') return 'nothing';
  const text = value.trim();
  if (text === '') return 'nothing';
  switch (kind) {
    case 'publishes': {
      if (isYes(text)) return { draft: false };
      if (isNo(text)) return { draft: true };
      const release = parseWrittenDate(text);
      return release ? { release } : { expected: '`true`, `false` or a date' };
    }
    case 'hides':
      if (isYes(text)) return { draft: true };
      return isNo(text) ? {} : { expected: '`true` or `false`' };
    case 'releases':
    case 'ends': {
      if (isNo(text)) return {};
      const date = parseWrittenDate(text);
      if (date === undefined)
        return { expected: 'a date such as 2026-03-04 or 2026-03-04T09:30+09:00' };
      return kind === 'ends' ? { expires: date } : { release: date };
    }
    case 'state':
      return hiddenStates.test(text) ? { draft: true } : 'nothing';
    case 'permalink':
      return isNo(text) ? { draft: true } : 'nothing';
    case 'password':
      return { draft: true };
  }
}

/** Hugo's `build` and `_build`. */
function readBuild(value: FieldValue): Said {
  if (typeof value === 'string') return isNo(value.trim()) ? { draft: true } : 'nothing';
  if (Array.isArray(value)) return 'nothing';
  const hides = ['render', 'list'].some((key) => {
    const item = value[key];
    return typeof item === 'string' && isNo(item.trim());
  });
  return hides ? { draft: true } : 'nothing';
}

/** Of two holds the stronger one. */
function merge(a: Holds, b: Holds): Holds {
  const draft = a.draft || b.draft || (a.draft ?? b.draft);
  const release = pick(a.release, b.release, (one, other) => one > other);
  const expires = pick(a.expires, b.expires, (one, other) => one < other);
  return {
    ...(draft === undefined ? {} : { draft }),
    ...(release ? { release } : {}),
    ...(expires ? { expires } : {}),
  };
}

function pick(
  a: WrittenDate | undefined,
  b: WrittenDate | undefined,
  isStronger: (a: string, b: string) => boolean,
): WrittenDate | undefined {
  if (!a || !b) return a ?? b;
  const text = ({ day, time = '' }: WrittenDate) => `${day}T${time}`;
  return isStronger(text(a), text(b)) ? a : b;
}

function describe({ draft, release, expires }: Holds, date: WrittenDate | undefined) {
  if (draft) return { expected: '`draft: true`', cure: 'the text is held back as a draft' };
  if (release && (date === undefined || release.day > date.day))
    return { expected: '`date` alone', cure: 'the text is held back until then' };
  if (expires)
    return {
      expected: '`draft: true` from that day on',
      cure: 'the text is held back from then on',
    };
  return undefined;
}

function shown(value: FieldValue): string {
  return typeof value === 'string' ? quote(value) : 'a mapping';
}
