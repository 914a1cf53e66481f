/** What is looked at of a voice of the browser. */
export type VoiceTraits = Pick<
  SpeechSynthesisVoice,
  'name' | 'lang' | 'localService' | 'default'
>;

/** Voices that come with macOS and iOS for fun, or sound as computers once did. */
const odd =
  /^(?:Albert|Bad News|Bahh|Bells|Boing|Bubbles|Cellos|Eddy|Flo|Fred|Good News|Grandma|Grandpa|Jester|Junior|Kathy|Organ|Ralph|Reed|Rocko|Sandy|Shelley|Superstar|Trinoids|Whisper|Wobble|Zarvox)\b/u;

/**
 * The voice that reads a language (BCP 47) best; undefined where none speaks it. One that needs
 * a server, which then gets the text, is taken only where there is no other.
 */
export function chooseVoice<V extends VoiceTraits>(
  voices: readonly V[],
  language: string,
): V | undefined {
  const wanted = localeOf(language);
  const able = voices.filter((voice) => localeOf(voice.lang).language === wanted.language);
  const local = able.filter((voice) => voice.localService);
  const rank = (voice: V) => {
    const { script, region } = localeOf(voice.lang);
    return (
      (script === wanted.script ? 8 : 0) +
      (region === wanted.region ? 4 : 0) +
      (odd.test(voice.name) ? 0 : 2) +
      (voice.default ? 1 : 0)
    );
  };
  return (local.length > 0 ? local : able).sort((a, b) => rank(b) - rank(a))[0];
}

/** Whether a voice of one of two languages reads the other. */
export function isSameLanguage(one: string, other: string): boolean {
  return localeOf(one).language === localeOf(other).language;
}

/** Android writes `en_US`; `zh-TW` is `zh-Hant-TW`; what is no tag is a language of its own. */
function localeOf(tag: string): Pick<Intl.Locale, 'language' | 'script' | 'region'> {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).maximize();
  } catch {
    return { language: tag };
  }
}
