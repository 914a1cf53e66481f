/** The text of a cue. */
export interface CueText {
  /** As WebVTT, with the tags that it knows. */
  readonly vtt: string;
  /** Without markup, on one line. */
  readonly words: string;
  /** Who speaks, as `<v NAME>` says. */
  readonly speaker?: string;
  /** The first markup that was left out. */
  readonly removed?: string;
}

/** Tags of WebVTT (4.2.2) that stay. Classes need a style sheet, so they go without a report. */
const kept: ReadonlySet<string> = new Set(['i', 'b', 'u', 'ruby', 'rt', 'v', 'lang']);

const tags =
  /<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z]*)((?:\.[^\s>]*)?)(?:[ \t\n]+([^>]*))?>|<\d[\d:.]*>|<[^>]*(?:>|$)/giu;

/** Cleans the text of a cue: nothing but known tags, and characters that are escaped. */
export function cleanCueText(text: string): CueText {
  const open: string[] = [];
  let vtt = '';
  let words = '';
  let speaker: string | undefined;
  let removed: string | undefined;
  let last = 0;
  const add = (part: string) => {
    const plain = decode(part);
    vtt += escaped(plain);
    words += plain;
  };
  for (const match of text.matchAll(tags)) {
    add(text.slice(last, match.index));
    last = match.index + match[0].length;
    const name = match[3]?.toLowerCase() ?? '';
    const value = decode(match[5] ?? '')
      .replace(/\s+/gu, ' ')
      .trim();
    if (kept.has(name) && match[2] === '/') {
      const at = open.lastIndexOf(name);
      if (at >= 0) vtt += open.splice(at).reverse().map(endOf).join('');
    } else if (kept.has(name) && match[2] === '') {
      if (name === 'v') speaker ??= value || undefined;
      open.push(name);
      vtt += name === 'v' || name === 'lang' ? `<${name} ${escaped(value)}>` : `<${name}>`;
    } else if (name !== 'c' && !/^<\d/u.test(match[0])) removed ??= match[0];
  }
  add(text.slice(last));
  vtt += open.toReversed().map(endOf).join('');
  return {
    // An empty line would end the cue.
    vtt: vtt.replace(/\n\s*\n/gu, '\n').trim(),
    words: words.replace(/\s+/gu, ' ').trim(),
    ...(speaker === undefined ? {} : { speaker }),
    ...(removed === undefined ? {} : { removed }),
  };
}

function endOf(name: string): string {
  return `</${name}>`;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};

function decode(text: string): string {
  return text
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]+);/giu, (whole, name: string) => {
      if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole;
      const code = Number(name.slice(1).replace(/^x/iu, '0x'));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/[^\P{Cc}\n\t]/gu, '');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
