import { parseWrittenDate, type WrittenDate } from '../../language/news-date.ts';
import type { FieldValue } from '../fields/fields.ts';

/** How fields of other programs keep an article unpublished, in addition to `draft` and `date`. */
export interface Holds {
  /** Whether it is a draft. Absent if no field says so. */
  readonly draft?: boolean;
  /** Not published before this time. */
  readonly release?: WrittenDate;
  /** Not published from this time on. */
  readonly expires?: WrittenDate;
}

/**
 * Fields of other programs that keep a text unpublished (Jekyll, Hugo, Eleventy, Hexo, Ghost,
 * WordPress, Obsidian Publish, Zola). Names without `_`, `-`, spaces and capitals. What is not
 * published there is not published here, so a value that cannot be understood is an error.
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
  draft: 'hides',
  isdraft: 'hides',
  unpublished: 'hides',
  private: 'hides',
  isprivate: 'hides',
  unlisted: 'hides',
  hidden: 'hides',
  ishidden: 'hides',
  headless: 'hides',
  protected: 'hides',
  membersonly: 'hides',
  subscribersonly: 'hides',
  premium: 'hides',
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
  releaseon: 'releases',
  availablefrom: 'releases',
  golive: 'releases',
  golivedate: 'releases',
  expirydate: 'ends',
  expire: 'ends',
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
  visibility: 'audience',
  access: 'audience',
  build: 'build',
  permalink: 'permalink',
  password: 'password',
  passphrase: 'password',
  postpassword: 'password',
} as const;

/** The kinds of these fields. */
export type HoldKind = (typeof kinds)[keyof typeof kinds];

const hiddenStates =
  /^(?:drafts?|auto-?draft|private|pending|hidden|unlisted|future|scheduled|trash(?:ed)?|unpublished|internal|members|paid|protected|password|(?:in[ -]?)?review|embargo(?:ed)?|expired|inactive|withdrawn|archived?|inherit|deleted|wip|초고|초안|임시저장|비공개|下書き|非公開|草稿|未发布|未發佈|entwurf|brouillon|borrador|مسودة)$/iu;
const publicAudience =
  /^(?:publish(?:ed)?|public|live|sent|visible|listed|everyone|anyone|all|open|free|default|공개|公開|公开|öffentlich|publique|público|عام)$/iu;

const isYes = (text: string) => /^(?:true|yes|on|1|y)$/iu.test(text);
const isNo = (text: string) => /^(?:false|no|off|0|n|never)$/iu.test(text);
const isNone = (text: string) => isNo(text) || /^none$/iu.test(text);

/** The meaning of one field: nothing, a hold, or a value that cannot be understood. */
export type Said = Holds | 'nothing' | { readonly expected: string };

/** The kind of hold of a field name in any spelling; undefined for other fields. */
export function holdKind(key: string): HoldKind | undefined {
  const name = key
    .normalize('NFC')
    .replace(/[_\s-]/gu, '')
    .toLowerCase();
  return Object.hasOwn(kinds, name) ? kinds[name as keyof typeof kinds] : undefined;
}

/** Reads the value of such a field. `parseDate` parses dates in the forms of the source. */
export function readHoldField(
  kind: HoldKind,
  value: FieldValue,
  parseDate: (text: string) => WrittenDate | undefined = parseWrittenDate,
): Said {
  if (kind === 'build') return readBuild(value);
  if (typeof value !== 'string') return 'nothing';
  const text = value.trim();
  if (text === '') return 'nothing';
  switch (kind) {
    case 'publishes': {
      if (isYes(text)) return { draft: false };
      if (isNo(text)) return { draft: true };
      const release = parseDate(text);
      return release ? { release } : { expected: '`true`, `false` or a date' };
    }
    case 'hides':
      if (isYes(text)) return { draft: true };
      return isNo(text) ? {} : { expected: '`true` or `false`' };
    case 'releases':
    case 'ends': {
      if (isNone(text)) return {};
      const date = parseDate(text);
      if (date === undefined)
        return { expected: 'a date such as 2026-03-04 or 2026-03-04T09:30+09:00' };
      return kind === 'ends' ? { expires: date } : { release: date };
    }
    case 'state':
      if (publicAudience.test(text)) return {};
      return hiddenStates.test(text) ? { draft: true } : 'nothing';
    case 'audience':
      return publicAudience.test(text) || isYes(text) ? {} : { draft: true };
    case 'permalink':
      return isNo(text) ? { draft: true } : 'nothing';
    case 'password':
      return isNone(text) ? 'nothing' : { draft: true };
  }
}

/** Hugo's `build` and `_build`. */
function readBuild(value: FieldValue): Said {
  if (typeof value === 'string') return isNo(value.trim()) ? { draft: true } : 'nothing';
  if (Array.isArray(value)) return 'nothing';
  const hides = ['render', 'list'].some((key) => {
    const item = value[key];
    return (
      typeof item === 'string' && (isNo(item.trim()) || /^(?:link|local)$/iu.test(item.trim()))
    );
  });
  return hides ? { draft: true } : 'nothing';
}
