import type { Story } from '../../content/article/article.ts';
import type { ClipReference, TranscriptReference } from '../../content/markdown/reference.ts';
import { directionOf } from '../../language/direction.ts';
import { attribute, escapeHtml } from '../../language/escape-html.ts';
import { languageName } from '../../language/language-name.ts';
import type { Words } from '../../language/words.ts';
import { clipType } from './clip-type.ts';
import { tallClass } from './picture-view.ts';
import { type ClipBeside, type ClipWords, type TextInputs, targetAt } from './story-inputs.ts';
import {
  assetHref,
  type ClipInfo,
  type PictureInfo,
  type ViewContext,
} from './view-context.ts';

/** Film or sound of a story, as its player and programs need it. */
export interface ClipView {
  readonly medium: 'video' | 'audio';
  /** What it shows or lets hear; may be empty. */
  readonly label: string;
  /** `href`s with their media types, best first; sizes in bytes. */
  readonly files: readonly {
    readonly src: string;
    readonly type: string;
    readonly size: number;
  }[];
  readonly poster?: { readonly src: string; readonly width: number; readonly height: number };
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Seconds. */
  readonly duration?: number;
  /** That of the page's language first. */
  readonly tracks: readonly {
    readonly src: string;
    readonly language: string;
    readonly label: string;
  }[];
  readonly transcript?: ClipWords;
}

/** The clip of a reference; undefined if its file is not published. */
export function clipOf(
  context: ViewContext,
  inputs: TextInputs,
  reference: ClipReference,
): ClipView | undefined {
  const { story, targets } = inputs;
  const { address, sources = [], poster: named } = reference;
  const files = [address, ...sources].flatMap((own): ClipInfo[] => {
    const target = targetAt(targets, own);
    return target?.kind === 'file' && target.asset.kind === 'clip' ? [target.asset] : [];
  });
  const [first] = files;
  if (first === undefined) return undefined;
  const { language } = story;
  const shown =
    named === undefined ? besideOf(inputs, address)?.poster : pictureOf(targets, named);
  const width = first.width ?? shown?.width;
  const height = first.height ?? shown?.height;
  const { medium } = reference;
  const { captions, transcript } = wordsOfClip(inputs, reference, context.settings.languages);
  return {
    medium,
    label: reference.alt,
    files: files.map(({ name, size }) => ({
      src: assetHref(context, name),
      type: clipType(name, medium),
      size,
    })),
    ...(shown && medium === 'video' ? { poster: toPoster(context, shown) } : {}),
    ...(medium === 'video' && width && height ? { width, height } : {}),
    ...(first.duration ? { duration: first.duration } : {}),
    tracks: byLanguage(captions, language).map((track) => ({
      src: assetHref(context, track.name),
      language: track.language,
      label: track.label ?? languageName(track.language),
    })),
    ...(transcript ? { transcript } : {}),
  };
}

function pictureOf(targets: TextInputs['targets'], written: string): PictureInfo | undefined {
  const target = targetAt(targets, written);
  return target?.kind === 'file' && target.asset.kind === 'picture' ? target.asset : undefined;
}

function toPoster(context: ViewContext, { name, width, height }: PictureInfo) {
  return { src: assetHref(context, name), width, height };
}

function besideOf({ beside = {} }: TextInputs, address: string): ClipBeside | undefined {
  return Object.hasOwn(beside, address) ? beside[address] : undefined;
}

/**
 * The captions of a clip, and its transcript: a written one precedes captions, the language of the
 * story precedes others.
 */
function wordsOfClip(
  inputs: TextInputs,
  { address, tracks }: ClipReference,
  languages: readonly string[],
): { readonly captions: readonly ClipWords[]; readonly transcript?: ClipWords } {
  const beside = besideOf(inputs, address);
  const captions = tracks
    ? captionsOf(inputs.targets, tracks, languages[0] ?? 'en')
    : (beside?.captions ?? []);
  const [transcript] = byLanguage(
    [...(beside?.transcripts ?? []), ...captions],
    inputs.story.language,
  );
  return { captions, ...(transcript ? { transcript } : {}) };
}

function captionsOf(
  targets: TextInputs['targets'],
  tracks: NonNullable<ClipReference['tracks']>,
  otherwise: string,
): ClipWords[] {
  return tracks.flatMap(({ address, language, label }) => {
    const target = targetAt(targets, address);
    if (target?.kind !== 'file' || target.asset.kind !== 'captions') return [];
    const { name, words } = target.asset;
    return [{ name, words, language: language ?? otherwise, ...(label ? { label } : {}) }];
  });
}

/** Those of the page's language first, the others in their order. */
function byLanguage(words: readonly ClipWords[], language: string): ClipWords[] {
  const isOwn = (own: ClipWords) => isSameLanguage(own.language, language);
  return [...words.filter(isOwn), ...words.filter((own) => !isOwn(own))];
}

/** `pt-BR` serves readers of `pt`; the scripts of Chinese differ. */
function isSameLanguage(one: string, other: string): boolean {
  const base = (tag: string) => (/^zh\b/iu.test(tag) ? tag : tag.replace(/-.*$/su, ''));
  return base(one).toLowerCase() === base(other).toLowerCase();
}

/**
 * The player of a clip as HTML. Nothing plays by itself; a film with a poster is not loaded before a
 * reader starts it. Programs without players show a link.
 */
export function playerHtml(clip: ClipView, language: string): string {
  const { medium, label, files, poster, width, height, tracks } = clip;
  const size =
    width && height
      ? `${attribute('width', String(width))}${attribute('height', String(height))}`
      : '';
  const tall = width && height ? tallClass(width, height).join(' ') : '';
  const attributes = [
    ' controls',
    attribute('preload', poster ? 'none' : 'metadata'),
    poster ? attribute('poster', poster.src) : '',
    size,
    tall === '' ? '' : attribute('class', tall),
    label === '' ? '' : attribute('aria-label', label),
    medium === 'video' ? ' playsinline' : '',
  ];
  const sources = files.map(
    ({ src, type }) => `<source${attribute('src', src)}${attribute('type', type)}>`,
  );
  const captions = tracks.map((track, index) => {
    const isDefault = index === 0 && isSameLanguage(track.language, language);
    return `<track kind="captions"${attribute('src', track.src)}${attribute('srclang', track.language)}${attribute('label', track.label)}${isDefault ? ' default' : ''}>`;
  });
  const [first] = files;
  const name = label || (first?.src.replace(/^.*\//su, '') ?? '');
  const link = first ? `<a${attribute('href', first.src)}>${escapeHtml(name)}</a>` : '';
  return `<${medium}${attributes.join('')}>${sources.join('')}${captions.join('')}${link}</${medium}>`;
}

/** The transcript after a figure, collapsed; empty if the clip has none. */
export function transcriptHtml(
  context: ViewContext,
  inputs: TextInputs,
  { figure }: TranscriptReference,
  words: Words,
): string {
  const { story } = inputs;
  const reference = story.body.references.find(
    (item) => item.kind === 'clip' && item.figure === figure,
  );
  if (reference?.kind !== 'clip') return '';
  const transcript = clipOf(context, inputs, reference)?.transcript;
  if (!transcript) return '';
  const { language } = transcript;
  const isForeign = !isSameLanguage(language, story.language);
  const name = isForeign ? ` (${languageName(language)})` : '';
  const foreign = isForeign
    ? `${attribute('lang', language)}${attribute('dir', directionOf(language))}`
    : '';
  const paragraphs = transcript.words.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
  return `<details class="transcript"><summary>${escapeHtml(words.clip.transcript + name)}</summary><div${foreign}>${paragraphs}</div></details>`;
}

/** The words of all clips of a story, for searching. `languages` are those of the publication. */
export function transcriptsOf(inputs: TextInputs, languages: readonly string[]): string[] {
  return inputs.story.body.references.flatMap((reference) =>
    reference.kind === 'clip'
      ? (wordsOfClip(inputs, reference, languages).transcript?.words ?? [])
      : [],
  );
}

/** All clips of a story that are published, with the index of their references. */
export function clipsOf(
  context: ViewContext,
  inputs: TextInputs,
): { readonly clip: ClipView; readonly own: Story['clips'][number] }[] {
  const { story } = inputs;
  return story.clips.flatMap((own) => {
    const reference = story.body.references[own.reference ?? -1];
    const clip = reference?.kind === 'clip' ? clipOf(context, inputs, reference) : undefined;
    return clip ? [{ clip: { ...clip, label: own.alt }, own }] : [];
  });
}
