import { cleanCueText } from './clean-cue-text.ts';
import { type Spoken, toTranscript } from './to-transcript.ts';

/** Captions that any browser may show, with what was wrong in the file. */
export interface CleanCaptions {
  /** WebVTT with nothing but cues. */
  readonly vtt: string;
  /** The words of all cues, as paragraphs. */
  readonly transcript: readonly string[];
  readonly faults: readonly CaptionFault[];
}

/** What readers do not get of captions. */
export interface CaptionFault {
  readonly line: number;
  readonly expected: string;
  readonly got: string;
  readonly cure: string;
}

const time = String.raw`((?:\d{1,4}:)?[0-5]?\d:[0-5]?\d[.,]\d{3})`;
const timing = new RegExp(String.raw`^\s*${time}\s*-->\s*${time}(?:\s+(.*))?$`, 'u');

/** Settings of a cue (WebVTT, 4.4) with plain values. */
const setting =
  /^(?:vertical:(?:rl|lr)|(?:line|position|size):[\d.]{1,8}%?(?:,[a-z-]{1,12})?|align:(?:start|center|end|left|right|middle))$/u;

/** Faults are counted from here on, not listed. */
const mostFaults = 10;

/**
 * Reads captions (WebVTT, or SubRip, which differs in the form of times) and writes them again, cue by
 * cue. Style sheets and regions are left out, as is markup that WebVTT does not know.
 */
export function cleanCaptions(text: string): CleanCaptions {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u);
  const cues: string[] = [];
  const spoken: Spoken[] = [];
  const faults: CaptionFault[] = [];
  const note = (fault: CaptionFault) => {
    if (faults.length < mostFaults) faults.push(fault);
  };
  for (const { first, block } of blocksOf(lines)) {
    const [head = ''] = block;
    if (/^WEBVTT(?:\s|$)/u.test(head) && first === 1) continue;
    if (/^NOTE(?:\s|$)/u.test(head)) continue;
    const kind = /^(STYLE|REGION)\s*$/u.exec(head)?.[1];
    if (kind !== undefined) {
      note({
        ...{ line: first, expected: 'cues and notes', got: `a ${kind} block` },
        cure: 'it is left out; remove it: the site has its own styles',
      });
      continue;
    }
    const at = block.findIndex((line) => line.includes('-->'));
    const match = timing.exec(block[at] ?? '');
    const [start, end] = [toSeconds(match?.[1]), toSeconds(match?.[2])];
    if (!match || at > 1 || !(end > start)) {
      const got = JSON.stringify((block[Math.max(at, 0)] ?? '').slice(0, 60));
      note({
        ...{ line: first + Math.max(at, 0), expected: '00:01.000 --> 00:04.000', got },
        cure: 'the cue is left out; correct its times',
      });
      continue;
    }
    const written = block.slice(at + 1);
    const { vtt, words, speaker, removed } = cleanCueText(written.join('\n'));
    if (removed !== undefined)
      note({
        line: first + at + 1 + written.findIndex((line) => line.includes(removed)),
        expected: 'text with <i>, <b>, <u>, <v NAME>, <lang>, <ruby>',
        got: JSON.stringify(removed.slice(0, 60)),
        cure: 'it is left out; remove it',
      });
    if (words === '') continue;
    const settings = (match[3] ?? '').split(/\s+/u).filter((part) => setting.test(part));
    const times = `${formatTime(start)} --> ${formatTime(end)}`;
    cues.push([[times, ...settings].join(' '), vtt].join('\n'));
    spoken.push({ start, end, words, speaker });
  }
  const vtt = `${['WEBVTT', ...cues].join('\n\n')}\n`;
  return { vtt, transcript: toTranscript(spoken), faults };
}

/** Blocks of lines between empty lines, with the number of their first line. */
function* blocksOf(lines: readonly string[]): Generator<{ first: number; block: string[] }> {
  let block: string[] = [];
  for (const [index, line] of [...lines, ''].entries()) {
    if (line.trim() !== '') block.push(line);
    else if (block.length > 0) {
      yield { first: index + 1 - block.length, block };
      block = [];
    }
  }
}

function toSeconds(written = ''): number {
  const parts = written.replace(',', '.').split(':').map(Number);
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}

function formatTime(seconds: number): string {
  const whole = Math.round(seconds * 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3_600_000), Math.floor(whole / 60_000) % 60];
  const rest = `${two(Math.floor(whole / 1000) % 60)}.${String(whole % 1000).padStart(3, '0')}`;
  return `${two(hours)}:${two(minutes)}:${rest}`;
}
