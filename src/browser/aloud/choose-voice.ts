/** The properties of a voice that decide. */
export type VoiceTraits = Pick<
  SpeechSynthesisVoice,
  'name' | 'lang' | 'localService' | 'default'
>;

/** Voices of macOS and iOS that are jokes or sound like old computers. */
const noveltyVoices =
  /^(?:Albert|Bad News|Bahh|Bells|Boing|Bubbles|Cellos|Eddy|Flo|Fred|Good News|Grandma|Grandpa|Jester|Junior|Kathy|Organ|Ralph|Reed|Rocko|Sandy|Shelley|Superstar|Trinoids|Whisper|Wobble|Zarvox)\b/u;

/**
 * The best voice for a language (BCP 47); undefined if no voice speaks it. A voice that sends the
 * text to a server is chosen only if there is no other.
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
      (noveltyVoices.test(voice.name) ? 0 : 2) +
      (voice.default ? 1 : 0)
    );
  };
  return (local.length > 0 ? local : able).sort((a, b) => rank(b) - rank(a))[0];
}

/** Whether a voice for one of two tags can read the other. */
export function isSameLanguage(one: string, other: string): boolean {
  return localeOf(one).language === localeOf(other).language;
}

/** Parses a tag, also Android's `en_US`. `zh-TW` becomes `zh-Hant-TW`; an invalid tag is kept as it is. */
function localeOf(tag: string): Pick<Intl.Locale, 'language' | 'script' | 'region'> {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).maximize();
  } catch {
    return { language: tag };
  }
}
