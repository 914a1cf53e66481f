import { createNewsDate, parseWrittenDate, startOf } from '../../article/news-date.ts';
import { type FieldDesk, type Found, isMapping, showValue } from './field-desk.ts';
import { normaliseDate } from './normalise-date.ts';

/** From when on, and until when, generators show a post. */
const beginnings = [
  ...['publishdate', 'publishon', 'publishat', 'publishafter', 'embargo', 'embargountil'],
  ...['embargodate', 'embargoeduntil', 'scheduled', 'scheduledat', 'scheduledfor', 'golive'],
  ...['releasedate', 'releaseon', 'releaseat', 'notbefore'],
];
const ends = [
  ...['expirydate', 'expires', 'expiry', 'expire', 'expiresat', 'expireson', 'expirationdate'],
  ...['unpublishdate', 'unpublishon', 'unpublishat', 'notafter'],
];

const yes = /^(?:true|yes|on|1)$/iu;
const no = /^(?:false|no|off|0)$/iu;
const never = /^(?:false|no|off|0|never|none)$/iu;
const publicStatus = /^(?:publish(?:ed)?|public|live|sent)$/iu;
const heldStatus =
  /^(?:(?:auto-?)?draft|unpublished|private|pending|future|scheduled|hidden|archived?|trash(?:ed)?|deleted|(?:in |in-)?review|password|protected|members|paid|internal|embargo(?:ed)?|unlisted|inactive|expired|wip|withdrawn)$/iu;

/** Fields that keep a post from readers, each with the values that do. */
const holds: readonly [names: readonly string[], holds: (text: string) => boolean][] = [
  [['draft', 'isdraft', 'wip'], (text) => yes.test(text)],
  [
    ['published', 'publish', 'ispublished', 'visible', 'listed', 'public'],
    (text) => no.test(text),
  ],
  [['permalink'], (text) => no.test(text)],
  [['eleventyexcludefromcollections'], (text) => yes.test(text)],
  [['status', 'poststatus', 'state'], (text) => heldStatus.test(text)],
  [['visibility'], (text) => !publicStatus.test(text)],
  [['private', 'unlisted', 'hidden', 'headless', 'protected'], (text) => !no.test(text)],
  [['membersonly', 'premium', 'subscribersonly'], (text) => yes.test(text)],
  [['password', 'passphrase', 'postpassword'], (text) => !no.test(text)],
];

/** What keeps a post from readers in the site that it comes from. */
export interface Hold {
  /** Why it becomes a draft, if it does. */
  readonly draft: boolean;
  /** A later date from which on it may be read. */
  readonly date?: string;
}

/**
 * Reads drafts, private and hidden posts, dates of release and of expiry. All of it is noted as
 * doubtful but for `draft: true`. `now` in milliseconds since 1970.
 */
export function readHold(
  desk: FieldDesk,
  path: string,
  date: string | undefined,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): Hold {
  let draft = false;
  const hold = (found: Found | undefined, message: string) => {
    draft = true;
    const isPlain = found !== undefined && /^(?:draft|isDraft)$/u.test(found.key);
    if (!isPlain) desk.note(found, 'draft', message, 'doubtful');
  };
  for (const [names, isHeld] of holds)
    for (const name of names) {
      const found = desk.peek(name);
      if (typeof found?.value !== 'string') continue;
      const text = found.value.trim();
      const isKnown = isHeld(text) || [yes, no, publicStatus].some((form) => form.test(text));
      if (isKnown) desk.take(name);
      if (!isHeld(text)) continue;
      const said = /^pass|password$/iu.test(found.key) ? '' : `: ${showValue(found.value)}`;
      hold(found, `true, from ${found.key}${said}`);
    }
  for (const found of desk.takeAll('build', '_build')) {
    if (!isMapping(found.value)) continue;
    const said = ['render', 'list'].filter((key) =>
      /^(?:never|false|link|local)$/iu.test(String(found.value[key as never] ?? '')),
    );
    if (said.length > 0) hold(found, `true, from ${found.key}: ${showValue(found.value)}`);
  }
  if (/(?:^|\/)_drafts\//u.test(path) && !draft) {
    draft = true;
    desk.note(undefined, 'draft', 'true, as it lies in _drafts', 'likely');
  }
  const startOfField = (found: Found) => {
    const text = Array.isArray(found.value) ? found.value[0] : found.value;
    const written = typeof text === 'string' ? normaliseDate(text) : undefined;
    return { written, start: written === undefined ? undefined : toStart(written, timeZone) };
  };
  for (const found of desk.takeAll(...ends)) {
    if (typeof found.value === 'string' && never.test(found.value.trim())) continue;
    const { start } = startOfField(found);
    const said = `${found.key}: ${showValue(found.value)}`;
    if (start === undefined) hold(found, `true: ${said} is no date that can be read`);
    else if (start <= now) hold(found, `true, since it has expired; ${said}`);
    else
      desk.note(found, 'left out', `${said}; nothing here takes an article down`, 'doubtful');
  }
  let later: string | undefined;
  for (const found of desk.takeAll(...beginnings)) {
    const { written, start } = startOfField(found);
    const said = `${found.key}: ${showValue(found.value)}`;
    if (written === undefined || start === undefined) {
      hold(found, `true: ${said} is no date that can be read`);
      continue;
    }
    const known = toStart(later ?? date ?? '', timeZone);
    if (start > now && (known === undefined || start > known)) {
      later = written;
      desk.note(found, 'date', `${written}, from ${said}; it is published then`, 'doubtful');
    } else if (written !== date) desk.note(found, 'left out', said);
  }
  return { draft, ...(later === undefined ? {} : { date: later }) };
}

/** The instant of a date in milliseconds since 1970, a day's beginning in `timeZone`. */
function toStart(date: string, timeZone: string): number | undefined {
  const written = parseWrittenDate(date);
  return written && startOf(createNewsDate(written, timeZone), timeZone);
}
