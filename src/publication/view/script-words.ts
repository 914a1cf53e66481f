import { createHash } from 'node:crypto';
import type { PublicationSettings } from '../../content/settings/publication-settings.ts';
import type { Words } from '../../language/words.ts';

/**
 * The texts that browser scripts load on first use, by name. The publication's own typeface is
 * listed by its name, next to the built-in ones.
 */
export function toScriptWords(
  { page, reading, progress, aloud, share, gallery, offline }: Words,
  { fonts }: PublicationSettings['theme'],
) {
  const { listen, pause, resume, stop, speed } = aloud;
  const { copyLink, linkCopied, copy, copied, plainText, accessed, print } = share;
  const { save, saved, remove, failed } = offline;
  const { theme, typeface, lineWidth, spacing } = reading;
  return {
    settings: reading.settings,
    close: page.close,
    reset: reading.reset,
    size: reading.textSize,
    smaller: reading.smaller,
    larger: reading.larger,
    theme: theme.label,
    'theme.': theme.system,
    'theme.light': theme.light,
    'theme.sepia': theme.sepia,
    'theme.dark': theme.dark,
    'theme.high-contrast': theme.highContrast,
    face: typeface.label,
    'face.': fonts?.text ?? typeface.serif,
    'face.serif': fonts?.text === undefined ? undefined : typeface.serif,
    'face.sans': typeface.sans,
    width: lineWidth.label,
    'width.narrow': lineWidth.narrow,
    'width.': lineWidth.normal,
    'width.wide': lineWidth.wide,
    spacing: spacing.label,
    'spacing.tight': spacing.tight,
    'spacing.': spacing.normal,
    'spacing.loose': spacing.loose,
    continue: progress.continueWhereYouLeftOff,
    dismiss: progress.dismiss,
    listen,
    pause,
    resume,
    stop,
    speed,
    copyLink,
    linkCopied,
    copy,
    copied,
    plainText,
    accessed,
    print,
    save,
    saved,
    remove,
    failed,
    previous: gallery.previous,
    next: gallery.next,
    position: gallery.position,
  } as const satisfies Readonly<Record<string, string | undefined>>;
}

/** The name of a text that a script can ask for (`browser/page/script-words.ts`). */
export type ScriptWord = keyof ReturnType<typeof toScriptWords>;

/** The same as a module, and its name below `/assets/` by the hash of its bytes. */
export function wordsFile(
  words: Words,
  theme: PublicationSettings['theme'],
): { readonly name: string; readonly text: string } {
  const text = `export default ${JSON.stringify(toScriptWords(words, theme))};`;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
  return { name: `words.${hash}.js`, text };
}
